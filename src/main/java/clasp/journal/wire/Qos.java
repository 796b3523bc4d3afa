package clasp.journal.wire;

import clasp.journal.model.SignalType;
import org.jspecify.annotations.Nullable;

/// How surely a frame is to arrive, as its sender wishes.
public enum Qos {
    /// Best effort.
    FIRE(0),
    /// At least once.
    CONFIRM(1),
    /// Once, and in order.
    COMMIT(2);

    private final int code;

    Qos(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /// The reserved code 3 means best effort, as it does to CLASP.
    static Qos ofCode(int code) {
        return switch (code) {
            case 1 -> CONFIRM;
            case 2 -> COMMIT;
            default -> FIRE;
        };
    }

    /// What CLASP sends a message with unless it is told otherwise.
    public static Qos usualFor(Message message) {
        return switch (message) {
            case Message.Set _,
                    Message.Subscribe _,
                    Message.Unsubscribe _,
                    Message.Replay _,
                    Message.FederationSync _ -> CONFIRM;
            case Message.Bundle _ -> COMMIT;
            case Message.Publish publish -> usualFor(publish.signal());
            case Message.Hello _,
                    Message.Welcome _,
                    Message.Announce _,
                    Message.Get _,
                    Message.Snapshot _,
                    Message.Sync _,
                    Message.Ping _,
                    Message.Pong _,
                    Message.Ack _,
                    Message.Error _,
                    Message.Query _,
                    Message.Result _ -> FIRE;
        };
    }

    private static Qos usualFor(@Nullable SignalType signal) {
        return switch (signal) {
            case PARAM, EVENT -> CONFIRM;
            case TIMELINE -> COMMIT;
            case STREAM, GESTURE -> FIRE;
            case null -> FIRE;
        };
    }
}
