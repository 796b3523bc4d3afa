package clasp.journal.recovery;

import clasp.journal.model.SeqRange;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.EntryGlance;
import clasp.journal.store.GlanceVisitor;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The state at any seq, asked for again and again. What was replayed once is kept at some seqs, so that
/// the next question nearby starts there, and the way to the state that was asked for last is remembered,
/// so that a step from it costs no more than what it changes. Only which entry set which param is kept,
/// never a value, and its memory is bounded in bytes. Answers are those of [Recovery#at]. Thread-safe: one
/// question at a time.
public final class StateHistory {
    private static final int ENTRIES_BETWEEN = 8_192;
    private static final int ENTRIES_PER_REPORT = 16_384;
    private static final int CHANGES_REMEMBERED = 1 << 16;
    private static final long MOST_BYTES =
            Math.min(48 << 20, Runtime.getRuntime().maxMemory() / 8);

    private final JournalReader journal;
    private final RecoveryRule rule;
    private final BaseSnapshots snapshots;
    private final Checkpoints checkpoints;
    private final ShownParams shown;
    private final UndoLog log;
    /// By their snapshots, the one asked for last at the end.
    private final Map<Long, Lineage> lineages = new LinkedHashMap<>(16, 0.75f, true);
    private final long mostAddresses;
    private @Nullable ParamSlots current;
    private long position;
    private long firstSeq;
    private long generation;

    public StateHistory(JournalReader journal, RecoveryRule rule) {
        this(journal, rule, ENTRIES_BETWEEN, MOST_BYTES, CHANGES_REMEMBERED);
    }

    /// @param entriesBetween how many entries lie between two kept states at least
    /// @param mostBytes how much all kept states together take at most
    /// @param changesRemembered how far one can step back at least before a kept state is needed, in changes
    StateHistory(JournalReader journal, RecoveryRule rule, int entriesBetween, long mostBytes, int changesRemembered) {
        this.journal = journal;
        this.rule = rule;
        snapshots = new BaseSnapshots(journal, rule);
        checkpoints = new Checkpoints(entriesBetween, mostBytes);
        shown = new ShownParams(journal, rule);
        mostAddresses = mostBytes / Lineage.BYTES_AN_ADDRESS;
        log = new UndoLog(changesRemembered, Long.MIN_VALUE);
    }

    /// Replays the whole journal once, so that every later question is answered from a kept state.
    public synchronized void prepare(Progress progress, Cancellation cancellation) {
        for (SnapshotInfo info : journal.snapshots()) {
            moveTo(info.seqAt() - 1, progress, cancellation);
        }
        moveTo(journal.state().latestSeq(), progress, cancellation);
    }

    /// The state that a router would have come to when it had stopped right after the entry with this seq.
    public synchronized RecoveredState at(long seq, Progress progress, Cancellation cancellation) {
        return state(seq, moveTo(seq, progress, cancellation), cancellation);
    }

    private RecoveredState state(long seq, ParamSlots slots, Cancellation cancellation) {
        return new RecoveredState(
                seq, slots.lineage().snapshot().orElse(null), slots.taken(), shown.of(slots, cancellation));
    }

    JournalReader journal() {
        return journal;
    }

    /// The state and what it was made of, which only this call may look at.
    synchronized <T> T look(
            long seq, BiFunction<RecoveredState, ParamSlots, T> look, Progress progress, Cancellation cancellation) {
        RecoveredState state = at(seq, progress, cancellation);
        return look.apply(state, Objects.requireNonNull(current));
    }

    /// The state after the newest entry, as [Recovery#latest] has it.
    synchronized RecoveredState latest(Progress progress, Cancellation cancellation) {
        forgetWhatWasCompacted();
        // Also one beyond the newest entry counts, and keeps a router from the ones before when it cannot be loaded.
        Optional<SnapshotInfo> base = snapshots.find(Long.MAX_VALUE, cancellation);
        long newest = journal.state().latestSeq();
        long seq = base.map(info -> Math.max(newest, info.seqAt())).orElse(newest);
        return state(seq, moveTo(seq, base, progress, cancellation), cancellation);
    }

