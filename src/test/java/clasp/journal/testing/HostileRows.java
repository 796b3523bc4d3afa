package clasp.journal.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Journals as CLASP declares them, with rows as no router would write them, by the name of what is wrong with them.
public final class HostileRows {
    private static final String NESTED = "[".repeat(100_000);
    private static final String SNAPSHOTS =
            "CREATE TABLE snapshots (id INTEGER PRIMARY KEY, created_at, seq_at, data_json)";

    private HostileRows() {}

    /// What is wrong, with the statements that make such a database.
    public static Map<String, List<String>> databases() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put(
                "values nested without end",
                plain(
                        "UPDATE journal_entries SET value_json = '" + NESTED + "' WHERE seq % 50 = 0",
                        SNAPSHOTS,
                        "INSERT INTO snapshots VALUES (1, 1, 9, '" + NESTED + "'), (2, NULL, NULL, x'ff'),"
                                + " (3, 1e308, -5, '[{\"address\":{\"a\":[[[')"));
        all.put(
                "texts that are no text",
                plain("UPDATE journal_entries SET address = CAST(x'2f00ff2fc0af' AS TEXT), author ="
                        + " CAST(x'1b5b324a0a0d' AS TEXT), signal_type = '<script>', msg_type = -9e18"));
        all.put(
                "numbers that are none",
                plain(
                        "UPDATE journal_entries SET timestamp = 9e999, revision = -9e999, msg_type = 9e999 WHERE"
                                + " seq % 3 = 0",
                        "UPDATE journal_entries SET timestamp = -9e999, value_json = 'NaN' WHERE seq % 3 = 1",
                        "UPDATE journal_entries SET timestamp = NULL, value_json = '[1e99999, -Infinity, 1e-99999]'"
                                + " WHERE seq % 3 = 2"));
        all.put(
                "seqs and times at the ends of their range",
                plain(
                        "INSERT INTO journal_entries (seq, timestamp) VALUES (-9223372036854775808,"
                                + " -9223372036854775808), (9223372036854775807, 9223372036854775807)",
                        "UPDATE journal_entries SET timestamp = 9223372036854775807 - seq WHERE seq % 2"));
        all.put(
                "every type in every column",
                plain(
                        "UPDATE journal_entries SET timestamp = x'00', author = 1.5, address = x'ff', signal_type = 7,"
                                + " value_json = x'7b22', revision = 'r', msg_type = x'21' WHERE seq % 2",
                        "UPDATE journal_entries SET timestamp = 'now', author = NULL, address = NULL, signal_type ="
                                + " NULL, value_json = NULL, revision = 1.5, msg_type = 'SET' WHERE NOT seq % 2"));
        all.put(
                "a text and a blob of many megabytes",
                plain(
                        "UPDATE journal_entries SET value_json = hex(zeroblob(2000000)) WHERE seq = 7",
                        "UPDATE journal_entries SET address = '/' || hex(zeroblob(500000)) WHERE seq = 8",
                        "UPDATE journal_entries SET value_json = zeroblob(4000000), author = zeroblob(1000000),"
                                + " signal_type = hex(zeroblob(500000)) WHERE seq = 9"));
        all.put(
                "addresses made to branch",
                plain("UPDATE journal_entries SET address = '/' || replace(hex(zeroblob(5000)), '00', 'x/') || seq"));
        all.put(
                "a snapshot that repeats itself",
                plain(
                        SNAPSHOTS,
                        "INSERT INTO snapshots VALUES (1, 1, 9, '[' || substr(replace(hex(zeroblob(20000)), '00',"
                                + " ',{\"address\":\"/a\",\"value\":1,\"revision\":1e400}'), 2) || ']'),"
                                + " (2, 'x', 'y', '{}'), (-3, 9e999, -9e999, NULL)"));
        all.put(
                "texts in UTF-16 that are none",
                List.of(
                        "PRAGMA encoding = 'UTF-16le'",
                        HostileFiles.PLAIN,
                        HostileFiles.ROWS,
                        "UPDATE journal_entries SET address = CAST(x'2f0000d8' AS TEXT), value_json ="
                                + " CAST(x'00dc2200ff' AS TEXT)"));
        return all;
    }

    private static List<String> plain(String... more) {
        List<String> all = new ArrayList<>(List.of(HostileFiles.PLAIN, HostileFiles.ROWS));
        all.addAll(List.of(more));
        return all;
    }
}
