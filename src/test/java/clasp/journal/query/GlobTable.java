package clasp.journal.query;

import java.util.List;
import java.util.stream.Stream;

/// Lines `pattern TAB address TAB 1 or 0`, each one case.
record GlobTable(List<Case> cases) {
    record Case(int line, String pattern, String address, boolean matches) {
        String name() {
            return line + ": '" + pattern + "' " + (matches ? "matches" : "does not match") + " '" + address + "'";
        }
    }

    static GlobTable of(List<String> lines) {
        return new GlobTable(Stream.iterate(0, index -> index < lines.size(), index -> index + 1)
                .map(index -> parse(index + 1, lines.get(index)))
                .toList());
    }

    private static Case parse(int line, String text) {
        String[] fields = text.split("\t", -1);
        if (fields.length != 3 || !fields[2].matches("[01]")) {
            throw new IllegalArgumentException("line " + line + " is no case: " + text);
        }
        return new Case(line, fields[0], fields[1], fields[2].equals("1"));
    }
}
