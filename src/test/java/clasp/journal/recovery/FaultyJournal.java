package clasp.journal.recovery;

import clasp.journal.demo.ShowPlan;
import clasp.journal.demo.ShowSimulator;
import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The journal of a show into which faults of many kinds are planted at random places, and what a scan has
/// to find for them: no more and no less. Faults of entries have addresses of their own, so that none hides
/// another.
final class FaultyJournal {
    /// What is to be found.
    record Planted(ProblemKind kind, long seq, @Nullable String address) {
        /// The faults that a search finds.
        static List<Planted> foundIn(JournalReader journal) {
            List<Planted> found = new ArrayList<>();
            new ProblemScan(journal)
                    .run(
                            problem -> found.add(new Planted(
                                    problem.kind(),
                                    problem.seq(),
                                    problem.concerns().orElse(null))),
                            Progress.NONE,
                            Cancellation.none());
            return found;
        }
    }

    /// Kinds that need nothing but entries put in between.
    static final List<ProblemKind> OF_ENTRIES = List.of(
            ProblemKind.REVISION_GAP,
            ProblemKind.REVISION_REPEAT,
            ProblemKind.REVISION_REGRESSION,
            ProblemKind.SET_WITHOUT_REVISION,
            ProblemKind.RACING_WRITERS,
            ProblemKind.TIME_BACKWARDS,
            ProblemKind.UNKNOWN_SIGNAL_TYPE,
            ProblemKind.UNKNOWN_MESSAGE_TYPE,
            ProblemKind.UNREADABLE_VALUE,
            ProblemKind.VALUE_READ_DIFFERENTLY);

    /// Kinds that are planted once at most.
    static final List<ProblemKind> OF_THE_WHOLE = List.of(
            ProblemKind.RESTART,
            ProblemKind.COMPACTED,
            ProblemKind.NOT_RECOVERABLE,
            ProblemKind.MISSING_SEQS,
            ProblemKind.MISSING_AT_THE_END,
            ProblemKind.SNAPSHOT_DISAGREES,
            ProblemKind.SNAPSHOT_LACKS);

    /// An entry, and whether a problem is to be found at it.
    private record Line(Entry entry, @Nullable ProblemKind problem) {}

    private final Random random;
    private final List<Line> lines = new ArrayList<>();
    private final List<Planted> planted = new ArrayList<>();
    private int addresses;

    private FaultyJournal(Random random) {
        this.random = random;
    }

    List<Planted> planted() {
        return planted;
    }

    /// @param kinds in any order, those of entries also more than once
    static FaultyJournal of(long seed, int entries, List<ProblemKind> kinds, ScriptedJournal into) {
        FaultyJournal journal = new FaultyJournal(new Random(seed));
        journal.show(seed, entries, kinds.contains(ProblemKind.RESTART));
        kinds.forEach(journal::plantEntries);
        journal.number(kinds, into);
        return journal;
    }

    private void show(long seed, int entries, boolean restart) {
        ShowSimulator show = new ShowSimulator(ShowPlan.ofSeed(seed));
        int again = restart ? entries / 4 + random.nextInt(entries / 2) : entries;
        for (int i = 0; i < entries; i++) {
            if (i == again) {
                show.pass(Duration.ofSeconds(2 + random.nextInt(3_000)));
                show.restart();
            }
            lines.add(new Line(show.next(), i == again ? ProblemKind.RESTART : null));
        }
    }

    private void plantEntries(ProblemKind kind) {
        String address = "/fault/" + addresses++;
        switch (kind) {
            case REVISION_GAP -> pair(kind, address, 5, 7 + random.nextInt(9));
            case REVISION_REPEAT -> pair(kind, address, 5, 5);
            case REVISION_REGRESSION -> pair(kind, address, 9, 3 + random.nextInt(5));
            case SET_WITHOUT_REVISION -> put(kind, set(address, null));
            case RACING_WRITERS -> race(address);
            case TIME_BACKWARDS -> put(kind, publish(address, "1", -1 - random.nextInt(10_000_000)));
            case UNKNOWN_SIGNAL_TYPE -> put(kind, new Entry(0, 0, "x", address, "Param", "1", null, MsgType.PUBLISH));
            case UNKNOWN_MESSAGE_TYPE ->
                put(kind, new Entry(0, 0, "x", address, "event", "1", null, 34 + random.nextInt(200)));
            case UNREADABLE_VALUE ->
                put(kind, publish(address, random.nextBoolean() ? "{broken" : "[".repeat(128) + "]".repeat(128), 0));
            case VALUE_READ_DIFFERENTLY ->
                put(kind, publish(address, random.nextBoolean() ? "18446744073709551615" : "{\"a\":1,\"a\":2}", 0));
            case RESTART,
                    COMPACTED,
                    NOT_RECOVERABLE,
                    MISSING_SEQS,
                    MISSING_AT_THE_END,
                    UNREADABLE_SNAPSHOT,
                    SNAPSHOT_DISAGREES,
                    SNAPSHOT_LACKS,
                    CUT_OFF,
                    DAMAGED,
                    ONLY_IN_LOG,
                    UNREADABLE_LOG,
                    UNFINISHED_LOG,
                    MISSING_LOG,
                    DAMAGED_OPEN_LOG,
                    WRONG_HMAC,
                    UNCHECKED_HMACS -> {}
        }
    }

    private void pair(ProblemKind kind, String address, long before, long after) {
        int one = place();
        int other = place();
        insert(Math.max(one, other), kind, set(address, after));
        insert(Math.min(one, other), null, set(address, before));
    }

