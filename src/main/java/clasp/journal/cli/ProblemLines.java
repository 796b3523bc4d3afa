package clasp.journal.cli;

import clasp.journal.recovery.Problem;
import clasp.journal.recovery.Severity;
import java.util.List;
import java.util.Locale;

/// Problems as lines of some format. Immutable.
sealed interface ProblemLines permits ProblemLines.Text, ProblemLines.JsonLines, ProblemPage {
    /// What stands before the first problem.
    default List<String> begin() {
        return List.of();
    }

    String line(Problem problem);

    /// What stands after the last problem.
    ///
    /// @param summary a sentence that counts them
    default List<String> end(String summary) {
        return List.of();
    }

    /// For people at a terminal.
    record Text() implements ProblemLines {
        @Override
        public String line(Problem problem) {
            return severity(problem) + "  seq " + problem.seq()
                    + problem.concerns()
                            .map(address -> "  " + JsonStrings.quoted(address))
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
                    + problem.concerns().map(JsonStrings::quoted).orElse("null") + ",\"explanation\":"
                    + JsonStrings.quoted(problem.explanation()) + ",\"advice\":"
                    + JsonStrings.quoted(problem.advice()) + "}";
        }
    }

    static String severity(Problem problem) {
        Severity severity = problem.severity();
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
