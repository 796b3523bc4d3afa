package clasp.journal.recovery;

import clasp.journal.demo.ShowPlan;
import clasp.journal.demo.ShowSimulator;
import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.model.SnapshotJson;
import clasp.journal.recovery.FaultyJournal.Planted;
import clasp.journal.testing.JournalFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// The journal file of a show whose writer was killed, with the faults that only files have planted into its snapshots
/// and its log at random places, and what has to be found for them: no more and no less.
final class FaultyFile {
    /// What is planted here.
    static final List<ProblemKind> KINDS = List.of(
            ProblemKind.UNREADABLE_SNAPSHOT,
            ProblemKind.ONLY_IN_LOG,
            ProblemKind.UNREADABLE_LOG,
            ProblemKind.UNFINISHED_LOG,
            ProblemKind.MISSING_LOG);

    /// What happens to the log.
    enum LogFault {
        NONE,
        HEADER,
        FRAME,
        SALTS,
        CUT_COMMIT,
        CUT_CHANGE,
        CUT_WITH_INDEX,
        EMPTIED_WITH_INDEX,
        GONE_WITH_INDEX
    }

    private static final int IN_DATABASE = 300;
    private static final int TRANSACTIONS = 12;
    private static final int HEADER = 32;
    private static final int FRAME = 24 + 4_096;

    /// @param end how long the log is with it
    private record Transaction(long firstSeq, long lastSeq, long begin, long end) {
        int frames() {
            return (int) ((end - begin) / FRAME);
        }
    }

    private final Random random;
    private final List<Entry> all = new ArrayList<>();
    private final List<Transaction> transactions = new ArrayList<>();
    private final List<Planted> planted = new ArrayList<>();

    private FaultyFile(Random random) {
        this.random = random;
    }

    /// @param file that is not there yet
    /// @return what is planted
    static List<Planted> write(Path file, long seed, LogFault fault) throws IOException, SQLException {
        FaultyFile faulty = new FaultyFile(new Random(seed));
        Path written = file.resolveSibling("written-" + file.getFileName());
        faulty.show(seed, written);
        faulty.crash(written, file);
        faulty.damage(fault, file);
        return faulty.planted;
    }

