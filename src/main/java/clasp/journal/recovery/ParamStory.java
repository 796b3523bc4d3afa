package clasp.journal.recovery;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a param has its value at a seq: what the snapshot has, and what became of each of its entries. Immutable.
///
/// @param seq the moment, inclusive
/// @param base the snapshot that the recovery begins with; null when it begins with nothing
/// @param inSnapshot the param in that snapshot; null when it is not there
/// @param outcome the param as it is at the seq; null when there is none
/// @param steps its entries in ascending seq: the first [#HEAD] and the last [#TAIL] of them
/// @param omitted how many are left out between those
public record ParamStory(
        String address,
        long seq,
        RecoveryRule rule,
        @Nullable SnapshotInfo base,
        @Nullable Param inSnapshot,
        @Nullable RecoveredParam outcome,
        List<Step> steps,
        long omitted) {
    public static final int HEAD = 200;
    public static final int TAIL = 1_800;

    /// One entry and what the recovery makes of it.
    public record Step(Entry entry, Fate fate) {}

    public ParamStory {
        steps = List.copyOf(steps);
    }

    /// Tells the story of one address; the work grows with its entries, not with those of the journal.
    public static ParamStory of(
            JournalReader journal,
            RecoveryRule rule,
            String address,
            long seq,
            Progress progress,
            Cancellation cancellation) {
        var alone = new OneAddress(journal, address);
        List<Step> head = new ArrayList<>();
        Deque<Step> tail = new ArrayDeque<>();
        long[] omitted = {0};
        RecoveredState state = new Recovery(alone, rule)
                .at(
                        seq,
                        (entry, fate) -> {
                            var step = new Step(entry, fate);
                            if (head.size() < HEAD) {
                                head.add(step);
                                return;
                            }
                            tail.add(step);
                            if (tail.size() > TAIL) {
                                tail.remove();
                                omitted[0]++;
                            }
                        },
                        progress,
                        cancellation);
        Param stored = state.baseSnapshot()
                .flatMap(info -> alone.snapshot(info.id(), cancellation))
                .filter(snapshot -> !snapshot.params().isEmpty())
                .map(snapshot -> snapshot.params().getLast())
                .orElse(null);
        head.addAll(tail);
        return new ParamStory(
                address,
                seq,
                rule,
                state.base(),
                stored,
                state.params().isEmpty() ? null : state.params().getFirst(),
                head,
                omitted[0]);
    }

    public Optional<SnapshotInfo> baseSnapshot() {
        return Optional.ofNullable(base);
    }

    /// After how many steps entries are left out; the number of steps when none are.
    public int gapAfter() {
        return omitted == 0 ? steps.size() : HEAD;
    }

    /// @param writer empty where nobody knows, as in a recording
    private static String setBy(String value, String seq, String writer) {
        return writer.isEmpty()
                ? CoreTexts.text("recoveryView.why.setByNobody", value, seq)
                : CoreTexts.text("recoveryView.why.setBy", value, seq, writer);
    }

    /// In one sentence what the value comes from.
    public String summary() {
        RecoveredParam now = outcome;
        if (now == null) {
            return CoreTexts.text("recoveryView.why.nothing");
        }
        String value = RecoveryTexts.inWords(now.param());
        long rejected = steps.stream()
                .filter(step -> step.fate() instanceof Fate.Rejected)
                .count();
        String origin = now.setBy().isPresent()
                ? setBy(value, Long.toString(now.seq()), now.param().writer())
                : CoreTexts.text("recoveryView.why.fromSnapshot", value);
        if (rejected == 0) {
            return origin;
        }
        String rejections = rejected == 1 && omitted == 0
                ? CoreTexts.text("recoveryView.why.oneRejection")
                : CoreTexts.text("recoveryView.why.rejections", omitted == 0 ? "" + rejected : rejected + "+");
        return origin + " " + rejections;
    }
}
