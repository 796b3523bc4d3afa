package clasp.journal.app;

import clasp.journal.cli.Cli;
import clasp.journal.cli.Console;
import clasp.journal.cli.ExitStatus;
import clasp.journal.cli.Tools;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where the program starts. Deliberately not an `Application`, so that nothing of JavaFX is loaded for headless work.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    /// @return exit status
    private static int run(List<String> words) {
        return switch (Invocation.of(words, word -> Cli.concerns(List.of(word)))) {
            case Invocation.Headless(List<String> command) -> headless(command);
            case Invocation.Window window -> window(window);
            case Invocation.Picture picture -> picture(picture);
            case Invocation.Mistake(String sentence) -> {
                say(sentence);
                yield ExitStatus.USAGE;
            }
        };
    }

    /// In English whatever the system speaks: what scripts read must not change with the machine.
    private static int headless(List<String> command) {
        Locale ofSystem = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        return new Cli(Tools.of(Console.ofProcess(), files -> {
                    Locale.setDefault(ofSystem);
                    return window(new Invocation.Window(files, false));
                }))
                .run(command);
    }

    private static int window(Invocation.Window wanted) {
        return guarded(() -> {
            Optional<HandoverPlace> place = HandoverPlace.find(
                    System.getenv(), Path.of(System.getProperty("java.io.tmpdir")), System.getProperty("user.name"));
            Handover.Start start =
                    place.isPresent() ? Handover.begin(place.get(), wanted) : new Handover.Start.Alone(false);
            return switch (start) {
                case Handover.Start.Given() -> ExitStatus.OK;
                case Handover.Start.Alone(boolean beside) -> window(wanted, Optional.empty(), beside);
                case Handover.Start.Claimed(Handover handover) -> {
                    try (handover) {
                        yield window(wanted, Optional.of(handover), false);
                    }
                }
            };
        });
    }

    /// @param beside whether another program runs that does not answer
    private static int window(Invocation.Window wanted, Optional<Handover> handover, boolean beside)
            throws InterruptedException {
        try (Display display = Display.ask(System.getProperty("os.name"), System.getenv())) {
            if (display.problem().isPresent()) {
                // Nothing of this start is shown in a window, so others need not wait for it.
                handover.ifPresent(Handover::close);
                var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
                return NoScreen.run(display.problem().get(), wanted.files(), out, System.err)
                        ? ExitStatus.OK
                        : ExitStatus.FAILED;
            }
            return Desktop.run(wanted.files(), handover, beside);
        }
    }

    private static int picture(Invocation.Picture picture) {
        return guarded(() -> {
            if (Picture.write(picture.png(), picture.file(), picture.dark())) {
                return ExitStatus.OK;
            }
            say(picture.file() + " could not be opened; the picture " + picture.png() + " shows why.");
            return ExitStatus.FAILED;
        });
    }

    @FunctionalInterface
    private interface Work {
        int run() throws InterruptedException;
    }

    /// Whatever goes wrong is told in its sentence.
    private static int guarded(Work work) {
        try {
            return work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitStatus.FAILED;
        } catch (RuntimeException e) {
            say(e.getMessage() == null ? e.toString() : e.getMessage());
            return ExitStatus.FAILED;
        }
    }

    private static void say(String sentence) {
        System.err.println(sentence);
    }
}
