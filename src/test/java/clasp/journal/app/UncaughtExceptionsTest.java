package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.NoticeBar;
import clasp.journal.ui.fx.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class UncaughtExceptionsTest {
    private static final Logger LOG = Logger.getLogger(UncaughtExceptions.class.getName());

    private final Notices notices = new Notices();
    private final List<LogRecord> logged = new ArrayList<>();
    private final Handler log = new Handler() {
        @Override
        public synchronized void publish(LogRecord entry) {
            logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private Thread.@Nullable UncaughtExceptionHandler before;

    @BeforeEach
    void install() {
        // At its first use TestFX puts a handler of its own in place, which must not be after this one.
        WaitForAsyncUtils.clearExceptions();
        before = Thread.getDefaultUncaughtExceptionHandler();
        LOG.addHandler(log);
        LOG.setUseParentHandlers(false);
        new UncaughtExceptions(notices).install();
    }

    @AfterEach
    void restore() {
        Thread.setDefaultUncaughtExceptionHandler(before);
        LOG.setUseParentHandlers(true);
        LOG.removeHandler(log);
    }

    @Test
    void whatTheFxThreadThrowsIsToldInTheWindowAndLogged() {
        try (FxStage window = FxStage.show(800, 200, false, () -> new NoticeBar(notices))) {
            Platform.runLater(() -> {
                throw new IllegalStateException("no such row");
            });
            Notice told = told();
            assertThat(told.sentence()).contains("mistake in the program", "IllegalStateException");
            assertThat(told.details())
                    .contains("IllegalStateException", getClass().getName());
            assertThat(window.find(".notice-bar .copy-details", Node.class).isVisible())
                    .isTrue();
            assertThat(logged)
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.getMessage())
                            .contains("IllegalStateException", getClass().getName())
                            .doesNotContain("no such row"));
        }
    }

    @Test
    void whatABackgroundThreadThrowsIsToldTheSameWay() throws InterruptedException {
        try (FxStage window = FxStage.show(800, 200, false, () -> new NoticeBar(notices))) {
            Thread thread = Thread.ofPlatform()
                    .name("journal-checkpoint show.db")
                    .start(() -> {
                        throw new OutOfMemoryError("Java heap space");
                    });
            thread.join();
            assertThat(told().sentence()).contains("memory", "_JAVA_OPTIONS");
            assertThat(told().details()).contains("OutOfMemoryError").doesNotContain("show.db");
            assertThat(logged).extracting(LogRecord::getMessage).noneMatch(said -> said.contains("show.db"));
            assertThat(window.find(".notice-bar .message", Node.class).isVisible())
                    .isTrue();
        }
    }

    @Test
    void whatComesWithEachFrameIsToldOnce() {
        try (FxStage window = FxStage.show(800, 200, false, () -> new NoticeBar(notices))) {
            for (int i = 0; i < 5; i++) {
                String frame = "frame " + i;
                FxStage.run(() -> new UncaughtExceptions(notices)
                        .uncaughtException(Thread.currentThread(), new IllegalStateException(frame)));
            }
            assertThat(told().details()).contains("IllegalStateException");
            assertThat(window.find(".notice-bar .message", Node.class).isVisible())
                    .isTrue();
        }
    }

    private Notice told() {
        FxStage.await("the notice", () -> !notices.all().isEmpty());
        List<Notice> all = FxStage.call(() -> List.copyOf(notices.all()));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
