package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.JournalException;
import clasp.journal.testing.ManualExecutor;
import clasp.journal.testing.ManualLater;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefreshTest {
    private static final Duration REST = Duration.ofMillis(500);

    private final ManualExecutor background = new ManualExecutor();
    private final ManualLater later = new ManualLater();
    private final List<Integer> answers = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private int questions;
    private boolean failing;
    private Duration taking = Duration.ZERO;

    private final Refresh<Integer> refresh = new Refresh<>(
            new Tasks(background, Runnable::run, (what, error) -> failures.add("unhandled")),
            later,
            REST,
            "test",
            this::question,
            answers::add);

    private Job<Integer> question() {
        int number = ++questions;
        return (progress, cancellation) -> {
            Thread.sleep(taking);
            if (failing) {
                throw new JournalException("no");
            }
            return number;
        };
    }

    @Test
    void growthDuringARunLeadsToOneMoreRunAfterARest() {
        refresh.soon();
        refresh.soon();
        refresh.soon();
        background.runAll();
        assertThat(answers).containsExactly(1);

        later.advance(REST.minusMillis(1));
        assertThat(background.queued()).isZero();
        later.advance(Duration.ofMillis(1));
        background.runAll();
        assertThat(answers).containsExactly(1, 2);

        later.advance(REST);
        assertThat(background.queued()).isZero();
    }

    @Test
    void whatIsPressingWaitsForNoRest() {
        refresh.soon();
        background.runAll();
        refresh.promptly();
        background.runAll();
        assertThat(answers).as("while it rests").containsExactly(1, 2);

        refresh.now();
        refresh.promptly();
        refresh.promptly();
        assertThat(background.queued()).as("the run under way is not dropped").isOne();
        background.runAll();
        assertThat(answers).containsExactly(1, 2, 3, 4);

        refresh.now();
        refresh.promptly();
        refresh.stop();
        background.runAll();
        later.advance(REST);
        assertThat(background.queued()).isZero();
        assertThat(answers).containsExactly(1, 2, 3, 4);
    }

    @Test
    void anEarlyAnswerComesBeforeTheLastOneUnlessTheQuestionIsAnother() {
        var ui = new ManualExecutor();
        Refresh<Integer> hurried = new Refresh<Integer>(
                new Tasks(background, ui, (what, error) -> failures.add("unhandled")),
                later,
                REST,
                "test",
                early -> {
                    int number = ++questions;
                    return (progress, cancellation) -> {
                        early.accept(-number);
                        return number;
                    };
                },
                answers::add);
        hurried.now();
        background.runAll();
        hurried.now();
        ui.runAll();
        assertThat(answers).isEmpty();

        background.runAll();
        ui.runAll();
        assertThat(answers).containsExactly(-2, 2);
    }

    @Test
    void aNewQuestionDropsTheAnswerToTheOldOne() {
        refresh.now();
        refresh.now();
        background.runAll();
        assertThat(answers).containsExactly(2);
    }

    @Test
    void aNewQuestionDoesNotWaitForTheRest() {
        refresh.now();
        background.runAll();
        refresh.now();
        background.runAll();
        assertThat(answers).containsExactly(1, 2);
    }

    @Test
    void aFailedRunDoesNotEndTheRefreshing() {
        refresh.onFailure(error -> failures.add(error.getMessage()));
        failing = true;
        refresh.soon();
        background.runAll();
        failing = false;
        refresh.soon();
        later.advance(REST);
        background.runAll();
        assertThat(failures).containsExactly("no");
        assertThat(answers).containsExactly(2);
    }

    /// Else a journal that is followed for hours would take the more of the processors the longer it gets.
    @Test
    void aRunThatTookLongIsFollowedByARestNineTimesAsLong() {
        taking = Duration.ofMillis(100);
        refresh.soon();
        refresh.soon();
        background.runAll();
        later.advance(taking.multipliedBy(9).minusMillis(1));
        assertThat(background.queued()).isZero();
        later.advance(Duration.ofSeconds(10));
        assertThat(background.queued()).isOne();
    }

    @Test
    void aRestThatARunBrokeOffDoesNotEndTheNextOne() {
        refresh.soon();
        background.runAll();
        later.advance(REST.minusMillis(100));
        refresh.now();
        background.runAll();
        refresh.soon();
        later.advance(REST.minusMillis(1));
        assertThat(background.queued()).isZero();
        later.advance(Duration.ofMillis(1));
        assertThat(background.queued()).isOne();
    }

    @Test
    void nothingIsShownAfterStop() {
        refresh.soon();
        refresh.soon();
        refresh.stop();
        background.runAll();
        later.advance(REST);
        assertThat(background.queued()).isZero();
        assertThat(answers).isEmpty();
    }
}
