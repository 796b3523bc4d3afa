package clasp.journal.ui.recovery;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One of the two states that are compared, as chosen. Confined to the FX thread.
final class ComparedSide {
    final ObjectProperty<StateChoice> choice;
    /// As typed, for [StateChoice.AtSeq].
    final StringProperty seq = new SimpleStringProperty("");
    /// Where clients connect to the router, as typed, for [StateChoice.Live].
    final StringProperty router = new SimpleStringProperty("");

    ComparedSide(StateChoice first) {
        choice = new SimpleObjectProperty<>(first);
    }

    /// Whether it moves with the cursor.
    boolean moves() {
        return choice.get() instanceof StateChoice.AtCursor;
    }

    /// Whether it is of the other journal.
    boolean elsewhere() {
        return choice.get() instanceof StateChoice.Elsewhere;
    }

    /// Whether it is asked for anew whenever the journal has grown. A router elsewhere is asked when the user says so:
    /// each time is a connection, and its whole state.
    boolean follows(boolean routerElsewhere) {
        return switch (choice.get()) {
            case StateChoice.Newest() -> true;
            case StateChoice.Live() -> !routerElsewhere;
            case StateChoice.AtCursor _, StateChoice.Stored _, StateChoice.AtSeq _, StateChoice.Elsewhere _ -> false;
        };
    }
}
