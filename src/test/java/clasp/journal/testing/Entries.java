package clasp.journal.testing;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;

/// Entries for tests that care about one field of them.
public final class Entries {
    private Entries() {}

    public static Entry set(String address, String valueJson) {
        return new Entry(0, 1_708_500_000_000_000L, "author", address, "param", valueJson, 1L, MsgType.SET);
    }

    public static Entry publish(String address, String signalType, String valueJson) {
        return new Entry(0, 1_708_500_000_000_000L, "author", address, signalType, valueJson, null, MsgType.PUBLISH);
    }

    public static Entry at(long timestampMicros, String address) {
        return new Entry(0, timestampMicros, "author", address, "param", "1", 1L, MsgType.SET);
    }
}
