package clasp.journal.ui.recovery;

import clasp.journal.model.Entry;
import clasp.journal.recovery.CrashPlan;
import clasp.journal.recovery.Loss;
import clasp.journal.recovery.RecoveredState;
import clasp.journal.recovery.Recovery;
import clasp.journal.recovery.RecoveryRule;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a router has lost that crashed at the cursor and was started again. Confined to the FX thread.
public final class CrashViewModel {
    private static final Duration REST = Duration.ofMillis(120);

    /// Immutable.
    ///
    /// @param documented what a router would come back with that recovers as documented
    /// @param uncovered whether entries before the crash are gone that no snapshot has: lost for every recovery
    /// @param losses of clasp-router, the worst first
    record Plan(long seq, RecoveredState documented, boolean uncovered, List<Loss> losses) {
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

    CrashViewModel(CursorViewModel cursor, Tasks tasks, Later later) {
        this.cursor = cursor;
        JournalReader journal = cursor.browsing().journal();
        question = new Question<>(
                tasks,
                later,
                REST,
                Texts.text("recoveryView.task.crash"),
                () -> Optional.ofNullable(cursor.entry().get())
                        .map(Entry::seq)
                        .map(seq -> (progress, cancellation) -> plan(journal, seq, progress, cancellation)));
        cursor.entry().subscribe((before, now) -> question.changed());
    }

    CursorViewModel cursor() {
        return cursor;
    }

    Question<Plan> question() {
        return question;
    }

    private static Plan plan(JournalReader journal, long seq, Progress progress, Cancellation cancellation) {
        RecoveredState documented = new Recovery(journal, RecoveryRule.DOCUMENTED).at(seq, progress, cancellation);
        List<Loss> losses = new java.util.ArrayList<>(new CrashPlan(journal).at(seq, progress, cancellation));
        losses.sort(java.util.Comparator.comparing(Loss::kind));
        long covered = documented.baseSnapshot().map(info -> info.seqAt()).orElse(0L);
        boolean uncovered = journal.state().firstSeq() > covered + 1;
        return new Plan(seq, documented, uncovered, losses);
    }

    void close() {
        question.close();
    }
}
