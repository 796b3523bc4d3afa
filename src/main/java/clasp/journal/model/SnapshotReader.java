package clasp.journal.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one snapshot's text, as far as it goes. Confined to one call of [#read].
final class SnapshotReader {
    private static final int MAX_COMPLAINTS = 3;

    private final SnapshotInfo info;
    private final List<Param> params = new ArrayList<>();
    private final List<String> damage = new ArrayList<>();
    private int leftOut;
    private @Nullable String refusal;

    SnapshotReader(SnapshotInfo info) {
        this.info = info;
    }

    Snapshot read(Reader text) throws IOException {
        try (RawJson json = new RawJson(text)) {
            read(json);
        } catch (JsonProcessingException e) {
            damage.add("Reading stopped at character " + RawJson.position(e) + ", after " + params.size()
                    + " params: the text is not JSON from there on.");
        }
        if (leftOut > MAX_COMPLAINTS) {
            damage.add("In all " + leftOut + " params were left out.");
        }
        return new Snapshot(info, params, damage.isEmpty() ? null : String.join(" ", damage), refusal);
    }

    private void read(RawJson json) throws IOException {
        JsonToken token = json.next();
        if (token != JsonToken.START_ARRAY) {
            damage.add(token == null ? "The snapshot's text is empty." : "The snapshot is not a list of params.");
            return;
        }
        for (int index = 1; (token = json.next()) != JsonToken.END_ARRAY; index++) {
            if (token == JsonToken.START_OBJECT) {
                param(index, json);
            } else {
                json.value();
                leaveOut("Item " + index + " of the snapshot is not a param and was left out.");
            }
        }
        if (json.next() != null) {
            damage.add("There is more text after the end of the snapshot, at character " + json.position() + ".");
        }
    }

    private void param(int index, RawJson json) throws IOException {
        JsonFields fields = new JsonFields(json.members(
                name -> refuse("Param " + index + " of the snapshot has the field " + name + " more than once.")));
        try {
            Param param = new Param(
                    fields.text("address"),
                    fields.raw("value"),
                    fields.unsigned("revision"),
                    fields.text("writer"),
                    fields.unsigned("timestamp"));
            params.add(param);
            if (refusal == null) {
                claspRefusal(param).or(() -> claspRefusal(index, fields.raw())).ifPresent(this::refuse);
            }
        } catch (IllegalArgumentException e) {
            String address = fields.has("address") ? " (address " + fields.raw("address") + ")" : "";
            leaveOut("Param " + index + address + " " + e.getMessage() + " and was left out.");
        }
    }

    private void leaveOut(String complaint) {
        leftOut++;
        if (leftOut <= MAX_COMPLAINTS) {
            damage.add(complaint);
        }
    }

    private void refuse(String sentence) {
        if (refusal == null) {
            refusal = sentence;
        }
    }

    static Optional<String> claspRefusal(Param param) {
        return claspRefusal("The value of " + param.address(), param.valueJson());
    }

    /// Names and fields that CLASP does not use must be readable for it all the same.
    private static Optional<String> claspRefusal(int index, Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getKey().equals("value"))
                .flatMap(field ->
                        claspRefusal("The field " + field.getKey() + " of param " + index, field.getValue()).stream())
                .findFirst();
    }

    private static Optional<String> claspRefusal(String what, String json) {
        Set<ClaspReading> readings = ClaspScan.of(json, SnapshotJson.MAX_VALUE_DEPTH);
        if (readings.contains(ClaspReading.NULL_FOR_DEPTH)) {
            return Optional.of(what + " is nested deeper than " + SnapshotJson.MAX_VALUE_DEPTH + " levels.");
        }
        return readings.contains(ClaspReading.NULL_FOR_BAD_JSON)
                ? Optional.of(what + " is not JSON that CLASP can read.")
                : Optional.empty();
    }
}
