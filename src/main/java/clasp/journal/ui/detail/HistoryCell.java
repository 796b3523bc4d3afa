package clasp.journal.ui.detail;

import clasp.journal.model.Entry;
import clasp.journal.store.Row;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One entry of the address: value and seq, below them time, revision and author. Confined to the FX thread.
final class HistoryCell extends ListCell<Row> {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final int MAX_CHARS = 200;

    private final HistoryList list;
    private final Label value = new Label();
    private final Label seq = new Label();
    private final Label time = new Label();
    private final Label revision = new Label();
    private final Label author = new Label();
    private final VBox lines;

    HistoryCell(HistoryList list) {
        this.list = list;
        getStyleClass().add("history-cell");
        setPrefWidth(0);
        value.getStyleClass().addAll("value", "mono");
        value.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(value, Priority.ALWAYS);
        seq.getStyleClass().addAll("minor", "mono");
        seq.setMinWidth(Region.USE_PREF_SIZE);
        time.getStyleClass().addAll("minor", "mono");
        time.setMinWidth(Region.USE_PREF_SIZE);
        revision.getStyleClass().add("minor");
        revision.setMinWidth(Region.USE_PREF_SIZE);
        author.getStyleClass().add("minor");
        // Authors are mostly long ids: both ends tell them apart better than one.
        author.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        author.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(author, Priority.ALWAYS);
        var first = new HBox(value, seq);
        var second = new HBox(time, author, revision);
        first.getStyleClass().add("first");
        second.getStyleClass().add("second");
        lines = new VBox(first, second);
        setOnMouseClicked(event -> {
            Row row = getItem();
            if (row != null && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 1) {
                list.reveal(row);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            pseudoClassStateChanged(CURRENT, false);
            return;
        }
        Entry entry = row.entry();
        String text = LineText.of(entry.valueJson(), MAX_CHARS);
        value.setText(row.valueCut() && !text.endsWith("…") ? text + "…" : text);
        seq.setText(NumberText.seq(entry.seq()));
        time.setText(list.times().clock(entry.timestampMicros()));
        author.setText(LineText.of(entry.author(), MAX_CHARS));
        Long stored = entry.revision();
        revision.setText(stored == null ? "" : Texts.text("detail.history.revision", Long.toUnsignedString(stored)));
        pseudoClassStateChanged(CURRENT, list.isCurrent(row));
        setAccessibleText(HistoryPane.line(row, list.times()));
        setGraphic(lines);
    }
}
