package clasp.journal.ui.detail;

import atlantafx.base.theme.Styles;
import clasp.journal.model.Entry;
import clasp.journal.model.SignalType;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says which entry is on screen, and what CLASP would read in it differently. Confined to the FX thread.
final class DetailHeader extends VBox {
    private static final int MAX_ADDRESS = 2_000;
    private static final PseudoClass BRIEF = PseudoClass.getPseudoClass("brief");

    private final Label title = new Label();
    private final Label signal = new Label();
    private final Region dot = new Region();
    private final Label address = new Label();
    private final Tooltip wholeAddress = new Tooltip();
    private final HBox top;
    private final HBox place;
    private final Button copy = new Button("", new FontIcon(Feather.COPY));
    private final VBox marks = new VBox();
    private final Label note = new Label("", new FontIcon(Feather.BOOKMARK));
    private final DetailMenu menu;

    DetailHeader(DetailViewModel model, FileDialogs dialogs) {
        menu = new DetailMenu(model, dialogs);
        getStyleClass().add("detail-header");
        title.getStyleClass().add("title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        signal.setGraphic(dot);
        signal.getStyleClass().add("signal");
        HBox.setHgrow(signal, Priority.ALWAYS);
        signal.setMaxWidth(Double.MAX_VALUE);
        top = new HBox(title, signal, menu);
        top.getStyleClass().add("top");
        address.getStyleClass().addAll("address", "mono");
        address.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        address.setMaxWidth(Double.MAX_VALUE);
        address.setTooltip(wholeAddress);
        wholeAddress.setWrapText(true);
        wholeAddress.setMaxWidth(600);
        HBox.setHgrow(address, Priority.ALWAYS);
        prepareCopying();
        place = new HBox(address, copy);
        place.getStyleClass().add("place");
        marks.getStyleClass().add("marks");
        prepareNote();
        getChildren().addAll(top, place, deleted(model), note, marks);
    }

    private static Node deleted(DetailViewModel model) {
        Label deleted = mark(Texts.text("detail.deleted"));
        deleted.setId("entryDeleted");
        deleted.visibleProperty().bind(model.deleted());
        deleted.managedProperty().bind(deleted.visibleProperty());
        return deleted;
    }

    private void prepareNote() {
        note.setId("entryNote");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.setMaxWidth(Double.MAX_VALUE);
        note.getStyleClass().addAll("banner", "note");
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
    }

    /// @param text what somebody has written to the entry; empty for nothing
    void showNote(String text) {
        note.setText(LineText.of(text, MAX_ADDRESS));
    }

    /// Whether to take a single line: the address in place of the type, which the table says beside it.
    void setBrief(boolean brief) {
        if (brief == place.isVisible()) {
            (brief ? top : place).getChildren().addAll(brief ? 1 : 0, List.of(address, copy));
            show(place, !brief);
            show(signal, !brief);
            pseudoClassStateChanged(BRIEF, brief);
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void prepareCopying() {
        copy.setId("copyAddress");
        copy.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        copy.setAccessibleText(Texts.text("detail.menu.copyAddress"));
        copy.setTooltip(new Tooltip(Texts.text("detail.menu.copyAddress")));
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> menu.copyAddress());
    }

    void show(EntryDetail detail) {
        Entry entry = detail.entry();
        title.setText(Texts.text("detail.title", NumberText.seq(entry.seq())));
        SignalType type = entry.knownSignalType();
        dot.getStyleClass().setAll("signal-dot", type == null ? "other" : type.text());
        signal.setText(LineText.of(entry.signalType(), 60));
        address.setText(LineText.of(LineText.named(entry.address()), MAX_ADDRESS));
        wholeAddress.setText(address.getText());
        marks.getChildren()
                .setAll(detail.readings().stream()
                        .sorted()
                        .map(reading -> mark(LineText.of(reading.sentence(entry), 500)))
                        .toList());
        menu.show(detail);
    }

    private static Label mark(String sentence) {
        var label = new Label(sentence, new FontIcon(Feather.ALERT_TRIANGLE));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().addAll("banner", "warning");
        return label;
    }
}
