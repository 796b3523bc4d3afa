package clasp.journal.cli;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/// Writes JSON strings. Stateless.
final class JsonStrings {
    private JsonStrings() {}

    static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
