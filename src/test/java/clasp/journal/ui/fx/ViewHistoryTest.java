package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class ViewHistoryTest {
    private final ViewHistory history = new ViewHistory();
    private final SimpleStringProperty filter = new SimpleStringProperty("");
    private final SimpleBooleanProperty pane = new SimpleBooleanProperty();

    ViewHistoryTest() {
        history.watch(filter);
        history.watch(pane);
    }

    @Test
    void changesAreTakenBackInTurnAndMadeAgain() {
        filter.set("/a");
        pane.set(true);
        history.undo();
        assertThat(pane.get()).isFalse();
        assertThat(filter.get()).isEqualTo("/a");
        history.undo();
        assertThat(filter.get()).isEmpty();
        assertThat(history.undoable().get()).isFalse();
        history.undo();
        history.redo();
        history.redo();
        assertThat(filter.get()).isEqualTo("/a");
        assertThat(pane.get()).isTrue();
        assertThat(history.redoable().get()).isFalse();
    }

    @Test
    void whatIsTypedInOneGoIsOneChange() {
        filter.set("/");
        filter.set("/l");
        filter.set("/lumen");
        history.undo();
        assertThat(filter.get()).isEmpty();
        history.redo();
        assertThat(filter.get()).isEqualTo("/lumen");
    }

    @Test
    void aSwitchTurnedTwiceIsTwoChanges() {
        pane.set(true);
        pane.set(false);
        history.undo();
        assertThat(pane.get()).isTrue();
    }

    @Test
    void aNewChangeForgetsWhatWasTakenBack() {
        pane.set(true);
        history.undo();
        filter.set("/b");
        assertThat(history.redoable().get()).isFalse();
        history.redo();
        assertThat(pane.get()).isFalse();
    }
}
