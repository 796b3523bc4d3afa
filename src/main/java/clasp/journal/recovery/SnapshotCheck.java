package clasp.journal.recovery;

import clasp.journal.model.ClaspValue;
import clasp.journal.model.CoreTexts;
import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.EntryGlance;
import clasp.journal.store.JournalReader;
import clasp.journal.store.MissingEntriesException;
import clasp.journal.store.Progress;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Looks for snapshots that cannot be loaded, and for those that are not what the SETs up to them make. A
/// snapshot's param that no entry of this journal set is taken as it is where entries before it are
/// missing, or an earlier snapshot had it. A param that was not set again since a restart may be there as
/// it was before, as a router comes back with it, or not at all. Confined to one scan.
final class SnapshotCheck implements ProblemScan.EntryCheck {
    /// Of one snapshot, so many params that differ are told at most.
    private static final int MOST_TOLD = 100;

    private static final int ENTRIES_AT_ONCE = 2_000;

    /// CLASP's reader rounds the last bit of a float.
    private static final ValueComparison VALUES = new ValueComparison(new BigDecimal("1e-9"));

    /// It has to show within so many entries whether a router was started again before a snapshot.
    private static final int MOST_WAITED = 4_096;

    /// What the SETs up to a snapshot made, kept until it shows whether a router was started again before it.
    ///
    /// @param known how many addresses they had set
    /// @param since how many entries there were then
    private record Waiting(Snapshot snapshot, LongPairs made, int known, long since, MissingEntries.Before missing) {}

    /// What a snapshot and the SETs up to it have for one address.
    private record Differing(
            String address,
            @Nullable Param stored,
            @Nullable RecoveredParam replayed) {}

    private final JournalReader journal;
    private final AddressIds ids;
    private final RestartWatch restarts;
    private final Consumer<Problem> found;
    private final Cancellation cancellation;
    /// Snapshots of many params take long to read: each is looked into once for whether it can be loaded.
    private final BaseSnapshots bases;

    private final UnreadableSnapshot unreadable;
    /// Of each address the seq of the SET that made it, and its revision.
    private final LongPairs latest = new LongPairs();
    private final Queue<SnapshotInfo> ahead = new ArrayDeque<>();
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private final UnsetParams unset;
    private final MissingEntries missing = new MissingEntries();
    private final long covered;
    private Map<String, List<Param>> comeBack = Map.of();
    private long comeBackAt;
    private long passed;
    /// How many addresses were known before the entry that is looked at.
    private int known;

    /// @param bases of the documented recovery
    SnapshotCheck(
            JournalReader journal,
            AddressIds ids,
            BaseSnapshots bases,
            RestartWatch restarts,
            Consumer<Problem> found,
            Cancellation cancellation) {
        this.journal = journal;
        this.ids = ids;
        this.restarts = restarts;
        unset = new UnsetParams(ids);
        this.found = found;
        this.cancellation = cancellation;
        this.bases = bases;
        Optional<SnapshotInfo> base = bases.find(Long.MAX_VALUE, cancellation);
        List<SnapshotInfo> listed = journal.snapshots();
        unreadable = new UnreadableSnapshot(journal, listed, base, found);
        covered = base.map(SnapshotInfo::seqAt).orElse(0L);
        listed.stream().sorted(Comparator.comparingLong(SnapshotInfo::seqAt)).forEach(ahead::add);
    }

    /// The seq_at of the latest snapshot that can be loaded; 0 without one.
    long coveredSeq() {
        return covered;
    }

    @Override
    public void entry(EntryGlance entry, int id) {
        passed++;
        while (!ahead.isEmpty() && ahead.element().seqAt() < entry.seq()) {
            check(ahead.remove());
        }
        while (!waiting.isEmpty() && decided(waiting.element())) {
            judge(waiting.remove());
        }
        if (id != ProblemScan.NO_SET && !ahead.isEmpty()) {
            Long revision = entry.revision();
            // Nobody can tell whether a router took one without a revision, and at which revision.
            latest.set(id, revision == null ? LongPairs.NONE : entry.seq(), revision == null ? 0 : revision);
        }
        unset.entry(entry.seq());
        missing.entry(entry.seq());
        known = ids.size();
    }

    @Override
    public void end() {
        while (!ahead.isEmpty()) {
            check(ahead.remove());
        }
        waiting.forEach(this::judge);
    }

    private boolean decided(Waiting then) {
        return restarts.knows(then.snapshot().info().seqAt()) || passed - then.since() > MOST_WAITED;
    }

    private void check(SnapshotInfo info) {
        journal.snapshot(info.id(), cancellation).ifPresent(snapshot -> {
            bases.learn(snapshot);
            unreadable.tell(snapshot);
            if (snapshot.damage() != null) {
                return;
            }
            boolean judged = waiting.isEmpty() && restarts.knows(info.seqAt());
            var now =
                    new Waiting(snapshot, judged ? latest : latest.copy(), known, passed, missing.before(info.seqAt()));
            if (judged) {
                judge(now);
            } else {
                waiting.add(now);
            }
        });
    }

