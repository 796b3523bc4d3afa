package clasp.journal.app;

import clasp.journal.cli.FileName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What the words after the program's name ask for.
sealed interface Invocation {
    /// The window on these files; on the demo when there are none.
    record Window(List<Path> files) implements Invocation {}

    /// A picture of the window on the file (null: on the demo), without any display.
    record Picture(Path png, @Nullable Path file, boolean dark) implements Invocation {}

    /// One of the commands that need no window.
    record Headless(List<String> words) implements Invocation {}

    /// Words that make no sense, with a sentence saying why.
    record Mistake(String sentence) implements Invocation {}

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
            return new Window(List.of());
        }
        String first = words.getFirst();
        if (first.equals("--screenshot")) {
            return picture(words.subList(1, words.size()));
        }
        boolean window = first.equals("open") && words.stream().noneMatch(word -> word.startsWith("-"));
        if (window || !isCommand.test(first) && !first.startsWith("-")) {
            return files(words.subList(window ? 1 : 0, words.size()));
        }
        return new Headless(words);
    }

    private static Invocation picture(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        boolean dark = rest.remove("--dark");
        if (rest.isEmpty() || rest.size() > 2 || rest.stream().anyMatch(word -> word.startsWith("-"))) {
            return new Mistake("--screenshot takes the picture to write and, if you like, one journal file:"
                    + " --screenshot OUT.png [FILE] [--dark]");
        }
        return new Picture(Path.of(rest.getFirst()), rest.size() == 2 ? Path.of(rest.getLast()) : null, dark);
    }

    private static Invocation files(List<String> words) {
        return words.stream()
                .filter(word -> word.startsWith("-"))
                .findFirst()
                .<Invocation>map(option -> new Mistake("The window has no option " + option + "; see --help."))
                .orElseGet(() -> new Window(words.stream().map(Path::of).toList()));
    }
}
