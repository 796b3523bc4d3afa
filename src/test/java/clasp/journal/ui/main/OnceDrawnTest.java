package clasp.journal.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxWindow;
import clasp.journal.testing.ManualLater;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnceDrawnTest {
    private final ManualLater later = new ManualLater();
    private final AtomicBoolean there = new AtomicBoolean();
    private final AtomicInteger done = new AtomicInteger();
    private FxWindow window;
    private StackPane node;
    private Runnable withdraw;

    @BeforeEach
    void show() {
        window = new FxWindow();
        node = window.show(StackPane::new, 300, 200);
        withdraw = window.get(() -> OnceDrawn.perform(node, there::get, later, done::incrementAndGet));
        window.nextFrame();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void rowsCome() {
        there.set(true);
        window.run(() -> node.getChildren().add(new Label("rows")));
        window.nextFrame();
        window.run(() -> later.advance(Duration.ZERO));
    }

    @Test
    void theRestIsDoneAfterTheRows() {
        assertThat(done).hasValue(0);

        rowsCome();
        assertThat(done).hasValue(1);

        window.run(() -> later.advance(Duration.ofSeconds(10)));
        rowsCome();
        assertThat(done).hasValue(1);
    }

    @Test
    void rowsThatTakeTheirTimeAreNotWaitedFor() {
        window.run(() -> later.advance(Duration.ofMillis(399)));
        assertThat(done).hasValue(0);

        window.run(() -> later.advance(Duration.ofMillis(1)));
        assertThat(done).hasValue(1);
    }

    @Test
    void whatIsClosedBeforeGetsNothingMore() {
        window.run(withdraw);
        rowsCome();
        window.run(() -> later.advance(Duration.ofSeconds(10)));

        assertThat(done).hasValue(0);
    }
}
