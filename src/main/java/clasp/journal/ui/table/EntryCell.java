package clasp.journal.ui.table;

import clasp.journal.model.ClaspReading;
import clasp.journal.ui.fx.Texts;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A cell of the entry table. Scrolling gives it another row many times a second, so it touches only what differs.
/// Confined to the FX thread.
class EntryCell extends TableCell<RowSlot, @Nullable ShownRow> {
    private final EntryColumn column;
    private @Nullable FontIcon mark;

    EntryCell(EntryColumn column) {
        this.column = column;
        getStyleClass().addAll("entry-cell", column.id());
        // The line sizes its cells, whatever they say: a managed one would have the whole table laid out for a new
        // text.
        setManaged(false);
        // The end of an address says most, so what is cut is its middle.
        setTextOverrun(column == EntryColumn.ADDRESS ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS);
        setEllipsisString("…");
        addEventHandler(MouseEvent.MOUSE_ENTERED, event -> prepareTooltip());
        // The wheel brings other rows below a mouse that stays.
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> prepareTooltip());
    }

    EntryColumn column() {
        return column;
    }

    @Override
    protected void updateItem(@Nullable ShownRow item, boolean empty) {
        super.updateItem(item, empty);
        // It is of the row before, or of the text before that was cut.
        setTooltip(null);
        if (empty || item == null) {
            setText(null);
            setGraphic(null);
        } else {
            setText(text(item));
            show(item);
        }
    }

    /// What the cell says.
    String text(ShownRow item) {
        return column.text(item);
    }

    /// Shows what goes with the text.
    void show(ShownRow item) {
        setGraphic(marks(item).isEmpty() && !isBesideDamage(item) ? null : mark());
    }

    private boolean isBesideDamage(ShownRow item) {
        return column == EntryColumn.SEQ && item.row().pastDamage();
    }

    private FontIcon mark() {
        if (mark == null) {
            mark = new FontIcon(Feather.ALERT_TRIANGLE);
            mark.getStyleClass().add("mark");
        }
        return mark;
    }

    private Set<ClaspReading> marks(ShownRow item) {
        return column.marks(item.row().marks());
    }

    private void prepareTooltip() {
        ShownRow item = getItem();
        String text = item == null ? "" : tip(item);
        Tooltip before = getTooltip();
        if (!text.equals(before == null ? "" : before.getText())) {
            setTooltip(text.isEmpty() ? null : new Tooltip(text));
        }
    }

    /// What is wrong, and the whole text where the cell cannot show it.
    private String tip(ShownRow item) {
        Stream<String> readings =
                marks(item).stream().map(reading -> reading.sentence(item.row().entry()));
        Stream<String> damage = isBesideDamage(item) ? Stream.of(Texts.text("table.damaged")) : Stream.empty();
        String problems = Stream.concat(damage, readings).collect(Collectors.joining("\n"));
        boolean narrow = isTextTruncated() || !text(item).equals(column.text(item));
        String whole = narrow ? column.text(item) : "";
        return problems.isEmpty() || whole.isEmpty() ? problems + whole : problems + "\n\n" + whole;
    }

    static String accessibleName(ShownRow item) {
        EntryRow row = item.row();
        String name = Texts.text(
                "table.row.accessible",
                row.seqText(),
                item.time(),
                row.signalText(),
                row.addressText(),
                row.valueText());
        return row.pastDamage() ? name + ". " + Texts.text("table.damaged") : name;
    }
}
