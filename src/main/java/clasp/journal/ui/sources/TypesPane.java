package clasp.journal.ui.sources;

import clasp.journal.model.SignalType;
import clasp.journal.ui.fx.DropPane;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Chooses the signal types that a relay is asked for; none chosen means all. Confined to the FX thread.
final class TypesPane extends DropPane {
    TypesPane(ObjectProperty<Set<String>> chosen) {
        getStyleClass().add("types-pane");
        for (SignalType type : SignalType.values()) {
            getChildren().add(box(type.text(), chosen));
        }
        // Done with the types, and not with the dialog, whose default button would get the key.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                done();
            }
        });
    }

    @Override
    protected void opening() {
        // They are what they were when it was closed.
    }

    @Override
    protected Node first() {
        return getChildren().getFirst();
    }

    private static CheckBox box(String type, ObjectProperty<Set<String>> chosen) {
        var box = new CheckBox(type);
        box.setId("connectType-" + type);
        box.setMnemonicParsing(false);
        box.selectedProperty().subscribe((before, now) -> {
            Set<String> types = new TreeSet<>(chosen.get());
            if (now) {
                types.add(type);
            } else {
                types.remove(type);
            }
            chosen.set(types);
        });
        return box;
    }
}
