package clasp.journal.wire;

import org.jspecify.annotations.Nullable;

/// What a client or a router can do, as HELLO and WELCOME say.
public enum Feature {
    PARAM(0x80, "param"),
    EVENT(0x40, "event"),
    STREAM(0x20, "stream"),
    GESTURE(0x10, "gesture"),
    TIMELINE(0x08, "timeline"),
    FEDERATION(0x04, "federation");

    private final int bit;
    private final String text;

    Feature(int bit, String text) {
        this.bit = bit;
        this.text = text;
    }

    int bit() {
        return bit;
    }

    /// What the JSON form calls it.
    public String text() {
        return text;
    }

    static @Nullable Feature of(String text) {
        for (Feature feature : values()) {
            if (feature.text.equals(text)) {
                return feature;
            }
        }
        return null;
    }
}
