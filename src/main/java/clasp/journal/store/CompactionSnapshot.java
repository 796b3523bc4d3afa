package clasp.journal.store;

import clasp.journal.model.ClaspReading;
import clasp.journal.model.CoreTexts;
import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotJson;
import clasp.journal.model.Utf8Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The snapshot that a compaction stores before it deletes: the state after the newest entry, recovered as CLASP
/// documents it (the latest usable snapshot, then the SETs after it), in a form that a router can load. Immutable.
///
/// A value that CLASP reads as null (text that is no JSON, or nested too deep) is null here too: the text itself would
/// make the whole snapshot unreadable, and null is what a router would have recovered from the entry.
///
/// @param params by address
/// @param warning a sentence when values were replaced by null; null when none was
public record CompactionSnapshot(
        List<Param> params, @Nullable String warning) {
    private static final int ENTRIES_AT_ONCE = 8_192;

    /// Which entry sets a param, and the revision that it gets.
    private record SetBy(long seq, long revision) {}

    public CompactionSnapshot {
        params = List.copyOf(params);
    }

    /// @throws JournalException when a value that CLASP can read from its entry cannot be part of a snapshot
    public static CompactionSnapshot of(JournalReader journal, Progress progress, Cancellation cancellation) {
        TreeMap<String, Param> state = new TreeMap<>(Utf8Order.INSTANCE);
        Optional<Snapshot> base = latestUsable(journal, cancellation);
        base.ifPresent(snapshot -> snapshot.params().forEach(param -> state.put(param.address(), param)));
        long from = base.map(snapshot -> snapshot.info().seqAt()).orElse(Long.MIN_VALUE);
        if (from < Long.MAX_VALUE) {
            var rest = new SeqRange(base.isEmpty() ? from : from + 1, Long.MAX_VALUE);
            latestSets(journal, rest, state, progress, cancellation)
                    .forEach(param -> state.put(param.address(), param));
        }
        return loadable(List.copyOf(state.values()));
    }

    /// The most recent snapshot that a router can load.
    public static Optional<Snapshot> latestUsable(JournalReader journal, Cancellation cancellation) {
        for (var info : journal.snapshots().reversed()) {
            cancellation.check();
            Optional<Snapshot> snapshot = journal.snapshot(info.id(), cancellation);
            if (snapshot.filter(Snapshot::usable).isPresent()) {
                return snapshot;
            }
        }
        return Optional.empty();
    }

    /// What the last SET of each address makes. Values are read of those only.
    private static List<Param> latestSets(
            JournalReader journal,
            SeqRange range,
            Map<String, Param> before,
            Progress progress,
            Cancellation cancellation) {
        Map<String, SetBy> latest = new HashMap<>();
        JournalState state = journal.state();
        SeqRange looked = range.and(new SeqRange(state.firstSeq(), state.latestSeq()));
        journal.glance(
                range,
                entry -> {
                    if (entry.seq() % ENTRIES_AT_ONCE == 0) {
                        progress.report(entry.seq() - looked.first() + 1, looked.last() - looked.first() + 1);
                    }
                    if (entry.msgType() == MsgType.SET) {
                        String address = entry.address();
                        Long carried = entry.revision();
                        long revision =
                                carried != null ? carried : 1 + revision(latest.get(address), before.get(address));
                        latest.put(address, new SetBy(entry.seq(), revision));
                    }
                },
                cancellation);
        List<Long> seqs = latest.values().stream().map(SetBy::seq).sorted().toList();
        List<Param> params = new ArrayList<>(seqs.size());
        for (int begin = 0; begin < seqs.size(); begin += ENTRIES_AT_ONCE) {
            List<Long> some = seqs.subList(begin, Math.min(seqs.size(), begin + ENTRIES_AT_ONCE));
            for (Entry entry : journal.entries(some, cancellation)) {
                params.add(new Param(
                        entry.address(),
                        entry.valueJson(),
                        revision(latest.get(entry.address()), null),
                        entry.author(),
                        entry.timestampMicros()));
            }
        }
        return params;
    }

    /// A SET stored without a revision counts one up from this.
    private static long revision(@Nullable SetBy latest, @Nullable Param before) {
        return latest != null ? latest.revision() : before == null ? 0 : before.revision();
    }

    private static CompactionSnapshot loadable(List<Param> params) {
        List<Param> nulled =
                params.stream().filter(CompactionSnapshot::isNullToClasp).toList();
        List<Param> loadable = params.stream().map(CompactionSnapshot::loadable).toList();
        if (nulled.isEmpty()) {
            return new CompactionSnapshot(loadable, null);
        }
        return new CompactionSnapshot(
                loadable,
                CoreTexts.text(
                        "store.compact.nulled",
                        Integer.toString(nulled.size()),
                        Integer.toString(nulled.size()),
                        nulled.getFirst().address()));
    }

    private static Param loadable(Param param) {
        if (isNullToClasp(param)) {
            return new Param(param.address(), "null", param.revision(), param.writer(), param.timestampMicros());
        }
        SnapshotJson.claspRefusal(param).ifPresent(reason -> {
            throw new JournalException(CoreTexts.text("store.compact.noSnapshot", reason));
        });
        return param;
    }

    private static boolean isNullToClasp(Param param) {
        Set<ClaspReading> readings = ClaspReading.ofValue(param.valueJson());
        return readings.contains(ClaspReading.NULL_FOR_BAD_JSON) || readings.contains(ClaspReading.NULL_FOR_DEPTH);
    }
}
