package clasp.journal.ui.snapshot;

import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.SizeText;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeDisplay;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A state in the list: name and condition, below them when it was taken, where it belongs and how much it holds.
/// Confined to the FX thread.
final class StateCell extends ListCell<StateItem> {
    private final ObservableValue<TimeDisplay> display;
    private final Label name = new Label();
    private final Label condition = new Label();
    private final Label place = new Label();
    private final Label extent = new Label();
    private final VBox box;

    StateCell(ObservableValue<TimeDisplay> display) {
        this.display = display;
        getStyleClass().add("state-cell");
        name.getStyleClass().add("name");
        condition.getStyleClass().add("condition");
        place.getStyleClass().add("place");
        extent.getStyleClass().add("extent");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        box = new VBox(new HBox(8, name, gap, condition), place, extent);
        display.subscribe(() -> render(getItem()));
    }

    @Override
    protected void updateItem(@Nullable StateItem item, boolean empty) {
        super.updateItem(item, empty);
        render(empty ? null : item);
    }

    private void render(@Nullable StateItem item) {
        if (item == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        setGraphic(box);
        name.setText(StateText.name(item.source()));
        describe(item);
        show(item.condition());
        setAccessibleText(name.getText() + ", " + extent.getText() + ", " + condition.getText());
    }

    private void describe(StateItem item) {
        switch (item.source()) {
            case StateSource.Current _ -> {
                place.setText(Texts.text("snapshot.current.place"));
                extent.setText(Texts.text("snapshot.current.extent"));
            }
            case StateSource.Stored(var info) -> {
                place.setText(StateText.of(display.getValue()).taken(info));
                String seq = NumberText.seq(info.seqAt());
                String size = SizeText.text(info.sizeBytes());
                extent.setText(
                        params(item.condition()) < 0
                                ? Texts.text("snapshot.extent", seq, size)
                                : Texts.text(
                                        "snapshot.extent.params",
                                        seq,
                                        Texts.text("snapshot.params", params(item.condition())),
                                        size));
            }
        }
    }

    private static int params(StateItem.Condition condition) {
        return switch (condition) {
            case StateItem.Condition.Unread _, StateItem.Condition.Unreadable _ -> -1;
            case StateItem.Condition.Usable usable -> usable.params();
            case StateItem.Condition.Refused refused -> refused.params();
            case StateItem.Condition.Damaged damaged -> damaged.params();
        };
    }

    private void show(StateItem.Condition known) {
        switch (known) {
            case StateItem.Condition.Unread _ -> condition("", "", null);
            case StateItem.Condition.Usable _ -> condition(Texts.text("snapshot.usable"), "", null);
            case StateItem.Condition.Refused refused ->
                condition(Texts.text("snapshot.refused"), "refused", refused.sentence());
            case StateItem.Condition.Damaged damaged ->
                condition(Texts.text("snapshot.damaged"), "damaged", damaged.sentence());
            case StateItem.Condition.Unreadable unreadable ->
                condition(Texts.text("snapshot.unreadable"), "damaged", unreadable.sentence());
        }
    }

    private void condition(String text, String style, @Nullable String sentence) {
        condition.setText(text);
        condition.getStyleClass().removeAll("refused", "damaged");
        if (!style.isEmpty()) {
            condition.getStyleClass().add(style);
        }
        setTooltip(sentence == null ? null : new Tooltip(sentence));
    }
}
