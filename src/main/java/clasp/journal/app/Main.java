package clasp.journal.app;

/// Where the program starts. Deliberately not an `Application`, so that nothing of JavaFX is loaded for headless work.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("Clasp Journal Browser");
    }
}
