package clasp.journal.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

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
        return of(JsonFields.parse(line));
    }

    /// Reads a JSON array of entries, as a relay answers it.
    ///
    /// @throws ValueSyntaxException when the text is something else
    /// @throws IOException when the reader fails
    public static List<Entry> readList(Reader text) throws IOException {
        try (RawJson json = new RawJson(text)) {
            if (json.next() != JsonToken.START_ARRAY) {
                throw new ValueSyntaxException(CoreTexts.text("json.noEntries"), 0);
            }
            List<Entry> entries = new ArrayList<>();
            for (JsonToken token = json.next(); token != JsonToken.END_ARRAY; token = json.next()) {
                if (token != JsonToken.START_OBJECT) {
                    throw new ValueSyntaxException(CoreTexts.text("json.noEntry"), (int) json.position());
                }
                entries.add(of(new JsonFields(json.members(RawJson.RepeatedName.IGNORED))));
            }
            if (json.next() != null) {
                throw new ValueSyntaxException(CoreTexts.text("json.moreList"), (int) json.position());
            }
            return entries;
        } catch (JsonProcessingException e) {
            throw new ValueSyntaxException(CoreTexts.text("json.noJson"), (int) RawJson.position(e));
        }
    }

    private static Entry of(JsonFields fields) {
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
            throw new ValueSyntaxException(CoreTexts.text("json.entry", String.valueOf(e.getMessage())), 0);
        }
    }
}
