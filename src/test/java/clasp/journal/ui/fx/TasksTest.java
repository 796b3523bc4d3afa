package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.RefusedException;
import clasp.journal.store.CancelledException;
import clasp.journal.store.JournalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/// Background and FX thread are queues here, so that every order of events can be played.
class TasksTest {
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> ui = new ArrayDeque<>();
    private final List<String> seen = new ArrayList<>();
    private final Tasks tasks =
            new Tasks(background::add, ui::add, (what, error) -> seen.add(what + " failed: " + error.getMessage()));

    @Test
    void aResultReachesItsHandlerOnTheUiThread() {
        tasks.task("answer", (progress, cancellation) -> 42)
                .onSuccess(result -> seen.add("got " + result))
                .start();
        drain(background);
        assertThat(seen).isEmpty();
        drain(ui);
        assertThat(seen).containsExactly("got 42");
    }

    @Test
    void theResultOfASupersededTaskIsNeverSeen() {
        var slot = new TaskSlot();
        load("old", slot);
        load("new", slot);
        drain(background);
        drain(ui);
        assertThat(seen).containsExactly("new");
    }

    @Test
    void aTaskSupersededBetweenItsEndAndItsHandlerIsNotSeenEither() {
        var slot = new TaskSlot();
        load("old", slot);
        drain(background);
        load("new", slot);
        drain(ui);
        drain(background);
        drain(ui);
        assertThat(seen).containsExactly("new");
    }

    @Test
    void aCancelledTaskSaysSoAndNothingElse() {
        var task = tasks.task("scan", (progress, cancellation) -> {
                    cancellation.check();
                    return "result";
                })
                .onSuccess(seen::add)
                .onCancelled(() -> seen.add("cancelled"));
        task.start();
        task.cancel();
        drain(background);
        drain(ui);
        assertThat(seen).containsExactly("cancelled");
    }

    @Test
    void aResultThatComesAfterCancellationIsHandedOverToBeClosed() {
        var task = tasks.task("open", (progress, cancellation) -> "journal")
                .onSuccess(seen::add)
                .onDiscarded(result -> seen.add("closed " + result));
        task.start();
        drain(background);
        task.cancel();
        drain(ui);
        drain(background);
        assertThat(seen).containsExactly("closed journal");
    }

    @Test
    void anErrorOfTheBackendAfterCancellationCountsAsCancellation() {
        var task = tasks.task("scan", (progress, cancellation) -> {
                    cancellation.cancel();
                    throw new IllegalStateException("interrupted");
                })
                .onCancelled(() -> seen.add("cancelled"));
        task.start();
        drain(background);
        drain(ui);
        assertThat(seen).containsExactly("cancelled");
    }

    @Test
    void aFailureWithoutHandlerIsShownToTheUser() {
        tasks.task("load page", (progress, cancellation) -> {
                    throw new JournalException("disk gone");
                })
                .start();
        drain(background);
        drain(ui);
        assertThat(seen).containsExactly("load page failed: disk gone");
    }

    /// What it says is for whoever mends it, and may quote what the journal holds.
    @Test
    void aMistakeInTheProgramIsReportedAndToldWithoutItsMessage() {
        List<Throwable> reported = reportedOf(new IndexOutOfBoundsException("Index 0 out of bounds for length 0"));
        assertThat(reported).singleElement().isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(seen)
                .singleElement()
                .asString()
                .startsWith("load page failed: ")
                .contains("mistake in the program", "IndexOutOfBoundsException")
                .doesNotContain("out of bounds for");
    }

    /// Such as a library throws, whose words are for nobody's eyes.
    @Test
    void anArgumentThatIsRefusedByOtherCodeIsAMistakeOfTheProgram() {
        List<Throwable> reported = reportedOf(new IllegalArgumentException("newLimit > capacity: (9 > 8)"));
        assertThat(reported).singleElement().isInstanceOf(IllegalArgumentException.class);
        assertThat(seen)
                .singleElement()
                .asString()
                .contains("mistake in the program")
                .doesNotContain("newLimit");
    }

    @Test
    void whatIsRefusedWithASentenceIsToldByItAndReportedToNobody() {
        assertThat(reportedOf(new RefusedException("“7a” is no port."))).isEmpty();
        assertThat(seen).containsExactly("load page failed: “7a” is no port.");
    }

    @Test
    void aFileThatCannotBeUsedIsToldWithItsReasonAndWhatToDo() {
        assertThat(reportedOf(new NoSuchFileException("/shows/tour.csv"))).isEmpty();
        assertThat(reportedOf(new UncheckedIOException(new AccessDeniedException("/shows/tour.csv"))))
                .isEmpty();
        String advice = ". See that it is there, that you may use it and that there is room, then try again.";
        assertThat(seen)
                .containsExactly(
                        "load page failed: /shows/tour.csv could not be read or written (there is no such file or"
                                + " folder)" + advice,
                        "load page failed: /shows/tour.csv could not be read or written (no permission)" + advice);
    }

    @Test
    void readingThatFailsWithoutAFileIsToldAsThat() {
        assertThat(reportedOf(new IOException("Broken pipe"))).isEmpty();
        assertThat(seen)
                .containsExactly("load page failed: Reading or writing failed (Broken pipe). Try again; if it fails"
                        + " again, copy the details and report them.");
    }

    @Test
    void progressIsCoalescedToTheNewestReport() {
        tasks.task("count", (progress, cancellation) -> {
                    progress.report(1, 3);
                    progress.report(2, 3);
                    progress.report(3, 3);
                    return "done";
                })
                .onProgress((done, total) -> seen.add(done + " of " + total))
                .onSuccess(seen::add)
                .start();
        drain(background);
        drain(ui);
        assertThat(seen).containsExactly("3 of 3", "done");
    }

    @Test
    void idleMeansThatHandlersHaveRunAndStartedNothingMore() {
        tasks.task("first", (progress, cancellation) -> "first")
                .onSuccess(result -> load("second", new TaskSlot()))
                .start();
        drain(background);
        assertThat(tasks.idle()).isFalse();
        drain(ui);
        assertThat(tasks.idle()).isFalse();
        drain(background);
        drain(ui);
        assertThat(tasks.idle()).isTrue();
    }

    @Test
    void aJobThatThrowsCancelledIsNoFailure() {
        tasks.task("scan", (progress, cancellation) -> {
                    throw new CancelledException();
                })
                .start();
        drain(background);
        drain(ui);
        assertThat(seen).isEmpty();
        assertThat(tasks.idle()).isTrue();
    }

    /// What a job that fails so reports of it as a mistake.
    private List<Throwable> reportedOf(Exception failure) {
        Thread here = Thread.currentThread();
        List<Throwable> reported = new ArrayList<>();
        here.setUncaughtExceptionHandler((thread, mistake) -> reported.add(mistake));
        try {
            tasks.task("load page", (progress, cancellation) -> {
                        throw failure;
                    })
                    .start();
            drain(background);
            drain(ui);
        } finally {
            here.setUncaughtExceptionHandler(null);
        }
        return reported;
    }

    private void load(String result, TaskSlot slot) {
        tasks.task("load " + result, (progress, cancellation) -> result)
                .onSuccess(seen::add)
                .replacing(slot)
                .start();
    }

    private static void drain(Queue<Runnable> queue) {
        for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
            next.run();
        }
    }
}
