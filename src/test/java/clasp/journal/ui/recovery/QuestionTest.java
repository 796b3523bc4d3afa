package clasp.journal.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.JournalException;
import clasp.journal.testing.ManualExecutor;
import clasp.journal.testing.ManualLater;
import clasp.journal.ui.fx.Tasks;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuestionTest {
    private final ManualExecutor background = new ManualExecutor();
    private final ManualLater later = new ManualLater();
    private String subject = "a";
    private int asked;
    private final Question<String> question = new Question<>(
            new Tasks(background, Runnable::run, (what, error) -> {}), later, Duration.ofMillis(100), "ask", () -> {
                String now = subject;
                return now.isEmpty()
                        ? Optional.empty()
                        : Optional.of((progress, cancellation) -> {
                            asked++;
                            if (now.equals("bad")) {
                                throw new JournalException("It cannot be read.");
                            }
                            return now;
                        });
            });

    @Test
    void nothingIsWorkedOnWhileNobodyLooks() {
        question.changed();
        later.advance(Duration.ofSeconds(1));
        background.runAll();
        assertThat(asked).isZero();
        question.watch(true);
        background.runAll();
        assertThat(question.answer()).contains("a");
        question.watch(false);
        question.watch(true);
        background.runAll();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void anAnswerToAnEarlierSubjectNeverArrives() {
        question.watch(true);
        subject = "b";
        question.changedNow();
        background.runAll();
        assertThat(question.outcome().get()).isEqualTo(new Outcome.Ready<>("b"));
        assertThat(question.current().get()).isTrue();
    }

    @Test
    void whileTheSubjectMovesOnWhatIsBeingWorkedOutIsShownAsOldAndTheNewestIsAskedNext() {
        question.watch(true);
        subject = "b";
        question.movesOn();
        subject = "c";
        question.movesOn();
        background.runNext();
        assertThat(question.outcome().get()).isEqualTo(new Outcome.Ready<>("a"));
        assertThat(question.current().get()).isFalse();
        assertThat(question.answer()).isEmpty();
        background.runAll();
        assertThat(question.answer()).contains("c");
        assertThat(asked).isEqualTo(2);
        subject = "d";
        question.movesOn();
        background.runAll();
        assertThat(question.answer()).contains("d");
    }

    @Test
    void theOldAnswerStaysAndIsSaidToBeOldUntilTheSubjectRests() {
        question.watch(true);
        background.runAll();
        subject = "b";
        question.changed();
        assertThat(question.outcome().get()).isEqualTo(new Outcome.Ready<>("a"));
        assertThat(question.current().get()).isFalse();
        assertThat(question.answer()).isEmpty();
        later.advance(Duration.ofMillis(100));
        background.runAll();
        assertThat(question.answer()).contains("b");
    }

    @Test
    void aFailureIsSaidAndCanBeTriedAgain() {
        subject = "bad";
        question.watch(true);
        background.runAll();
        assertThat(question.outcome().get()).isEqualTo(new Outcome.Failed<>("It cannot be read."));
        subject = "good";
        question.again();
        background.runAll();
        assertThat(question.answer()).contains("good");
    }

    @Test
    void theUserCanStopIt() {
        question.watch(true);
        question.stop();
        background.runAll();
        assertThat(question.outcome().get()).isInstanceOf(Outcome.Stopped.class);
        assertThat(asked).isZero();
        question.again();
        background.runAll();
        assertThat(question.answer()).contains("a");
    }

    @Test
    void thereMayBeNothingToAsk() {
        subject = "";
        question.watch(true);
        assertThat(question.outcome().get()).isInstanceOf(Outcome.Nothing.class);
    }
}
