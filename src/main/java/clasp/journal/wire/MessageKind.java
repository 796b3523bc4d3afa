package clasp.journal.wire;

import org.jspecify.annotations.Nullable;

/// The messages that CLASP knows. The constant's name is what the JSON form calls it.
public enum MessageKind {
    HELLO(0x01),
    WELCOME(0x02),
    ANNOUNCE(0x03),
    FEDERATION_SYNC(0x04),
    SUBSCRIBE(0x10),
    UNSUBSCRIBE(0x11),
    PUBLISH(0x20),
    SET(0x21),
    GET(0x22),
    SNAPSHOT(0x23),
    REPLAY(0x24),
    BUNDLE(0x30),
    SYNC(0x40),
    PING(0x41),
    PONG(0x42),
    ACK(0x50),
    ERROR(0x51),
    QUERY(0x60),
    RESULT(0x61);

    private static final @Nullable MessageKind[] BY_CODE = new @Nullable MessageKind[256];

    static {
        for (MessageKind kind : values()) {
            BY_CODE[kind.code] = kind;
        }
    }

    private final int code;

    MessageKind(int code) {
        this.code = code;
    }

    /// The first byte of the binary form.
    public int code() {
        return code;
    }

    /// The kind with this code, one byte; null when there is none.
    static @Nullable MessageKind ofCode(int code) {
        return BY_CODE[code];
    }

    /// The kind that the JSON form calls `name`; null when there is none.
    static @Nullable MessageKind ofName(String name) {
        for (MessageKind kind : values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return null;
    }

    static MessageKind of(Message message) {
        return switch (message) {
            case Message.Hello _ -> HELLO;
            case Message.Welcome _ -> WELCOME;
            case Message.Announce _ -> ANNOUNCE;
            case Message.FederationSync _ -> FEDERATION_SYNC;
            case Message.Subscribe _ -> SUBSCRIBE;
            case Message.Unsubscribe _ -> UNSUBSCRIBE;
            case Message.Publish _ -> PUBLISH;
            case Message.Set _ -> SET;
            case Message.Get _ -> GET;
            case Message.Snapshot _ -> SNAPSHOT;
            case Message.Replay _ -> REPLAY;
            case Message.Bundle _ -> BUNDLE;
            case Message.Sync _ -> SYNC;
            case Message.Ping _ -> PING;
            case Message.Pong _ -> PONG;
            case Message.Ack _ -> ACK;
            case Message.Error _ -> ERROR;
            case Message.Query _ -> QUERY;
            case Message.Result _ -> RESULT;
        };
    }
}
