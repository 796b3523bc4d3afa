package clasp.journal.ui.recovery;

import atlantafx.base.theme.Styles;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Lets the user choose the other journal, and names it. Confined to the FX thread.
final class OtherJournalBar extends HBox {
    private static final int MOST_CHARS = 40;
    private static final List<FileDialogs.Kind> KINDS = List.of(
            new FileDialogs.Kind(Texts.text("main.kind.journal"), List.of("*.db", "*.sqlite", "*.sqlite3", "*.clasp")),
            new FileDialogs.Kind(Texts.text("main.kind.any"), List.of("*", "*.*")));

    private final CursorViewModel cursor;
    private final OtherJournal other;
    private final FileDialogs dialogs;

    OtherJournalBar(String id, CursorViewModel cursor, OtherJournal other, FileDialogs dialogs) {
        this.cursor = cursor;
        this.other = other;
        this.dialogs = dialogs;
        getStyleClass().add("other-journal");
        var open = new Button("", new FontIcon(Feather.FOLDER));
        open.setId(id);
        open.getStyleClass().add(Styles.SMALL);
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(event -> choose());
        other.opened()
                .subscribe(now -> open.setText(
                        Texts.text(now == null ? "recoveryView.other.open" : "recoveryView.other.change")));
        getChildren().add(open);
    }

    /// The same with the name beside it.
    OtherJournalBar named() {
        getChildren().add(name(other));
        return this;
    }

    /// Names the other journal.
    static Label name(OtherJournal other) {
        var name = new Label();
        other.opened().subscribe(now -> name.setText(now == null ? "" : LineText.of(now.name(), MOST_CHARS)));
        return name;
    }

    /// Says below the bar, whole, what is the matter with the other journal; takes no room while nothing is.
    static Label message(OtherJournal other) {
        var message = new Label();
        message.getStyleClass().addAll("notice", "other-message");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        message.textProperty().bind(other.message());
        message.visibleProperty().bind(message.textProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        return message;
    }

    private void choose() {
        Path folder = cursor.browsing().info().get().path().map(Path::getParent).orElse(null);
        dialogs.chooseOpen(Texts.text("recoveryView.other.title"), folder, KINDS).stream()
                .findFirst()
                .ifPresent(other::open);
    }
}
