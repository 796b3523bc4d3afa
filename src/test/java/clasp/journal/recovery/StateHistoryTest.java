package clasp.journal.recovery;

import static clasp.journal.recovery.ScriptedJournal.time;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.Compactor;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournals;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The state at any seq, with few states kept and many, against a replay in the plainest way.
@Tag("thorough")
class StateHistoryTest {
    private static final int JOURNALS = 1_500;
    private static final int SEQS = 25;

    private static final int FILES = 300;

    @Test
    void stateAtASeqIsThatOfAPlainReplay() {
        for (int seed = 0; seed < JOURNALS; seed++) {
            Random random = new Random(seed);
            RandomJournal plain = RandomJournal.of(random);
            ScriptedJournal journal = plain.scripted();
            for (RecoveryRule rule : RecoveryRule.values()) {
                compare(plain, journal, history(journal, rule, random), rule, random, "journal " + seed);
            }
        }
    }

    /// Read from files, also after a compaction, of which a history that is in use learns only by the next question.
    @Test
    void stateAtASeqOfAFileIsThatOfAPlainReplay(@TempDir Path folder) throws SQLException {
        for (int seed = 0; seed < FILES; seed++) {
            Random random = new Random(seed);
            RandomJournal plain = RandomJournal.of(random);
            Path file = folder.resolve(seed + ".db");
            plain.write(file);
            try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
                Map<RecoveryRule, StateHistory> histories = new EnumMap<>(RecoveryRule.class);
                for (RecoveryRule rule : RecoveryRule.values()) {
                    StateHistory history = history(journal, rule, random);
                    histories.put(rule, history);
                    compare(plain, journal, history, rule, random, "file " + seed);
                }
                if (random.nextBoolean()) {
                    long before = random.nextInt(130);
                    plain.compact(before);
                    compact(journal, before);
                    String compacted = "compacted file " + seed;
                    histories.forEach((rule, history) -> compare(plain, journal, history, rule, random, compacted));
                }
            }
        }
    }

    /// So many that they are not looked up one by one.
    @Test
    void stateOfManyParamsIsThatOfAPlainReplay() {
        Random random = new Random(3);
        RandomJournal plain = new RandomJournal();
        for (long seq = 1; seq <= 30_000; seq++) {
            Entry entry = new Entry(
                    seq,
                    time(seq),
                    "w" + random.nextInt(3),
                    "/p/" + random.nextInt(12_000),
                    "param",
                    Integer.toString(random.nextInt(9)),
                    random.nextInt(5) == 0 ? null : (Long) (1L + random.nextInt(3)),
                    random.nextInt(9) == 0 ? MsgType.PUBLISH : MsgType.SET);
            plain.add(entry);
        }
        ScriptedJournal journal = plain.scripted();
        for (RecoveryRule rule : RecoveryRule.values()) {
            StateHistory history = new StateHistory(journal, rule);
            for (long seq : new long[] {30_000, 29_999, 18_000, 30_000, 3}) {
                assertThat(history.at(seq, Progress.NONE, Cancellation.none()).params())
                        .as("%s at seq %s", rule, seq)
                        .isEqualTo(plain.plain(rule, seq));
            }
        }
    }

    @Test
    void whenARelayBeginsAnewNothingOfBeforeIsShown() {
        ScriptedJournal journal = new ScriptedJournal();
        journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L);
        StateHistory history = new StateHistory(journal, RecoveryRule.DOCUMENTED);
        history.at(2, Progress.NONE, Cancellation.none());
        journal.beginAnew();
        journal.set(1, "/b", "7", 1L).set(2, "/c", "8", 1L);
        assertThat(history.at(2, Progress.NONE, Cancellation.none()).plainParams())
                .extracting(Param::address, Param::valueJson)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/b", "7"), org.assertj.core.groups.Tuple.tuple("/c", "8"));
    }

    @Test
    void whatIsKeptIsBounded() {
        Checkpoints kept = new Checkpoints(10, 2_000);
        Lineage lineage =
                Lineage.of(new ScriptedJournal(), RecoveryRule.DOCUMENTED, Optional.empty(), Cancellation.none());
        for (int seq = 1; seq < 1_000; seq++) {
            kept.keep(lineage, new ParamSlots.Kept(seq, 0, new long[7], new long[7], Rejections.none()));
            assertThat(kept.bytes()).isLessThanOrEqualTo(2_000);
        }
        assertThat(kept.entriesBetween()).isGreaterThan(10);
        assertThat(kept.nearest(lineage, 999)).isPresent();
    }

    private static StateHistory history(JournalReader journal, RecoveryRule rule, Random random) {
        StateHistory history =
                new StateHistory(journal, rule, 1 + random.nextInt(20), random.nextInt(2_000), random.nextInt(20));
        if (random.nextBoolean()) {
            history.prepare(Progress.NONE, Cancellation.none());
        }
        return history;
    }

    private static void compare(
            RandomJournal plain,
            JournalReader journal,
            StateHistory history,
            RecoveryRule rule,
            Random random,
            String which) {
        long seq = 60;
        for (int i = 0; i < SEQS; i++) {
            // Leaps, and steps to the neighbours.
            seq = random.nextInt(3) == 0 ? random.nextInt(140) - 5 : seq + random.nextInt(3) - 1;
            RecoveredState state = history.at(seq, Progress.NONE, Cancellation.none());
            assertThat(state.params())
                    .as("%s, %s at seq %s", which, rule, seq)
                    .containsExactlyElementsOf(plain.plain(rule, seq));
            assertThat(state).isEqualTo(new Recovery(journal, rule).at(seq, Progress.NONE, Cancellation.none()));
        }
    }

    private static void compact(JournalReader journal, long before) {
        Compactor compactor = ((CompactionAccess.Available) journal.compaction()).compactor();
        compactor.compact(
                new CompactionOrder(before, null, false, false), CompactionProgress.NONE, Cancellation.none());
    }
}
