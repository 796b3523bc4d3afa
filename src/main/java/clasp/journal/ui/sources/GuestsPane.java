package clasp.journal.ui.sources;

import clasp.journal.ui.fx.DropPane;
import clasp.journal.ui.fx.EmptyText;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.sources.HostedSession.Guest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// Who is connected to a hosted session. Confined to the FX thread.
final class GuestsPane extends DropPane {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'");

    private final ListView<Guest> list = new ListView<>();

    /// @param guests changes as they come and go
    GuestsPane(ObservableList<Guest> guests) {
        getStyleClass().add("guests-pane");
        list.setId("hostGuests");
        list.setItems(guests);
        list.setCellFactory(view -> new Line());
        list.setPlaceholder(new EmptyText("host.guests.none"));
        list.setAccessibleText(Texts.text("host.guests.action"));
        getChildren().add(list);
        // The list would keep it for itself.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                done();
            }
        });
    }

    @Override
    protected void opening() {
        list.getSelectionModel().clearSelection();
    }

    @Override
    protected Node first() {
        return list;
    }

    /// A name comes from a stranger.
    private static String name(Guest guest) {
        String line = guest.name().replaceAll("\\p{Cntrl}+", " ").strip();
        return line.isEmpty() ? Texts.text("host.guests.unnamed") : line;
    }

    private static String facts(Guest guest) {
        Instant since = Instant.EPOCH.plus(guest.sinceMicros(), ChronoUnit.MICROS);
        return Texts.text(
                "host.guests.facts",
                guest.session(),
                TIME.format(since.atOffset(ZoneOffset.UTC)),
                guest.subscriptions());
    }

    private static final class Line extends ListCell<Guest> {
        private final Label name = new Label();
        private final Label facts = new Label();
        private final VBox both = new VBox(name, facts);

        Line() {
            facts.getStyleClass().add("hint");
            // The list is as wide as it is, however long a name may be.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Guest guest, boolean empty) {
            super.updateItem(guest, empty);
            setGraphic(empty ? null : both);
            if (!empty) {
                name.setText(name(guest));
                facts.setText(facts(guest));
                setAccessibleText(name.getText() + " " + facts.getText());
            }
        }
    }
}
