package clasp.journal.wire;

import org.jspecify.annotations.Nullable;

/// What a FEDERATION_SYNC between two routers is about.
public enum FederationOp {
    DECLARE_NAMESPACES(0x01, "DeclareNamespaces"),
    REQUEST_SYNC(0x02, "RequestSync"),
    REVISION_VECTOR(0x03, "RevisionVector"),
    SYNC_COMPLETE(0x04, "SyncComplete");

    private final int code;
    private final String text;

    FederationOp(int code, String text) {
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

    static @Nullable FederationOp ofCode(int code) {
        return code >= 1 && code <= values().length ? values()[code - 1] : null;
    }

    static @Nullable FederationOp of(String text) {
        for (FederationOp op : values()) {
            if (op.text.equals(text)) {
                return op;
            }
        }
        return null;
    }
}
