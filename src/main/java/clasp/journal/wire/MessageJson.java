package clasp.journal.wire;

/// Messages as JSON, with the names and the order of CLASP's own form, on one line without spaces. Stateless.
///
/// JSON tells less than the wire: it has one kind of integer and one of float (read as i64 and f64), bytes are an
/// array of numbers, NaN and the infinities are null. So a message that comes back from its JSON can differ in
/// these.
public final class MessageJson {
    private MessageJson() {}

    public static String write(Message message) {
        return WireJson.text(json -> MessageJsonWriter.write(message, json));
    }

    /// @throws MessageSyntaxException when the text is not exactly one message
    public static Message read(String json) {
        return MessageFields.message(Fields.of(WireJson.tree(json), ""));
    }
}
