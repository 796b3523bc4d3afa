package clasp.journal.cli;

/// How many of something, in the sentences of the commands. Stateless.
final class Counted {
    private Counted() {}

    /// `1 param` or `2 params`.
    static String of(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /// `1 entry` or `2 entries`.
    static String entries(long number) {
        return of(number, "entry", "entries");
    }
}
