package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A mistake of the program is told in a dialog, with a report that gives nothing of a journal away.
class FailureDialogTest {
    private static final String SECRET = "/venue/secret/door 4711 /home/anna/tour.db";
    private static final Instant NOW = Instant.parse("2026-03-14T20:17:42Z");

    @TempDir
    private Path folder;

    private static Throwable failure() {
        var cause = new IllegalArgumentException("bad value at " + SECRET, new ArithmeticException(SECRET));
        var failure = new IllegalStateException("cannot show " + SECRET, cause);
        failure.addSuppressed(new IOException(SECRET));
        return failure;
    }

    private static String report() {
        return FailureReport.of(failure(), NOW);
    }

    @Test
    void theReportNamesVersionsAndPlacesButNothingOfAJournal() {
        assertThat(report())
                .contains("Clasp Journal Browser", "Java 2", "JavaFX", System.getProperty("os.name"))
                .contains("At 2026-03-14T20:17:42Z\n")
                .contains(
                        "java.lang.IllegalStateException\n    at " + getClass().getName() + ".failure(")
                .contains("Besides: java.io.IOException", "Because of: java.lang.IllegalArgumentException")
                .contains("Because of: java.lang.ArithmeticException")
                .doesNotContain("secret", "4711", "tour", "anna", "cannot show");
    }

    @Test
    void aFailureThatIsItsOwnCauseEnds() {
        var first = new IllegalStateException();
        first.initCause(new IllegalArgumentException(first));
        assertThat(FailureReport.of(first, NOW)).contains("IllegalArgumentException");
        var deep = new StackOverflowError();
        deep.setStackTrace(java.util.Collections.nCopies(5_000, new StackTraceElement("a.B", "c", "B.java", 1))
                .toArray(StackTraceElement[]::new));
        assertThat(FailureReport.of(deep, NOW)).contains("and 4800 more");
    }

    @Test
    void theDialogShowsCopiesAndSavesTheReportAndTheWindowGoesOn() throws Exception {
        try (OpenWindow window = OpenWindow.onDemo(1_000, 700)) {
            window.fail(failure());
            String shown = ((TextArea) window.find("#failureReport")).getText();
            assertThat(shown).contains("IllegalStateException").doesNotContain("secret");
            window.screenshots("failure-dialog");

            window.click("#failureCopy");
            assertThat(FxStage.call(() -> Clipboard.getSystemClipboard().getString()))
                    .isEqualTo(shown);
            Path file = folder.resolve("report.txt");
            window.willSave(file);
            window.click("#failureSave");
            window.awaitText("#failureSaid", "report.txt");
            assertThat(Files.readString(file)).isEqualTo(shown);

            window.press(KeyCode.ESCAPE);
            window.awaitGone("#failure");
            assertThat(window.notices()).singleElement().asString().contains("mistake in the program");
            window.dismissNotices();
        }
    }
}