    private void race(String address) {
        int at = place();
        for (int turn = 4; turn >= 1; turn--) {
            Entry entry = new Entry(
                    0,
                    0,
                    turn % 2 == 0 ? "B" : "A",
                    address,
                    "param",
                    Integer.toString(turn),
                    (long) turn,
                    MsgType.SET);
            insert(at, turn == 3 ? ProblemKind.RACING_WRITERS : null, entry);
        }
    }

    private void put(ProblemKind kind, Entry entry) {
        insert(place(), kind, entry);
    }

    /// Behind what may be compacted away, and not right beside another fault.
    private int place() {
        while (true) {
            int at = quarter() + 1 + random.nextInt(lines.size() - quarter() - 1);
            if (!isFault(lines.get(at)) && !isFault(lines.get(at - 1))) {
                return at;
            }
        }
    }

    private static boolean isFault(Line line) {
        return line.problem() != null || line.entry().address().startsWith("/fault/");
    }

    private int quarter() {
        return lines.size() / 4;
    }

    /// @param entry its time is what it adds to that of the entry before it
    private void insert(int at, @Nullable ProblemKind kind, Entry entry) {
        long time = lines.get(at - 1).entry().timestampMicros() + entry.timestampMicros();
        lines.add(at, new Line(timed(entry, time), kind));
    }

    private static Entry timed(Entry entry, long micros) {
        return new Entry(
                entry.seq(),
                micros,
                entry.author(),
                entry.address(),
                entry.signalType(),
                entry.valueJson(),
                entry.revision(),
                entry.msgType());
    }

    private static Entry set(String address, @Nullable Long revision) {
        return new Entry(0, 0, "x", address, "param", "1", revision, MsgType.SET);
    }

    private static Entry publish(String address, String value, long microsLater) {
        return new Entry(0, microsLater, "x", address, "event", value, null, MsgType.PUBLISH);
    }

    private void number(List<ProblemKind> kinds, ScriptedJournal into) {
        boolean hole = kinds.contains(ProblemKind.MISSING_SEQS);
        int holeAt = quarter() + 1 + random.nextInt(lines.size() / 2);
        boolean kept = kinds.contains(ProblemKind.COMPACTED);
        boolean cut = kept || kinds.contains(ProblemKind.NOT_RECOVERABLE);
        int first = cut ? 1 + random.nextInt(quarter() - 1) : 0;
        long seq = first;
        List<Entry> all = new ArrayList<>();
        for (int i = first; i < lines.size(); i++) {
            seq++;
            if (hole && i == holeAt) {
                planted.add(new Planted(ProblemKind.MISSING_SEQS, seq, null));
                seq += 1 + random.nextInt(50);
            }
            Line line = lines.get(i);
            Entry entry = line.entry().withSeq(seq);
            all.add(entry);
            into.entry(entry);
            if (line.problem() != null) {
                String address = line.problem() == ProblemKind.RESTART ? null : entry.address();
                planted.add(new Planted(line.problem(), seq, address));
            }
        }
        if (cut) {
            planted.add(
                    kept
                            ? new Planted(ProblemKind.COMPACTED, 1, null)
                            : new Planted(ProblemKind.NOT_RECOVERABLE, first + 1L, null));
        }
        snapshots(kinds, all, kept, cut, into);
        if (kinds.contains(ProblemKind.MISSING_AT_THE_END)) {
            into.given(seq + 5);
            planted.add(new Planted(ProblemKind.MISSING_AT_THE_END, seq + 1, null));
        }
    }

    private void snapshots(List<ProblemKind> kinds, List<Entry> all, boolean kept, boolean cut, ScriptedJournal into) {
        if (kinds.contains(ProblemKind.SNAPSHOT_DISAGREES) && (kept || !cut)) {
            long at = any(all);
            List<Param> params = new ArrayList<>(state(all, at));
            int odd = random.nextInt(params.size());
            Param right = params.get(odd);
            params.set(
                    odd,
                    new Param(
                            right.address(), "\"planted\"", right.revision(), right.writer(), right.timestampMicros()));
            into.snapshot(at, params.toArray(Param[]::new));
            planted.add(new Planted(ProblemKind.SNAPSHOT_DISAGREES, at, right.address()));
        }
        // After a restart a param may be missing by right.
        boolean told = !kinds.contains(ProblemKind.RESTART) && (kept || !cut);
        if (kinds.contains(ProblemKind.SNAPSHOT_LACKS) && told) {
            long at = any(all);
            List<Param> params = new ArrayList<>(state(all, at));
            Param lost = params.remove(random.nextInt(params.size()));
            into.snapshot(at, params.toArray(Param[]::new));
            planted.add(new Planted(ProblemKind.SNAPSHOT_LACKS, at, lost.address()));
        }
        if (kept || !cut && random.nextBoolean()) {
            long at = any(all);
            into.snapshot(at, state(all, at).toArray(Param[]::new));
        }
    }

    private long any(List<Entry> all) {
        return all.get(all.size() / 3 + random.nextInt(all.size() / 2)).seq();
    }

    /// What the SETs up to there make, found in the plainest way.
    private static List<Param> state(List<Entry> all, long at) {
        Map<String, Param> params = new TreeMap<>();
        for (Entry entry : all) {
            Long revision = entry.revision();
            if (entry.seq() <= at && entry.isSet() && revision != null) {
                params.put(
                        entry.address(),
                        new Param(
                                entry.address(), entry.valueJson(), revision, entry.author(), entry.timestampMicros()));
            }
        }
        return List.copyOf(params.values());
    }

    /// How often each kind was planted.
    static Map<ProblemKind, Integer> count(List<Planted> planted) {
        Map<ProblemKind, Integer> counts = new HashMap<>();
        planted.forEach(one -> counts.merge(one.kind(), 1, Integer::sum));
        return counts;
    }
}