    private ParamSlots moveTo(long seq, Progress progress, Cancellation cancellation) {
        forgetWhatWasCompacted();
        return moveTo(seq, snapshots.find(seq, cancellation), progress, cancellation);
    }

    /// @param base the snapshot that a recovery begins with there
    private ParamSlots moveTo(long seq, Optional<SnapshotInfo> base, Progress progress, Cancellation cancellation) {
        Lineage lineage = lineage(base, cancellation);
        ParamSlots slots = start(lineage, seq);
        current = null;
        SeqRange rest = Recovery.after(position, seq);
        if (!rest.isEmpty()) {
            replay(slots, rest, progress, cancellation);
        }
        current = slots;
        return slots;
    }

    private Lineage lineage(Optional<SnapshotInfo> base, Cancellation cancellation) {
        Lineage lineage = lineages.computeIfAbsent(
                base.map(SnapshotInfo::id).orElse(Long.MIN_VALUE), id -> Lineage.of(journal, rule, base, cancellation));
        forgetOldLineages();
        return lineage;
    }

    /// The nearest state from which one comes to the seq. Sets the position to where that is.
    private ParamSlots start(Lineage lineage, long seq) {
        ParamSlots here = current;
        Optional<ParamSlots.Kept> kept = checkpoints.nearest(lineage, seq);
        if (here != null && here.lineage() == lineage && seq >= log.from()) {
            if (seq < position) {
                log.goBack(here, seq);
                position = seq;
                return here;
            }
            if (kept.isEmpty() || kept.get().seq() <= position) {
                return here;
            }
        }
        ParamSlots slots =
                kept.map(state -> new ParamSlots(rule, lineage, state)).orElseGet(() -> new ParamSlots(rule, lineage));
        position = kept.map(ParamSlots.Kept::seq).orElse(lineage.covered());
        log.begin(position);
        return slots;
    }

    private void replay(ParamSlots slots, SeqRange range, Progress progress, Cancellation cancellation) {
        long first = Math.max(range.first(), journal.state().firstSeq());
        long last = Math.min(range.last(), journal.state().latestSeq());
        int[] passed = {0};
        journal.glance(
                range,
                new GlanceVisitor() {
                    @Override
                    public void ahead(List<? extends EntryGlance> entries) {
                        slots.ahead(entries);
                    }

                    @Override
                    public void see(EntryGlance entry) {
                        slots.apply(entry, log);
                        position = entry.seq();
                        passed[0]++;
                        if (passed[0] % checkpoints.entriesBetween() == 0) {
                            checkpoints.keep(slots.lineage(), slots.keep(position));
                        }
                        if (passed[0] % ENTRIES_PER_REPORT == 0) {
                            progress.report(position - first + 1, last - first + 1);
                        }
                    }
                },
                cancellation);
    }

    /// The addresses of many snapshots, each with its own, would take more than all kept states.
    private void forgetOldLineages() {
        long addresses = lineages.values().stream().mapToLong(Lineage::size).sum();
        for (var each = lineages.values().iterator(); addresses > mostAddresses && lineages.size() > 1; ) {
            Lineage oldest = each.next();
            addresses -= oldest.size();
            each.remove();
            checkpoints.forget(oldest);
            if (current != null && current.lineage() == oldest) {
                current = null;
            }
        }
    }

    private void forgetWhatWasCompacted() {
        JournalState state = journal.state();
        long first = state.firstSeq();
        if (first != firstSeq || state.generation() != generation) {
            checkpoints.clear();
            lineages.clear();
            current = null;
            firstSeq = first;
            generation = state.generation();
            snapshots.forget();
            shown.forget();
        }
    }
}
