package clasp.journal.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What was done and what was left, a row for each kind. Used by one thread.
final class FaultTable {
    private static final String BEGIN = "<!-- table: written by the command -->";
    private static final String END = "<!-- end of the table -->";

    private final PrintStream log;
    private final List<String> rows = new ArrayList<>();
    private boolean sound = true;

    /// @param log told each row as soon as it is known, and what went wrong
    FaultTable(PrintStream log) {
        this.log = log;
        rows.add("| what happens | times | of these | lost, half done or unclear |");
        rows.add("|---|---|---|---|");
    }

    /// @param effect what came of it, with its number
    /// @param wrong a sentence for each time that something was not as it must be
    void add(String what, int times, String effect, List<String> wrong) {
        sound &= wrong.isEmpty();
        String row = "| " + what + " | " + times + " | " + effect + " | "
                + (wrong.isEmpty() ? "never" : wrong.size() + " times") + " |";
        rows.add(row);
        log.println(row);
        wrong.forEach(sentence -> log.println("    " + sentence));
    }

    /// What this machine does not let one try.
    void notTried(String what, String reason) {
        String row = "| " + what + " | 0 | not tried: " + reason + " | |";
        rows.add(row);
        log.println(row);
    }

    boolean sound() {
        return sound;
    }

    void writeInto(Path page) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        Files.writeString(
                page, text.substring(0, begin) + "\n\n" + String.join("\n", rows) + "\n\n" + text.substring(end));
    }
}
