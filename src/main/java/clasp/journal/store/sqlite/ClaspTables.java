package clasp.journal.store.sqlite;

import java.util.List;

/// The tables and indexes of a journal file, in the text with which CLASP itself declares them. Immutable.
final class ClaspTables {
    static final List<String> TABLES = List.of("""
        CREATE TABLE IF NOT EXISTS journal_entries (
                        seq INTEGER PRIMARY KEY AUTOINCREMENT,
                        timestamp INTEGER NOT NULL,
                        author TEXT NOT NULL,
                        address TEXT NOT NULL,
                        signal_type TEXT NOT NULL,
                        value_json TEXT NOT NULL,
                        revision INTEGER,
                        msg_type INTEGER NOT NULL,
                        hmac TEXT
                    )\
        """, """
        CREATE TABLE IF NOT EXISTS snapshots (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        created_at INTEGER NOT NULL,
                        seq_at INTEGER NOT NULL,
                        data_json TEXT NOT NULL
                    )\
        """);

    static final List<String> INDEXES = List.of(
            "CREATE INDEX IF NOT EXISTS idx_entries_address ON journal_entries(address)",
            "CREATE INDEX IF NOT EXISTS idx_entries_timestamp ON journal_entries(timestamp)",
            "CREATE INDEX IF NOT EXISTS idx_entries_signal_type ON journal_entries(signal_type)");

    private ClaspTables() {}
}
