package clasp.journal.recovery;

import java.util.List;
import java.util.Locale;

/// Problems as lines of some format.
public sealed interface ProblemLines {
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

    /// One page that needs nothing else.
    record Html(String title) implements ProblemLines {
        @Override
        public List<String> begin() {
            String name = escaped(title);
            return List.of(
                    "<!DOCTYPE html>",
                    "<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Problems in " + name + "</title>",
                    "<style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse;width:100%}"
                            + "td,th{border-bottom:1px solid #ccc;padding:.4em;text-align:left;vertical-align:top}"
                            + ".error{color:#b00020}.warning{color:#8a5a00}td.address{word-break:break-all}</style>",
                    "</head><body><h1>Problems in " + name + "</h1>",
                    "<table><thead><tr><th>Severity</th><th>Seq</th><th>Address</th><th>What is wrong</th>"
                            + "<th>What to do</th></tr></thead><tbody>");
        }

        @Override
        public String line(Problem problem) {
            return "<tr><td class=\"" + severity(problem) + "\">" + severity(problem) + "</td><td>" + problem.seq()
                    + "</td><td class=\"address\">"
                    + escaped(problem.concerns().orElse("")) + "</td><td>" + escaped(problem.explanation())
                    + "</td><td>" + escaped(problem.advice()) + "</td></tr>";
        }

        @Override
        public List<String> end() {
            return List.of("</tbody></table></body></html>");
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;");
        }
    }

    private static String severity(Problem problem) {
        Severity severity = problem.severity();
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
