package clasp.journal.ui.recovery;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.recovery.CrashPlan;
import clasp.journal.recovery.Loss;
import clasp.journal.recovery.RecoveredState;
import clasp.journal.recovery.RecoveryRule;
import clasp.journal.recovery.StateHistory;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a router has lost that crashed at the cursor and was started again. Confined to the FX thread.
public final class CrashViewModel {
    private static final Duration REST = Duration.ofMillis(120);
    private static final int MOST_HOLES = 10_000;

    /// Immutable.
    ///
    /// @param documented what a router would come back with that recovers as documented
    /// @param uncovered whether entries before the crash are gone that no snapshot has: lost for every recovery
    /// @param missing how many entries between the snapshot (or the first entry) and the crash are missing
    /// @param losses of clasp-router, the worst first
    record Plan(long seq, RecoveredState documented, boolean uncovered, long missing, List<Loss> losses) {
        Plan {
            losses = List.copyOf(losses);
        }

        Map<Loss.Kind, Integer> counts() {
            Map<Loss.Kind, Integer> counts = new EnumMap<>(Loss.Kind.class);
            losses.forEach(loss -> counts.merge(loss.kind(), 1, Integer::sum));
            return counts;
        }
    }

    private final CursorViewModel cursor;
    private final Question<Plan> question;

    CrashViewModel(CursorViewModel cursor, Histories histories, Tasks tasks, Later later) {
        this.cursor = cursor;
        JournalReader journal = cursor.browsing().journal();
        question = new Question<>(
                tasks,
                later,
                REST,
                Texts.text("recoveryView.task.crash"),
                () -> Optional.ofNullable(cursor.entry().get())
                        .map(Entry::seq)
                        .map(seq -> (progress, cancellation) -> plan(journal, histories, seq, progress, cancellation)));
        cursor.entry().subscribe((before, now) -> question.changed());
    }

    CursorViewModel cursor() {
        return cursor;
    }

    Question<Plan> question() {
        return question;
    }

    private static Plan plan(
            JournalReader journal, Histories histories, long seq, Progress progress, Cancellation cancellation) {
        StateHistory asDocumented = histories.of(RecoveryRule.DOCUMENTED);
        StateHistory asRouter = histories.of(RecoveryRule.CLASP_ROUTER);
        List<Loss> losses = new ArrayList<>(new CrashPlan(asDocumented, asRouter).at(seq, progress, cancellation));
        losses.sort(Comparator.comparing(Loss::kind));
        RecoveredState documented = asDocumented.at(seq, progress, cancellation);
        long covered = documented.baseSnapshot().map(SnapshotInfo::seqAt).orElse(0L);
        long first = journal.state().firstSeq();
        var replayed = new SeqRange(Math.max(covered + 1, first), seq);
        long missing = journal.missingSeqs(MOST_HOLES, cancellation).stream()
                .map(replayed::and)
                .filter(hole -> !hole.isEmpty())
                .mapToLong(hole -> hole.last() - hole.first() + 1)
                .sum();
        return new Plan(seq, documented, first > covered + 1, missing, losses);
    }

    void close() {
        question.close();
    }
}
