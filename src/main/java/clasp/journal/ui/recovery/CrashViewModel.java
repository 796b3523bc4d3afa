package clasp.journal.ui.recovery;

import clasp.journal.model.SnapshotInfo;
import clasp.journal.recovery.Coverage;
import clasp.journal.recovery.CrashPlan;
import clasp.journal.recovery.Loss;
import clasp.journal.recovery.LostEntries;
import clasp.journal.recovery.Problem;
import clasp.journal.recovery.RecoveredState;
import clasp.journal.recovery.RecoveryRule;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a router has lost that crashed at the cursor and was started again. Confined to the FX thread.
public final class CrashViewModel {
    /// Immutable.
    ///
    /// @param documented what a router would come back with that recovers as documented
    /// @param uncovered whether entries before the crash are gone that no snapshot has: lost for every recovery
    /// @param holes what is missing in the middle; null while the journal is still being looked through
    /// @param losses of clasp-router, the worst first
    record Plan(
            long seq,
            RecoveredState documented,
            boolean uncovered,
            @Nullable LostEntries holes,
            List<Loss> losses) {
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

    CrashViewModel(
            CursorViewModel cursor,
            Supplier<Histories> histories,
            ProblemsViewModel problems,
            Tasks tasks,
            Later later) {
        this.cursor = cursor;
        JournalReader journal = cursor.browsing().journal();
        question = new Question<>(
                tasks,
                later,
                Duration.ZERO,
                Texts.text("recoveryView.task.crash"),
                () -> cursor.moment().map(seq -> {
                    List<Problem> known = problems.question()
                            .answer()
                            .map(found -> found.list().problems())
                            .orElse(null);
                    Histories present = histories.get();
                    return (progress, cancellation) -> plan(journal, present, known, seq, progress, cancellation);
                }));
        // While the crash point is dragged, what is being worked out is shown before the next is begun.
        cursor.entry().subscribe((before, now) -> question.movesOn());
        problems.question().outcome().subscribe((before, now) -> {
            if (now instanceof Outcome.Ready) {
                question.movesOn();
            }
        });
    }

    CursorViewModel cursor() {
        return cursor;
    }

    Question<Plan> question() {
        return question;
    }

    private static Plan plan(
            JournalReader journal,
            Histories histories,
            @Nullable List<Problem> problems,
            long seq,
            Progress progress,
            Cancellation cancellation) {
        RecoveredState documented = histories.documented().at(seq, progress, cancellation);
        List<Loss> losses = new CrashPlan(histories.documented(), histories.router())
                .at(seq, progress, cancellation).stream()
                        .sorted(Comparator.comparing(Loss::kind))
                        .toList();
        long covered = documented.baseSnapshot().map(SnapshotInfo::seqAt).orElse(0L);
        boolean uncovered = Coverage.beginning(journal.state(), covered, seq).isPresent();
        LostEntries holes = problems == null ? null : holes(journal, problems, covered, seq, cancellation);
        return new Plan(seq, documented, uncovered, holes, losses);
    }

    private static LostEntries holes(
            JournalReader journal, List<Problem> problems, long covered, long seq, Cancellation cancellation) {
        LostEntries told = LostEntries.of(problems, covered, seq);
        return problems.size() < ProblemList.MOST
                ? told
                : told.counting(Coverage.of(journal, RecoveryRule.DOCUMENTED, seq, cancellation));
    }

    void close() {
        question.close();
    }
}
