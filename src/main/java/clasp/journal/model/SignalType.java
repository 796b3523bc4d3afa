package clasp.journal.model;

import java.util.Optional;

/// The kinds of signal that CLASP knows, with the text that a journal stores for each.
public enum SignalType {
    PARAM("param"),
    EVENT("event"),
    STREAM("stream"),
    GESTURE("gesture"),
    TIMELINE("timeline");

    private final String text;

    SignalType(String text) {
        this.text = text;
    }

    /// The text stored in a journal, lower case.
    public String text() {
        return text;
    }

    /// The type stored as exactly `text`; empty for anything else (CLASP itself reads that as `event`).
    public static Optional<SignalType> of(String text) {
        return switch (text) {
            case "param" -> Optional.of(PARAM);
            case "event" -> Optional.of(EVENT);
            case "stream" -> Optional.of(STREAM);
            case "gesture" -> Optional.of(GESTURE);
            case "timeline" -> Optional.of(TIMELINE);
            default -> Optional.empty();
        };
    }
}
