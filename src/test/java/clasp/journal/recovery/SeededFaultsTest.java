package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.demo.ShowPlan;
import clasp.journal.demo.ShowSimulator;
import clasp.journal.model.Hmacs;
import clasp.journal.recovery.FaultyJournal.Planted;
import clasp.journal.store.Cancellation;
import clasp.journal.store.HmacReport;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Faults of every kind, several at once at random places: each is found where it was planted, and nothing
/// else.
class SeededFaultsTest {
    private static final int JOURNALS = 250;
    private static final int ENTRIES = 1_200;
    private static final int SIGNED = 6_000;
    private static final Hmacs KEY = Hmacs.withKey("5a".repeat(32));
    private static final List<String> CHANGES = List.of(
            "value_json = 'true ' || value_json",
            "address = address || '/x'",
            "timestamp = timestamp + 1",
            "hmac = upper(hmac) || '0'",
            "hmac = substr(hmac, 2) || 'x'",
            "hmac = (SELECT e.hmac FROM journal_entries e WHERE e.seq <> journal_entries.seq AND e.hmac <>"
                    + " journal_entries.hmac LIMIT 1)",
            "hmac = ''");

    @Test
    void everyPlantedFaultIsFoundAtItsSeqAndNothingElse() {
        Map<ProblemKind, Integer> planted = new EnumMap<>(ProblemKind.class);
        for (long seed = 1; seed <= JOURNALS; seed++) {
            ScriptedJournal journal = new ScriptedJournal();
            FaultyJournal faulty = FaultyJournal.of(seed, ENTRIES, kinds(new Random(seed)), journal);
            FaultyJournal.count(faulty.planted()).forEach((kind, times) -> planted.merge(kind, times, Integer::sum));

            assertThat(Planted.foundIn(journal))
                    .as("seed %s", seed)
                    .containsExactlyInAnyOrderElementsOf(faulty.planted());
        }
        // HMACs are planted below, and what only a file can have in SeededFilesTest.
        List<ProblemKind> kinds = new ArrayList<>(List.of(ProblemKind.values()));
        kinds.removeAll(List.of(ProblemKind.WRONG_HMAC, ProblemKind.UNCHECKED_HMACS));
        // Needs a writer that is running.
        kinds.remove(ProblemKind.DAMAGED_OPEN_LOG);
        // Nothing else is certain about a file that is cut off or damaged.
        kinds.removeAll(List.of(ProblemKind.CUT_OFF, ProblemKind.DAMAGED));
        kinds.removeAll(FaultyFile.KINDS);
        assertThat(planted).containsOnlyKeys(kinds);
    }

    /// Values, addresses and times that somebody changed in the file, and an HMAC of another entry.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyWrongHmacIsFoundAtItsSeqAndNothingElse(long seed, @TempDir Path folder) throws SQLException {
        Path file = folder.resolve("signed.db");
        ShowSimulator show = new ShowSimulator(ShowPlan.ofSeed(seed));
        try (SqliteJournal journal = new SqliteJournals().create(file, KEY)) {
            journal.appendAll(Stream.generate(show::next).limit(SIGNED).toList());
        }
        List<Planted> planted = new ArrayList<>();
        Random random = new Random(seed);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            List<Integer> seqs = IntStream.rangeClosed(1, SIGNED).boxed().collect(Collectors.toList());
            Collections.shuffle(seqs, random);
            for (int i = 0; i < CHANGES.size(); i++) {
                statement.execute("UPDATE journal_entries SET " + CHANGES.get(i) + " WHERE seq = " + seqs.get(i));
                planted.add(new Planted(ProblemKind.WRONG_HMAC, seqs.get(i), address(statement, seqs.get(i))));
            }
            // Entries without one are of the time before there was a key.
            statement.execute("UPDATE journal_entries SET hmac = NULL WHERE seq = " + seqs.getLast());
        }
        planted.sort(Comparator.comparingLong(Planted::seq));
        List<Planted> found = new ArrayList<>();
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            var report = HmacProblems.run(
                    journal,
                    KEY,
                    problem -> found.add(new Planted(
                            problem.kind(), problem.seq(), problem.concerns().orElse(null))),
                    Progress.NONE,
                    Cancellation.none());
            assertThat(report).contains(new HmacReport(SIGNED - 1 - CHANGES.size(), CHANGES.size(), 1));
        }
        assertThat(found).containsExactlyElementsOf(planted);
    }

    private static String address(Statement statement, long seq) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT address FROM journal_entries WHERE seq = " + seq)) {
            return row.getString(1);
        }
    }

    /// Up to a dozen faults of entries and a few of the whole.
    private static List<ProblemKind> kinds(Random random) {
        List<ProblemKind> kinds = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            kinds.add(FaultyJournal.OF_ENTRIES.get(random.nextInt(FaultyJournal.OF_ENTRIES.size())));
        }
        List<ProblemKind> whole = new ArrayList<>(FaultyJournal.OF_THE_WHOLE);
        Collections.shuffle(whole, random);
        kinds.addAll(whole.subList(0, random.nextInt(5)));
        return kinds;
    }
}
