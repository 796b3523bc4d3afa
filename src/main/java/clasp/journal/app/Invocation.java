package clasp.journal.app;

import clasp.journal.cli.FileName;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the words after the program's name ask for.
sealed interface Invocation {
    /// The window on these files; on what was open last when there are none.
    ///
    /// @param alone whether it is to be a window of its own, whatever else is open
    record Window(List<Path> files, boolean alone) implements Invocation {}

    /// A picture of the window on the file (null: on the demo), without any display.
    record Picture(Path png, @Nullable Path file, boolean dark) implements Invocation {}

    /// One of the commands that need no window.
    record Headless(List<String> words) implements Invocation {}

    /// Words that make no sense, with a sentence saying why.
    record Mistake(String sentence) implements Invocation {}

    /// Asks for a window of its own.
    String ALONE = "--new-window";

    /// What a command looks like, also a mistyped one.
    Pattern COMMAND = Pattern.compile("[a-z]+");

    /// @param isCommand whether a word names a headless command
    static Invocation of(List<String> words, Predicate<String> isCommand) {
        try {
            return read(words, isCommand);
        } catch (InvalidPathException e) {
            return new Mistake(FileName.refusal(e.getInput()) + ".");
        }
    }

    private static Invocation read(List<String> words, Predicate<String> isCommand) {
        if (words.isEmpty()) {
            return new Window(List.of(), false);
        }
        String first = words.getFirst();
        boolean picture = first.equals("--screenshot");
        boolean window = first.equals("open") && words.stream().noneMatch(word -> word.startsWith("-"));
        boolean option = first.startsWith("-") && !first.equals(ALONE);
        if (!picture && !window && (isCommand.test(first) || option)) {
            return new Headless(words);
        }
        if (words.contains("--help") || words.contains("-h")) {
            return new Headless(List.of("--help"));
        }
        if (picture) {
            return picture(words.subList(1, words.size()));
        }
        if (!window && COMMAND.matcher(first).matches() && Files.notExists(Path.of(first))) {
            return new Mistake("There is neither a command nor a file '" + first + "'; see --help.");
        }
        return files(words.subList(window ? 1 : 0, words.size()));
    }

    private static Invocation picture(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        boolean dark = rest.remove("--dark");
        if (rest.isEmpty() || rest.size() > 2 || rest.stream().anyMatch(word -> word.startsWith("-"))) {
            return new Mistake("--screenshot takes the picture to write and, if you like, one journal file:"
                    + " --screenshot OUT.png [FILE] [--dark]");
        }
        String png = rest.getFirst();
        if (!png.toLowerCase(Locale.ROOT).endsWith(".png")) {
            return new Mistake("The picture '" + png + "' must have a name that ends in .png, so that none is written"
                    + " over a journal: --screenshot OUT.png [FILE] [--dark]");
        }
        return new Picture(Path.of(png), rest.size() == 2 ? FileName.of(rest.getLast()) : null, dark);
    }

    private static Invocation files(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        boolean alone = rest.remove(ALONE);
        return rest.stream()
                .filter(word -> word.startsWith("-"))
                .findFirst()
                .<Invocation>map(option -> new Mistake("The window has no option " + option + "; see --help."))
                .orElseGet(() -> new Window(rest.stream().map(FileName::of).toList(), alone));
    }
}
