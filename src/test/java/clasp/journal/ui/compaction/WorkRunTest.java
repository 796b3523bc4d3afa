package clasp.journal.ui.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.recovery.ScriptedJournal;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.CompactionStep;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.testing.ManualExecutor;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Fraction;
import clasp.journal.ui.fx.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WorkRunTest {
    private final ScriptedJournal journal = new ScriptedJournal().set(1, "/a", "1", 1L);
    private final ManualExecutor screen = new ManualExecutor();
    private final Tasks tasks = new Tasks(Runnable::run, screen, (what, error) -> {
        throw new AssertionError(what, error);
    });
    private final WorkRun run = new WorkRun(new Browsing(journal, journal.info(), journal.state()), tasks);
    private final List<String> seen = new ArrayList<>();

    private void work(Consumer<CompactionProgress> steps) {
        run.progress().subscribe(now -> seen.add(run.step().get() + " " + now));
        run.start(
                (progress, cancellation) -> {
                    steps.accept(progress);
                    return new CompactionPhase.Choosing("");
                },
                outcome -> {},
                error -> {
                    throw new AssertionError(error);
                });
        screen.runAll();
    }

    @Test
    void eachStepIsNamedAndBeginsAnew() {
        work(progress -> {
            progress.report(CompactionStep.BACKING_UP, 1, 2);
            screen.runAll();
            progress.report(CompactionStep.BACKING_UP, 2, 2);
            screen.runAll();
            progress.begin(CompactionStep.DELETING);
            screen.runAll();
            progress.report(CompactionStep.DELETING, 1, 4);
        });
        assertThat(seen)
                .endsWith("BACKING_UP 0.5", "BACKING_UP 1.0", "BACKING_UP -1.0", "DELETING 0.25")
                .hasSize(5);
    }

    @Test
    void aStepWhoseBeginningWasNotSeenIsNotGuessedFromTheOneBefore() {
        work(progress -> {
            progress.report(CompactionStep.BACKING_UP, 1, 4);
            screen.runAll();
            progress.begin(CompactionStep.DELETING);
            progress.report(CompactionStep.DELETING, 3, 4);
        });
        assertThat(seen).endsWith("BACKING_UP 0.25", "BACKING_UP -1.0", "DELETING 0.75");
    }

    @Test
    void whatWasDoneIsToldAsDoneAlsoWhereTheJournalCannotBeReadThen() {
        var unreadable = new ForwardingReader() {
            @Override
            protected JournalReader target() {
                return journal;
            }

            @Override
            public JournalState state() {
                throw new JournalException("It cannot be read.");
            }
        };
        new WorkRun(new Browsing(unreadable, journal.info(), journal.state()), tasks)
                .start(
                        (progress, cancellation) -> new CompactionPhase.Choosing("done"),
                        outcome -> seen.add(outcome.orElseThrow().toString()),
                        error -> {
                            throw new AssertionError(error);
                        });
        screen.runAll();
        assertThat(seen).containsExactly("Choosing[notice=done]");
    }

    @Test
    void thatASecondRunIsAtItsBeginningIsKnownBeforeItSaysSo() {
        work(progress -> progress.report(CompactionStep.DELETING, 1, 2));
        work(progress -> {});
        assertThat(run.step().get()).isNull();
        assertThat(run.progress().get()).isEqualTo(Fraction.UNKNOWN);
    }
}
