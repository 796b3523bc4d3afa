package clasp.journal.recovery;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/// Writes JSON strings. Stateless.
final class JsonQuotes {
    private JsonQuotes() {}

    static String of(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
