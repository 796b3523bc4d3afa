package clasp.journal.model;

/// A param as one line of JSON, with the field names and the order of CLASP:
/// `{"address":…,"value":…,"revision":…,"writer":…,"timestamp":…}` without spaces. Revision and timestamp are
/// unsigned. The value stands as it is stored, and comes back as it was stored, see [ValueField]. Stateless.
public final class ParamJson {
    private ParamJson() {}

    /// The line, without a line break at its end.
    public static String write(Param param) {
        StringBuilder line = new StringBuilder(120 + param.valueJson().length());
        line.append("{\"address\":");
        JsonText.quote(param.address(), line);
        ValueField.append(param.valueJson(), line);
        line.append(",\"revision\":");
        JsonText.unsigned(param.revision(), line);
        line.append(",\"writer\":");
        JsonText.quote(param.writer(), line);
        line.append(",\"timestamp\":");
        JsonText.unsigned(param.timestampMicros(), line);
        return line.append('}').toString();
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws ValueSyntaxException when the text is not a param in this form
    public static Param read(String line) {
        JsonFields fields = JsonFields.parse(line);
        try {
            return new Param(
                    fields.text("address"),
                    ValueField.of(fields),
                    fields.unsigned("revision"),
                    fields.text("writer"),
                    fields.unsigned("timestamp"));
        } catch (IllegalArgumentException e) {
            throw new ValueSyntaxException(CoreTexts.text("json.param", String.valueOf(e.getMessage())), 0);
        }
    }
}
