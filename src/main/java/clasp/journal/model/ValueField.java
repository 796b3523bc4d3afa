package clasp.journal.model;

/// How a line of JSON holds a value, so that its reader can get back the very text that is stored. Stateless.
///
/// The field `value` holds the text as it is. A stored text that is not JSON cannot stand there: then the field
/// `value_text` holds it as a JSON string, and there is no `value`. JSON with line breaks would not be one line, and
/// a reader drops blanks around a value: then `value` has spaces in place of line breaks, and `value_text` beside it
/// the exact text.
final class ValueField {
    private ValueField() {}

    /// Appends `,"value":…` and what else is needed.
    static void append(String stored, StringBuilder to) {
        boolean json = JsonText.isValue(stored);
        if (json) {
            to.append(",\"value\":").append(stored.replace('\n', ' ').replace('\r', ' '));
        }
        if (!json || !survives(stored)) {
            to.append(",\"value_text\":");
            JsonText.quote(stored, to);
        }
    }

    /// The stored text, whichever field holds it.
    static String of(JsonFields fields) {
        return fields.has("value_text") ? fields.text("value_text") : fields.raw("value");
    }

    private static boolean survives(String json) {
        return json.charAt(0) > ' '
                && json.charAt(json.length() - 1) > ' '
                && json.indexOf('\n') < 0
                && json.indexOf('\r') < 0;
    }
}
