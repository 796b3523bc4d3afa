package clasp.journal.ui.snapshot;

import static clasp.journal.ui.snapshot.TableParts.column;

import clasp.journal.model.Param;
import clasp.journal.ui.fx.ColumnRoom;
import clasp.journal.ui.fx.Texts;
import java.util.List;
import javafx.scene.control.TableView;

/// The params of one state. Confined to the FX thread.
final class ParamTable extends TableView<Param> {
    ParamTable(SnapshotViewModel model) {
        setId("params");
        setAccessibleText(Texts.text("snapshot.params.table"));
        TableParts.prepare(this, model);
        getColumns()
                .add(column(
                        Texts.text("snapshot.column.address"),
                        ParamColumn.ADDRESS,
                        200,
                        param -> TableParts.line(param.address()),
                        "mono",
                        "address"));
        getColumns()
                .add(column(
                        Texts.text("snapshot.column.value"),
                        ParamColumn.VALUE,
                        124,
                        param -> TableParts.line(param.valueJson()),
                        "mono"));
        getColumns()
                .add(column(
                        Texts.text("snapshot.column.revision"),
                        ParamColumn.REVISION,
                        84,
                        param -> Long.toUnsignedString(param.revision()),
                        "mono",
                        "right"));
        getColumns()
                .add(column(
                        Texts.text("snapshot.column.writer"),
                        ParamColumn.WRITER,
                        96,
                        param -> TableParts.line(param.writer()),
                        "mono"));
        getColumns()
                .add(column(
                        Texts.text("snapshot.column.time"),
                        ParamColumn.TIME,
                        214,
                        param -> StateText.of(model.browsing().timeDisplay().get())
                                .time()
                                .full(param.timestampMicros()),
                        "mono",
                        "right"));
        ColumnRoom.share(
                this,
                List.of(getColumns().get(0), getColumns().get(1), getColumns().get(3)),
                List.of(getColumns().get(4), getColumns().get(3)));
        model.browsing().timeDisplay().subscribe(display -> refresh());
        RowMenu.install(this, model, Param::address, Param::valueJson);
    }

    void show(SnapshotContent.Params content) {
        // Into the same list: with another one TableView would forget the order of the columns.
        getItems().setAll(content.shown());
    }
}
