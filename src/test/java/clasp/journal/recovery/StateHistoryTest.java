package clasp.journal.recovery;

import static clasp.journal.recovery.ScriptedJournal.time;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The state at any seq, with few states kept and many, against a replay in the plainest way.
class StateHistoryTest {
    private static final int JOURNALS = 1_500;
    private static final int SEQS = 25;

    private record Taken(long seqAt, boolean usable, List<Param> params) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<Taken> snapshots = new ArrayList<>();

    @Test
    void stateAtASeqIsThatOfAPlainReplay() {
        for (int seed = 0; seed < JOURNALS; seed++) {
            Random random = new Random(seed);
            ScriptedJournal journal = randomJournal(random);
            for (RecoveryRule rule : RecoveryRule.values()) {
                StateHistory history = new StateHistory(
                        journal, rule, 1 + random.nextInt(20), random.nextInt(2_000), random.nextInt(20));
                if (random.nextBoolean()) {
                    history.prepare(Progress.NONE, Cancellation.none());
                }
                long seq = 60;
                for (int i = 0; i < SEQS; i++) {
                    // Leaps, and steps to the neighbours.
                    seq = random.nextInt(3) == 0 ? random.nextInt(140) - 5 : seq + random.nextInt(3) - 1;
                    RecoveredState state = history.at(seq, Progress.NONE, Cancellation.none());
                    assertThat(state.params())
                            .as("journal %s, %s at seq %s", seed, rule, seq)
                            .containsExactlyElementsOf(plain(rule, seq));
                    assertThat(state)
                            .isEqualTo(new Recovery(journal, rule).at(seq, Progress.NONE, Cancellation.none()));
                }
            }
        }
    }

    /// So many that they are not looked up one by one.
    @Test
    void stateOfManyParamsIsThatOfAPlainReplay() {
        Random random = new Random(3);
        ScriptedJournal journal = new ScriptedJournal();
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
            entries.add(entry);
            journal.entry(entry);
        }
        for (RecoveryRule rule : RecoveryRule.values()) {
            StateHistory history = new StateHistory(journal, rule);
            for (long seq : new long[] {30_000, 29_999, 18_000, 30_000, 3}) {
                assertThat(history.at(seq, Progress.NONE, Cancellation.none()).params())
                        .as("%s at seq %s", rule, seq)
                        .isEqualTo(plain(rule, seq));
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

    private ScriptedJournal randomJournal(Random random) {
        entries.clear();
        snapshots.clear();
        ScriptedJournal journal = new ScriptedJournal();
        Map<String, Long> revisions = new LinkedHashMap<>();
        long seq = random.nextInt(10);
        while (seq < 120) {
            seq += random.nextInt(10) == 0 ? 3 : 1;
            String address = "/p/" + random.nextInt(6);
            Entry entry = entry(random, seq, address, revisions);
            entries.add(entry);
            journal.entry(entry);
            if (random.nextInt(30) == 0) {
                take(journal, random, seq);
            }
        }
        return journal;
    }

    private static Entry entry(Random random, long seq, String address, Map<String, Long> revisions) {
        String value = random.nextInt(20) == 0 ? "{broken" : Integer.toString(random.nextInt(100));
        return switch (random.nextInt(10)) {
            case 0 -> new Entry(seq, time(seq), "a", address, "event", value, null, MsgType.PUBLISH);
            case 1 -> new Entry(seq, time(seq), "a", address, "param", value, null, MsgType.SET);
            case 2 -> new Entry(seq, time(seq), "a", address, "param", value, 1L, MsgType.SET + 0x100);
            case 3 -> new Entry(seq, time(seq), "a", address, "param", value, (long) random.nextInt(4), MsgType.SET);
            default ->
                new Entry(
                        seq,
                        time(seq),
                        "a",
                        address,
                        "param",
                        value,
                        revisions.merge(address, 1L, Long::sum),
                        MsgType.SET);
        };
    }

    private void take(ScriptedJournal journal, Random random, long seq) {
        List<Param> params = new ArrayList<>();
        for (int i = 0; i < random.nextInt(6); i++) {
            params.add(new Param("/p/" + i, Integer.toString(random.nextInt(9)), random.nextInt(9), "s", time(seq)));
        }
        boolean usable = random.nextInt(3) > 0;
        snapshots.add(new Taken(seq, usable, params));
        journal.snapshot(seq, usable ? null : "It is damaged.", null, params.toArray(Param[]::new));
    }

    private List<RecoveredParam> plain(RecoveryRule rule, long seq) {
        Taken base = base(rule, seq);
        Map<String, RecoveredParam> state = new LinkedHashMap<>();
        boolean router = rule == RecoveryRule.CLASP_ROUTER;
        if (base != null) {
            for (Param param : base.params()) {
                state.put(param.address(), recovered(param, router ? 1 : param.revision()));
            }
        }
        for (Entry entry : entries) {
            if (entry.seq() > seq || (!router && base != null && entry.seq() <= base.seqAt())) {
                continue;
            }
            RecoveredParam before = state.get(entry.address());
            if (router) {
                boolean set = entry.msgType() % 256 == MsgType.SET && entry.revision() != null;
                if (set && before == null) {
                    state.put(entry.address(), recovered(entry, 1, true));
                } else if (set && entry.revision() == before.param().revision()) {
                    state.put(entry.address(), recovered(entry, entry.revision() + 1, true));
                }
            } else if (entry.msgType() == MsgType.SET) {
                long next = before == null ? 1 : before.param().revision() + 1;
                state.put(entry.address(), recovered(entry, entry.revision() == null ? next : entry.revision(), false));
            }
        }
        return List.copyOf(state.values());
    }

    private @Nullable Taken base(RecoveryRule rule, long seq) {
        for (Taken snapshot : snapshots.reversed()) {
            if (snapshot.seqAt() <= seq && (snapshot.usable() || rule == RecoveryRule.CLASP_ROUTER)) {
                return snapshot.usable() ? snapshot : null;
            }
        }
        return null;
    }

    private static RecoveredParam recovered(Param param, long revision) {
        return new RecoveredParam(
                new Param(param.address(), param.valueJson(), revision, param.writer(), param.timestampMicros()),
                RecoveredParam.FROM_SNAPSHOT);
    }

    private static RecoveredParam recovered(Entry entry, long revision, boolean asRead) {
        String value = asRead && entry.valueJson().equals("{broken") ? "null" : entry.valueJson();
        return new RecoveredParam(
                new Param(entry.address(), value, revision, entry.author(), entry.timestampMicros()), entry.seq());
    }
}
