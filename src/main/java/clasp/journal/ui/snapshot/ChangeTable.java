package clasp.journal.ui.snapshot;

import static clasp.journal.ui.snapshot.TableParts.column;

import clasp.journal.model.Param;
import clasp.journal.recovery.ParamChange;
import clasp.journal.ui.fx.ColumnRoom;
import clasp.journal.ui.fx.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// What differs between two states, both values side by side. Confined to the FX thread.
final class ChangeTable extends TableView<ParamChange> {
    /// Of a number as most are stored, with sign and all digits.
    private static final double WHOLE_NUMBER = 168;

    ChangeTable(SnapshotViewModel model) {
        setId("changes");
        setAccessibleText(Texts.text("snapshot.changes.table"));
        TableParts.prepare(this, model);
        TableColumn<ParamChange, ParamChange> kind =
                column(Texts.text("snapshot.column.kind"), ParamColumn.KIND, 81, change -> "");
        kind.setCellFactory(ignored -> new KindCell());
        getColumns().add(kind);
        getColumns()
                .add(column(
                        Texts.text("snapshot.column.address"),
                        ParamColumn.ADDRESS,
                        190,
                        change -> TableParts.line(change.address()),
                        "mono",
                        "address"));
        getColumns()
                .add(column(
                        Texts.text("snapshot.column.before"),
                        ParamColumn.VALUE_BEFORE,
                        WHOLE_NUMBER,
                        change -> value(change.earlier()),
                        "mono"));
        getColumns()
                .add(column(
                        Texts.text("snapshot.column.after"),
                        ParamColumn.VALUE,
                        WHOLE_NUMBER,
                        change -> value(change.later()),
                        "mono"));
        getColumns()
                .add(column(
                        Texts.text("snapshot.column.rise"),
                        ParamColumn.RISE,
                        WHOLE_NUMBER,
                        ChangeTable::rise,
                        "mono",
                        "right"));
        getColumns()
                .add(column(
                        Texts.text("snapshot.column.revision"),
                        ParamColumn.REVISION,
                        84,
                        change -> step(change, param -> Long.toUnsignedString(param.revision())),
                        "mono",
                        "right"));
        getColumns()
                .add(column(
                        Texts.text("snapshot.column.writer"),
                        ParamColumn.WRITER,
                        96,
                        change -> TableParts.line(newest(change).writer()),
                        "mono"));
        getColumns()
                .add(column(
                        Texts.text("snapshot.column.time"),
                        ParamColumn.TIME,
                        214,
                        change -> StateText.of(model.browsing().timeDisplay().get())
                                .time()
                                .full(newest(change).timestampMicros()),
                        "mono",
                        "right"));
        ColumnRoom.shareWhole(
                this,
                List.of(
                        getColumns().get(1),
                        getColumns().get(2),
                        getColumns().get(3),
                        getColumns().get(4),
                        getColumns().get(6)),
                List.of(getColumns().get(7), getColumns().get(6), getColumns().get(4)));
        model.browsing().timeDisplay().subscribe(display -> refresh());
        RowMenu.install(
                this, model, ParamChange::address, change -> newest(change).valueJson());
    }

    void show(SnapshotContent.Changes content) {
        // Into the same list: with another one TableView would forget the order of the columns.
        getItems().setAll(content.shown());
    }

    private static String value(Optional<Param> param) {
        return param.map(Param::valueJson).map(TableParts::line).orElse("");
    }

    private static Param newest(ParamChange change) {
        return change.later().or(change::earlier).orElseThrow();
    }

    /// `7`, or `5 → 7` where it differs.
    private static String step(ParamChange change, Function<Param, String> field) {
        String now = field.apply(newest(change));
        String before = change.earlier().map(field).orElse(now);
        return before.equals(now) ? now : before + " → " + now;
    }

    private static String rise(ParamChange change) {
        return change.rise()
                .filter(rise -> rise.signum() != 0)
                .map(ChangeTable::signed)
                .orElse("");
    }

    private static String signed(BigDecimal rise) {
        String digits = rise.abs().stripTrailingZeros().toString();
        return (rise.signum() < 0 ? "\u2212" : "+") + digits;
    }
}
