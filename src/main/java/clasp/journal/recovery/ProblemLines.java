package clasp.journal.recovery;

import java.util.List;
import java.util.Locale;

/// Problems as lines of some format.
public sealed interface ProblemLines
        permits ProblemLines.Text, ProblemLines.JsonLines, ProblemLines.JsonArray, ProblemPage {
    /// What stands before the first problem.
    default List<String> begin() {
        return List.of();
    }

    String line(Problem problem);

    /// What stands after the last problem.
    default List<String> end() {
        return List.of();
    }

    /// For people at a terminal.
    record Text() implements ProblemLines {
        @Override
        public String line(Problem problem) {
            return severity(problem) + "  seq " + problem.seq()
                    + problem.concerns()
                            .map(address -> "  " + JsonQuotes.of(address))
                            .orElse("") + "  "
                    + problem.explanation() + "\n    " + problem.advice();
        }
    }

    /// One object a line.
    record JsonLines() implements ProblemLines {
        @Override
        public String line(Problem problem) {
            return "{\"kind\":\"" + problem.kind().key() + "\",\"severity\":\"" + severity(problem) + "\",\"seq\":"
                    + problem.seq() + ",\"address\":"
                    + problem.concerns().map(JsonQuotes::of).orElse("null") + ",\"explanation\":"
                    + JsonQuotes.of(problem.explanation()) + ",\"advice\":"
                    + JsonQuotes.of(problem.advice()) + "}";
        }
    }

    /// One array of objects. Confined to one report.
    final class JsonArray implements ProblemLines {
        private final JsonLines objects = new JsonLines();
        private boolean begun;

        @Override
        public List<String> begin() {
            return List.of("[");
        }

        @Override
        public String line(Problem problem) {
            String object = objects.line(problem);
            String line = begun ? "," + object : object;
            begun = true;
            return line;
        }

        @Override
        public List<String> end() {
            return List.of("]");
        }
    }

    static String severity(Problem problem) {
        Severity severity = problem.severity();
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
