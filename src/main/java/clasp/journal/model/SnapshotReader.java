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
            damage.add(CoreTexts.text(
                    "snapshot.damage.stopped", Long.toString(RawJson.position(e)), Integer.toString(params.size())));
        }
        if (leftOut > MAX_COMPLAINTS) {
            damage.add(CoreTexts.text("snapshot.damage.leftOut", Integer.toString(leftOut)));
        }
        return new Snapshot(info, params, damage.isEmpty() ? null : String.join(" ", damage), refusal);
    }

    private void read(RawJson json) throws IOException {
        JsonToken token = json.next();
        if (token != JsonToken.START_ARRAY) {
            damage.add(
                    token == null ? CoreTexts.text("snapshot.damage.empty") : CoreTexts.text("snapshot.damage.noList"));
            return;
        }
        for (int index = 1; (token = json.next()) != JsonToken.END_ARRAY; index++) {
            if (token == JsonToken.START_OBJECT) {
                param(index, json);
            } else {
                json.value();
                leaveOut("snapshot.damage.item", Integer.toString(index));
            }
        }
        if (json.next() != null) {
            damage.add(CoreTexts.text("snapshot.damage.more", Long.toString(json.position())));
        }
    }

    private void param(int index, RawJson json) throws IOException {
        JsonFields fields = new JsonFields(
                json.members(name -> refuse(CoreTexts.text("snapshot.damage.twice", Integer.toString(index), name))));
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
            String address =
                    fields.has("address") ? CoreTexts.text("snapshot.damage.address", fields.raw("address")) : "";
            leaveOut("snapshot.damage.param", Integer.toString(index), address, String.valueOf(e.getMessage()));
        }
    }

    private void leaveOut(String key, String... arguments) {
        leftOut++;
        if (leftOut <= MAX_COMPLAINTS) {
            damage.add(CoreTexts.text(key, arguments));
        }
    }

    private void refuse(String sentence) {
        if (refusal == null) {
            refusal = sentence;
        }
    }

    static Optional<String> claspRefusal(Param param) {
        return problem(param.valueJson())
                .map(words -> CoreTexts.text("snapshot.refused.value", param.address(), words));
    }

    /// Names and fields that CLASP does not use must be readable for it all the same.
    private static Optional<String> claspRefusal(int index, Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getKey().equals("value"))
                .flatMap(field -> problem(field.getValue())
                        .map(words -> CoreTexts.text(
                                "snapshot.refused.field", field.getKey(), Integer.toString(index), words))
                        .stream())
                .findFirst();
    }

    /// The end of a sentence.
    private static Optional<String> problem(String json) {
        Set<ClaspReading> readings = ClaspScan.of(json, SnapshotJson.MAX_VALUE_DEPTH);
        if (readings.contains(ClaspReading.NULL_FOR_DEPTH)) {
            return Optional.of(
                    CoreTexts.text("snapshot.refused.depth", Integer.toString(SnapshotJson.MAX_VALUE_DEPTH)));
        }
        return readings.contains(ClaspReading.NULL_FOR_BAD_JSON)
                ? Optional.of(CoreTexts.text("snapshot.refused.badJson"))
                : Optional.empty();
    }
}
