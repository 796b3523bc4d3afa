package clasp.journal.wire;

import org.jspecify.annotations.Nullable;

/// How far a gesture has come. Every PUBLISH has a phase; it means something for gestures only.
public enum GesturePhase {
    START(0, "start"),
    MOVE(1, "move"),
    END(2, "end"),
    CANCEL(3, "cancel");

    private final int code;
    private final String text;

    GesturePhase(int code, String text) {
        this.code = code;
        this.text = text;
    }

    int code() {
        return code;
    }

    /// What the JSON form calls it.
    public String text() {
        return text;
    }

    static @Nullable GesturePhase ofCode(int code) {
        return code < values().length ? values()[code] : null;
    }

    static @Nullable GesturePhase of(String text) {
        for (GesturePhase phase : values()) {
            if (phase.text.equals(text)) {
                return phase;
            }
        }
        return null;
    }
}
