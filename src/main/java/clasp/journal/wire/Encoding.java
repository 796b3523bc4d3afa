package clasp.journal.wire;

/// How the message inside a frame is written.
public enum Encoding {
    /// Encoding version 1, the only one that is written.
    BINARY,
    /// Encoding version 0: a MessagePack map with named keys, as old clients send.
    LEGACY
}
