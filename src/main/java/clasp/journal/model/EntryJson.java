package clasp.journal.model;

/// An entry as one line of JSON, with the field names of CLASP. Stateless.
///
/// `{"seq":…,"timestamp":…,"author":…,"address":…,"signal_type":…,"value":…,"revision":…,"msg_type":…}` without spaces.
/// Timestamp and revision are unsigned, the revision is `null` when there is none. The value stands as it is stored.
/// The value stands as it is stored, and comes back as it was stored, see [ValueField].
public final class EntryJson {
    private EntryJson() {}

    /// The line, without a line break at its end.
    public static String write(Entry entry) {
        StringBuilder line = new StringBuilder(160 + entry.valueJson().length());
        write(entry, line);
        return line.toString();
    }

    /// Appends the line, without a line break at its end.
    public static void write(Entry entry, StringBuilder to) {
        to.append("{\"seq\":").append(entry.seq());
        to.append(",\"timestamp\":");
        JsonText.unsigned(entry.timestampMicros(), to);
        to.append(",\"author\":");
        JsonText.quote(entry.author(), to);
        to.append(",\"address\":");
        JsonText.quote(entry.address(), to);
        to.append(",\"signal_type\":");
        JsonText.quote(entry.signalType(), to);
        ValueField.append(entry.valueJson(), to);
        to.append(",\"revision\":");
        Long revision = entry.revision();
        if (revision == null) {
            to.append("null");
        } else {
            JsonText.unsigned(revision, to);
        }
        to.append(",\"msg_type\":").append(entry.msgType()).append('}');
    }

    /// Reads what [#write] wrote, or what a relay answers.
    ///
    /// @throws ValueSyntaxException when the text is not an entry in this form
    public static Entry read(String line) {
        JsonFields fields = JsonFields.parse(line);
        try {
            return new Entry(
                    fields.signed("seq"),
                    fields.unsigned("timestamp"),
                    fields.text("author"),
                    fields.text("address"),
                    fields.text("signal_type"),
                    ValueField.of(fields),
                    fields.unsignedOrNull("revision"),
                    fields.signed("msg_type"));
        } catch (IllegalArgumentException e) {
            throw new ValueSyntaxException("The entry " + e.getMessage() + ".", 0);
        }
    }
}