    /// Where entries that made its params cannot be read, nothing is said of it: the damage is told by itself.
    private void judge(Waiting then) {
        try {
            compare(then);
        } catch (DamagedException | MissingEntriesException notAllOfThem) {
            return;
        }
    }

    private void compare(Waiting then) {
        Snapshot snapshot = then.snapshot();
        LongPairs made = then.made();
        long restart = restarts.latestUpTo(snapshot.info().seqAt());
        Map<String, Param> stored = new HashMap<>();
        snapshot.params().forEach(param -> stored.put(param.address(), param));
        List<Differing> differing = new ArrayList<>();
        Map<Long, Integer> some = new HashMap<>();
        for (int id = 0; id < made.size(); id++) {
            if (made.first(id) != LongPairs.NONE) {
                some.put(made.first(id), id);
                if (some.size() == ENTRIES_AT_ONCE) {
                    compare(some, then, stored, restart, differing);
                    some.clear();
                }
            }
        }
        compare(some, then, stored, restart, differing);
        unset.in(snapshot, then.known()).forEach(param -> differing.add(new Differing(param.address(), param, null)));
        // Of the value for which the snapshot is refused everything is said already.
        String refused = snapshot.refusedAddress().orElse(null);
        differing.stream()
                .filter(each -> !each.address().equals(refused))
                .sorted(Comparator.comparing(Differing::address))
                .limit(MOST_TOLD)
                .forEach(each -> tell(snapshot.info(), each));
    }

    private void compare(
            Map<Long, Integer> some, Waiting then, Map<String, Param> stored, long restart, List<Differing> differing) {
        for (Entry entry : journal.entries(some.keySet(), cancellation)) {
            int id = some.getOrDefault(entry.seq(), 0);
            String address = ids.text(id);
            RecoveredParam replayed = RecoveryRule.DOCUMENTED.recovered(
                    entry, address, entry.author(), then.made().second(id));
            Param there = stored.get(address);
            if (differs(there, replayed.param())
                    && !(entry.seq() < restart && restarted(there, address, restart))
                    && !then.missing().explain(there, replayed)) {
                differing.add(new Differing(address, there, replayed));
            }
        }
    }

    private static boolean differs(@Nullable Param stored, Param replayed) {
        return stored == null
                || stored.revision() != replayed.revision()
                || VALUES.compare(ClaspValue.read(stored.valueJson()), ClaspValue.read(replayed.valueJson()))
                        != ValueComparison.Outcome.ALIKE;
    }

    /// Whether a router that was started again right before the entry can have the param like this.
    private boolean restarted(@Nullable Param stored, String address, long restart) {
        if (stored == null) {
            return true;
        }
        if (comeBackAt != restart) {
            comeBack = comeBack(restart - 1);
            comeBackAt = restart;
        }
        return comeBack.getOrDefault(address, List.of()).stream().anyMatch(back -> !differs(stored, back));
    }

    /// As clasp-router has it, and as one has it that takes over a snapshot as it is.
    private Map<String, List<Param>> comeBack(long seq) {
        Map<String, List<Param>> params = new HashMap<>();
        new Recovery(journal, RecoveryRule.CLASP_ROUTER)
                .at(seq, Progress.NONE, cancellation)
                .plainParams()
                .forEach(param -> params.put(param.address(), List.of(param)));
        bases.find(seq, cancellation)
                .flatMap(info -> journal.snapshot(info.id(), cancellation))
                .ifPresent(snapshot -> snapshot.params()
                        .forEach(param -> params.merge(param.address(), List.of(param), SnapshotCheck::both)));
        return params;
    }

    private static List<Param> both(List<Param> one, List<Param> other) {
        return List.of(one.getFirst(), other.getFirst());
    }

    private void tell(SnapshotInfo info, Differing each) {
        Param stored = each.stored();
        String made = inWords(each.replayed());
        found.accept(
                stored == null
                        ? Problem.of(
                                ProblemKind.SNAPSHOT_LACKS,
                                info.seqAt(),
                                each.address(),
                                Long.toString(info.id()),
                                made)
                        : Problem.of(
                                ProblemKind.SNAPSHOT_DISAGREES,
                                info.seqAt(),
                                each.address(),
                                Long.toString(info.id()),
                                RecoveryTexts.inWords(stored),
                                made));
    }

    private static String inWords(@Nullable RecoveredParam replayed) {
        return replayed == null
                ? CoreTexts.text("recovery.nothing")
                : CoreTexts.text(
                        "recovery.setAtSeq", RecoveryTexts.inWords(replayed.param()), Long.toString(replayed.seq()));
    }
}
