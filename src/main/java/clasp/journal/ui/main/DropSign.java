package clasp.journal.ui.main;

import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Takes files that are dropped on a part of the window, and shows over it what will happen while they are dragged
/// there. Confined to the FX thread.
final class DropSign extends StackPane {
    private static final int MOST_NAME = 60;

    private final Label words = new Label("", new FontIcon(Feather.FOLDER));
    private final Consumer<List<Path>> open;

    /// @param place where files can be dropped; it lies below this
    DropSign(Node place, Consumer<List<Path>> open) {
        this.open = open;
        setId("dropSign");
        getStyleClass().add("drop-sign");
        words.setMnemonicParsing(false);
        getChildren().setAll(words);
        setMouseTransparent(true);
        setVisible(false);
        place.setOnDragEntered(this::over);
        place.setOnDragOver(this::over);
        place.setOnDragExited(event -> setVisible(false));
        place.setOnDragDropped(this::dropped);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            if (event.getEventType() == DragEvent.DRAG_OVER) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            if (!isVisible()) {
                show(event.getDragboard().getFiles());
            }
        }
        event.consume();
    }

    private void show(List<File> files) {
        words.setText(
                files.size() == 1
                        ? Texts.text(
                                "main.drop.one", LineText.of(files.getFirst().getName(), MOST_NAME))
                        : Texts.text("main.drop.several", files.size()));
        setAccessibleText(words.getText());
        setVisible(true);
    }

    private void dropped(DragEvent event) {
        setVisible(false);
        List<Path> files =
                event.getDragboard().getFiles().stream().map(File::toPath).toList();
        open.accept(files);
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }
}