    private void show(long seed, Path file) throws SQLException {
        ShowSimulator show = new ShowSimulator(ShowPlan.ofSeed(seed));
        for (long seq = 1; seq <= IN_DATABASE + TRANSACTIONS * 20; seq++) {
            all.add(show.next().withSeq(seq));
        }
        JournalFiles.write(file, all.subList(0, IN_DATABASE));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            List<Integer> places = new ArrayList<>(List.of(0, 1, 2, 3));
            Collections.shuffle(places, random);
            for (int kind : places) {
                snapshot(kind, connection);
            }
        }
    }

    private void snapshot(int kind, Connection connection) throws SQLException {
        long at = 50 + random.nextInt(IN_DATABASE - 50);
        List<Param> params = state(at);
        String text = SnapshotJson.write(params);
        switch (kind) {
            case 0 -> {
                text = text.substring(0, random.nextInt(text.length() - 1));
                planted.add(new Planted(ProblemKind.UNREADABLE_SNAPSHOT, at, null));
            }
            case 1 -> {
                Param deep = new Param("/deep", "[".repeat(126) + "]".repeat(126), 1, "x", 1);
                params.add(random.nextInt(params.size()), deep);
                text = SnapshotJson.write(params);
                planted.add(new Planted(ProblemKind.UNREADABLE_SNAPSHOT, at, "/deep"));
            }
            case 2 -> {
                int changed = random.nextInt(params.size());
                Param right = params.get(changed);
                params.set(
                        changed,
                        new Param(
                                right.address(),
                                right.valueJson(),
                                right.revision() + 7,
                                right.writer(),
                                right.timestampMicros()));
                text = SnapshotJson.write(params);
                planted.add(new Planted(ProblemKind.SNAPSHOT_DISAGREES, at, right.address()));
            }
            default -> {
                // It is as it should be.
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO snapshots (created_at, seq_at, data_json) VALUES (1, ?, ?)")) {
            insert.setLong(1, at);
            insert.setString(2, text);
            insert.executeUpdate();
        }
    }

    private List<Param> state(long at) {
        Map<String, Param> params = new TreeMap<>();
        for (Entry entry : all.subList(0, (int) at)) {
            Long revision = entry.revision();
            if (entry.isSet() && revision != null) {
                params.put(
                        entry.address(),
                        new Param(
                                entry.address(), entry.valueJson(), revision, entry.author(), entry.timestampMicros()));
            }
        }
        return new ArrayList<>(params.values());
    }

    /// Entries that are only in the log, in several transactions, and the files as they are then.
    private void crash(Path written, Path left) throws IOException, SQLException {
        Path log = beside(written, "-wal");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + written);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = 0");
            connection.setAutoCommit(false);
            int next = IN_DATABASE;
            long begin = HEADER;
            for (int i = 0; i < TRANSACTIONS; i++) {
                int entries = 1 + random.nextInt(20);
                JournalFiles.insert(connection, all.subList(next, next + entries));
                connection.commit();
                transactions.add(new Transaction(next + 1L, next + entries, begin, Files.size(log)));
                begin = Files.size(log);
                next += entries;
            }
            Files.copy(written, left);
            Files.copy(log, beside(left, "-wal"));
            Files.copy(beside(written, "-shm"), beside(left, "-shm"));
        }
    }

    private void damage(LogFault fault, Path file) throws IOException {
        Path index = beside(file, "-shm");
        Path wal = beside(file, "-wal");
        byte[] log = Files.readAllBytes(wal);
        int hit = random.nextInt(TRANSACTIONS);
        Transaction one = transactions.get(hit);
        int frame = (int) one.begin() + FRAME * random.nextInt(one.frames());
        if (!fault.name().endsWith("WITH_INDEX") && random.nextBoolean()) {
            Files.delete(index);
        }
        int readable = hit;
        ProblemKind found = ProblemKind.UNREADABLE_LOG;
        switch (fault) {
            case NONE, GONE_WITH_INDEX -> readable = TRANSACTIONS;
            case HEADER -> {
                flip(log, random.nextInt(HEADER));
                readable = 0;
            }
            case FRAME -> flip(log, frame + 24 + random.nextInt(4_096));
            case SALTS -> flip(log, frame + 8 + random.nextInt(8));
            case CUT_COMMIT -> log = Arrays.copyOf(log, (int) one.end() - 1 - random.nextInt(4_095));
            case CUT_CHANGE -> {
                // Without the shared memory nobody can tell a cut from a writer that was stopped.
                Files.deleteIfExists(index);
                log = Arrays.copyOf(log, (int) one.begin() + 25 + random.nextInt(4_095));
                found = one.frames() == 1 ? ProblemKind.UNREADABLE_LOG : ProblemKind.UNFINISHED_LOG;
            }
            case CUT_WITH_INDEX -> log = Arrays.copyOf(log, (int) one.begin());
            case EMPTIED_WITH_INDEX -> {
                log = Arrays.copyOf(log, random.nextInt(HEADER + 1));
                readable = 0;
            }
        }
        Files.write(wal, log);
        if (fault == LogFault.GONE_WITH_INDEX) {
            Files.delete(wal);
            readable = 0;
            found = ProblemKind.MISSING_LOG;
        }
        if (readable > 0) {
            planted.add(new Planted(ProblemKind.ONLY_IN_LOG, IN_DATABASE + 1L, null));
        }
        if (readable < TRANSACTIONS) {
            planted.add(new Planted(found, transactions.get(readable).firstSeq(), null));
        }
    }

    private void flip(byte[] bytes, int at) {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
