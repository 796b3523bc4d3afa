package clasp.journal.demo;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.store.Journal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The small journal of the guide's page on recovery: two desks fade some lights, a snapshot is taken, everything up to
/// it is compacted away, and then the house light is set once more. Equal at every call but for the time of the
/// snapshot. Stateless.
public final class RecoveryExample {
    /// The param of the last SET.
    public static final String HOUSE_LIGHT = "/house/dimmer";

    private static final long START_MICROS = 1_773_518_400_000_000L;
    private static final long STEP_MICROS = 83_000;
    private static final int ROUNDS = 10;
    private static final int LIGHTS = 12;

    private RecoveryExample() {}

    /// Writes it.
    ///
    /// @param journal empty
    public static void write(Journal journal) {
        Map<String, Param> state = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            for (int light = 0; light < LIGHTS; light++) {
                String level = Double.toString((round * 7 + light * 3) % 20 / 20.0);
                String writer = light % 2 == 0 ? "desk-left" : "desk-right";
                entries.add(set(state, "/lumen/scene/0/layer/" + light + "/opacity", level, writer, entries.size()));
            }
        }
        for (String level : List.of("0.2", "0.5", "0.8")) {
            entries.add(set(state, HOUSE_LIGHT, level, "house-panel", entries.size()));
        }
        journal.appendAll(entries);
        journal.snapshot(List.copyOf(state.values()));
        journal.compact(entries.size() + 1L);
        journal.append(set(state, HOUSE_LIGHT, "1.0", "house-panel", entries.size() + 60));
    }

    private static Entry set(Map<String, Param> state, String address, String value, String writer, long step) {
        Param before = state.get(address);
        long revision = before == null ? 1 : before.revision() + 1;
        long micros = START_MICROS + step * STEP_MICROS;
        state.put(address, new Param(address, value, revision, writer, micros));
        return new Entry(0, micros, writer, address, "param", value, revision, MsgType.SET);
    }
}
