package clasp.journal.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What CLASP reads from an entry differently from what is stored in it.
public enum ClaspReading {
    /// The value is not JSON as CLASP's reader takes it; CLASP reads null, in silence.
    NULL_FOR_BAD_JSON,
    /// The value is nested deeper than CLASP's reader follows; CLASP reads null, in silence.
    NULL_FOR_DEPTH,
    /// An integer that is no signed 64-bit number (or is `-0`) becomes a float.
    FLOAT_FOR_INTEGER,
    /// Of equal keys in a map, only the last is read.
    LAST_KEY_WINS,
    /// The signal type is none of the five texts that CLASP knows, letter for letter; CLASP reads `event`.
    EVENT_FOR_SIGNAL_TYPE,
    /// The message type does not fit 8 bits; CLASP reads the lowest 8.
    MSG_TYPE_CUT;

    /// How deep CLASP reads nested arrays and maps.
    public static final int MAX_DEPTH = 127;

    /// Everything about the entry that CLASP reads differently, in the order of this enum; empty when nothing.
    public static Set<ClaspReading> of(Entry entry) {
        EnumSet<ClaspReading> found = ClaspScan.of(entry.valueJson(), MAX_DEPTH);
        found.addAll(ofFields(entry));
        return Collections.unmodifiableSet(found);
    }

    /// What CLASP reads differently apart from the value: for an entry whose value is not at hand as a whole.
    public static Set<ClaspReading> ofFields(Entry entry) {
        EnumSet<ClaspReading> found = EnumSet.noneOf(ClaspReading.class);
        if (SignalType.of(entry.signalType()).isEmpty()) {
            found.add(EVENT_FOR_SIGNAL_TYPE);
        }
        if (cut(entry.msgType()) != entry.msgType()) {
            found.add(MSG_TYPE_CUT);
        }
        return Collections.unmodifiableSet(found);
    }

    /// What CLASP reads differently in a value.
    public static Set<ClaspReading> ofValue(String valueJson) {
        return Collections.unmodifiableSet(ClaspScan.of(valueJson, MAX_DEPTH));
    }

    /// Whether CLASP surely reads the value as it is stored, found out at little cost; false says nothing.
    public static boolean isPlain(String valueJson) {
        return PlainValues.isPlain(valueJson);
    }

    /// The same of a value as it stands in UTF-8, from one index to before another.
    public static boolean isPlain(byte[] utf8, int from, int to) {
        return PlainBytes.isPlain(utf8, from, to);
    }

    /// A sentence that says what is stored and what CLASP sees instead.
    public String sentence(Entry entry) {
        return switch (this) {
            case NULL_FOR_BAD_JSON -> CoreTexts.text("recovery.reading.badJson");
            case NULL_FOR_DEPTH -> CoreTexts.text("recovery.reading.depth", Integer.toString(MAX_DEPTH));
            case FLOAT_FOR_INTEGER -> CoreTexts.text("recovery.reading.integer");
            case LAST_KEY_WINS -> CoreTexts.text("recovery.reading.keys");
            case EVENT_FOR_SIGNAL_TYPE -> CoreTexts.text("recovery.reading.signalType", entry.signalType());
            case MSG_TYPE_CUT ->
                CoreTexts.text(
                        "recovery.reading.msgType",
                        Long.toString(entry.msgType()),
                        Long.toString(cut(entry.msgType())),
                        MsgType.name(cut(entry.msgType())));
        };
    }

    private static long cut(long msgType) {
        return msgType & 0xFF;
    }
}
