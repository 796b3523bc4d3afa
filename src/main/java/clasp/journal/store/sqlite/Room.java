package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;

/// Numbers of bytes in a sentence about a disk that lacks them: what is needed is rounded up and what is free down, so
/// that they never look alike. Stateless.
final class Room {
    private static final long MB = 1_000_000;
    private static final long TENTH_OF_GB = 100_000_000;

    private Room() {}

    /// `1 MB`, `148 MB`, `1.9 GB`.
    static String needed(long bytes) {
        return text(Math.ceilDiv(bytes, MB), Math.ceilDiv(bytes, TENTH_OF_GB));
    }

    /// `0 MB`, `147 MB`, `1.8 GB`.
    static String free(long bytes) {
        return text(bytes / MB, bytes / TENTH_OF_GB);
    }

    private static String text(long megabytes, long tenths) {
        return megabytes < 1_000
                ? CoreTexts.text("store.room.mb", Long.toString(megabytes))
                : CoreTexts.text("store.room.gb", Long.toString(tenths / 10), Long.toString(tenths % 10));
    }
}
