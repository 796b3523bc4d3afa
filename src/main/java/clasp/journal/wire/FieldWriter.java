package clasp.journal.wire;

import clasp.journal.model.SignalType;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes fields of a JSON object; one whose content is null is left out. Confined to one thread.
final class FieldWriter {
    private final JsonGenerator json;

    FieldWriter(JsonGenerator json) {
        this.json = json;
    }

    void begin() throws IOException {
        json.writeStartObject();
    }

    void begin(String name) throws IOException {
        json.writeObjectFieldStart(name);
    }

    void end() throws IOException {
        json.writeEndObject();
    }

    void beginList(String name) throws IOException {
        json.writeArrayFieldStart(name);
    }

    void endList() throws IOException {
        json.writeEndArray();
    }

    void text(String name, @Nullable String text) throws IOException {
        if (text != null) {
            json.writeStringField(name, text);
        }
    }

    void flag(String name, @Nullable Boolean flag) throws IOException {
        if (flag != null) {
            json.writeBooleanField(name, flag);
        }
    }

    void u32(String name, @Nullable Long number) throws IOException {
        if (number != null) {
            json.writeNumberField(name, number);
        }
    }

    void u64(String name, @Nullable Long number) throws IOException {
        if (number != null) {
            json.writeFieldName(name);
            json.writeNumber(Long.toUnsignedString(number));
        }
    }

    void real(String name, @Nullable Double number) throws IOException {
        if (number != null) {
            json.writeFieldName(name);
            JsonValues.writeReal(number, json);
        }
    }

    void reals(String name, List<Double> numbers) throws IOException {
        json.writeArrayFieldStart(name);
        for (double number : numbers) {
            JsonValues.writeReal(number, json);
        }
        json.writeEndArray();
    }

    void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /// All of them are left out.
    void signalTypes(String name, Set<SignalType> types) throws IOException {
        if (!types.isEmpty()) {
            texts(name, types.stream().map(SignalType::text).toList());
        }
    }

    void value(String name, @Nullable WireValue value) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
            JsonValues.write(value, json);
        }
    }
}
