package clasp.journal.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was done and what was left, a row for each kind. Used by one thread.
final class FaultTable {
    private static final String BEGIN = "<!-- table: written by the command -->";
    private static final String END = "<!-- end of the table -->";

    private static final String HEAD = "| what happens | times | of these | lost, half done or unclear |";

    private final PrintStream log;
    private final Map<String, String> rows = new LinkedHashMap<>();
    private boolean sound = true;

    /// @param log told each row as soon as it is known, and what went wrong
    FaultTable(PrintStream log) {
        this.log = log;
    }

    /// @param effect what came of it, with its number
    /// @param wrong a sentence for each time that something was not as it must be
    void add(String what, int times, String effect, List<String> wrong) {
        sound &= wrong.isEmpty();
        String row = "| " + what + " | " + times + " | " + effect + " | "
                + (wrong.isEmpty() ? "never" : wrong.size() + " times") + " |";
        rows.put(what, row);
        log.println(row);
        wrong.forEach(sentence -> log.println("    " + sentence));
    }

    /// What this machine does not let one try.
    void notTried(String what, String reason) {
        String row = "| " + what + " | 0 | not tried: " + reason + " | |";
        rows.put(what, row);
        log.println(row);
    }

    boolean sound() {
        return sound;
    }

    /// Rows of the page that were not tried again stay.
    void writeInto(Path page) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        Map<String, String> all = new LinkedHashMap<>();
        text.substring(begin, end)
                .lines()
                .filter(line -> line.startsWith("| ") && !line.equals(HEAD))
                .forEach(line -> all.put(line.substring(2, line.indexOf(" | ", 2)), line));
        all.putAll(rows);
        Files.writeString(
                page,
                text.substring(0, begin) + "\n\n" + HEAD + "\n|---|---|---|---|\n" + String.join("\n", all.values())
                        + "\n\n" + text.substring(end));
    }
}
