package clasp.journal.ui.detail;

import clasp.journal.model.ValueSyntaxException;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.SelectionMenu;
import clasp.journal.ui.fx.SystemClipboard;
import clasp.journal.ui.fx.Texts;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The value's text exactly as it is stored: in a text area where that can show it, else piece by piece in a list.
/// Confined to the FX thread.
final class RawPane extends BorderPane {
    /// Of the text: a line.
    private static final double LEAST_HEIGHT = 30;

    private final DetailViewModel model;
    private final Label problem = new Label("", new FontIcon(Feather.ALERT_TRIANGLE));
    private final TextArea area = new TextArea();
    private final ListView<String> list = new ListView<>();
    private RawText text = RawText.of("");

    RawPane(DetailViewModel model) {
        this.model = model;
        problem.setId("rawProblem");
        problem.getStyleClass().addAll("banner", "warning");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.setMaxWidth(Double.MAX_VALUE);
        area.setId("rawText");
        area.setEditable(false);
        area.setMinHeight(LEAST_HEIGHT);
        area.setWrapText(true);
        area.getStyleClass().addAll("raw", "mono");
        area.setAccessibleText(Texts.text("detail.raw.accessible"));
        list.setId("rawPieces");
        list.setMinHeight(LEAST_HEIGHT);
        list.getStyleClass().addAll("raw", "mono");
        list.setAccessibleText(Texts.text("detail.raw.accessible"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(view -> new RawCell());
        var copy = new MenuItem(Texts.text("detail.menu.copyPieces"));
        copy.setOnAction(event -> copyPieces());
        list.setContextMenu(new SelectionMenu(list.getSelectionModel().selectedItemProperty(), copy));
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
                copyPieces();
                event.consume();
            }
        });
    }

    void show(EntryDetail detail) {
        text = detail.raw();
        ValueSyntaxException found = detail.problem();
        problem.setText(found == null ? "" : sentence(found));
        setTop(found == null ? null : problem);
        if (text.fitsTextArea()) {
            // The pieces of a text cannot be taken out of it.
            list.setItems(FXCollections.observableArrayList());
            area.setText(text.text());
            area.positionCaret(0);
            setCenter(area);
        } else {
            area.clear();
            list.setItems(FXCollections.observableList(text.pieces()));
            setCenter(list);
        }
        if (found != null) {
            point(found.position());
        }
    }

    private static String sentence(ValueSyntaxException problem) {
        return Texts.text(
                "detail.raw.problem",
                String.valueOf(problem.getMessage()),
                NumberText.grouped(problem.position() + 1L));
    }

    private void point(int position) {
        if (text.fitsTextArea()) {
            area.selectRange(position, Math.min(position + 1, text.text().length()));
        } else if (!list.getItems().isEmpty()) {
            int piece = text.pieceAt(position);
            list.getSelectionModel().clearAndSelect(piece);
            list.scrollTo(piece);
        }
    }

    private void copyPieces() {
        List<Integer> chosen =
                list.getSelectionModel().getSelectedIndices().stream().sorted().toList();
        List<String> pieces = text.pieces();
        long chars = (long) chosen.size() * RawText.PIECE;
        if (chosen.isEmpty() || chars > ValueCopying.MAX_CHARS) {
            model.copying().text(text.text(), SystemClipboard::put);
        } else {
            var copied = new StringBuilder();
            chosen.forEach(index -> copied.append(pieces.get(index)));
            model.copying().text(copied.toString(), SystemClipboard::put);
        }
    }

    /// Wraps a piece. The list never scrolls sideways.
    private static final class RawCell extends ListCell<String> {
        private static final double SCROLL_BAR = 16;

        RawCell() {
            setWrapText(true);
            setPrefWidth(0);
            getStyleClass().add("raw-piece");
        }

        @Override
        protected void updateItem(@Nullable String piece, boolean empty) {
            super.updateItem(piece, empty);
            setText(empty || piece == null ? null : LineText.visible(withoutLineEnd(piece)));
        }

        /// The list asks without a width; how high the piece is depends on how it is wrapped.
        @Override
        protected double computePrefHeight(double width) {
            double room =
                    width >= 0 || getListView() == null ? width : getListView().getWidth() - SCROLL_BAR;
            return super.computePrefHeight(room);
        }

        private static String withoutLineEnd(String piece) {
            return piece.endsWith("\n") ? piece.substring(0, piece.length() - 1) : piece;
        }
    }
}
