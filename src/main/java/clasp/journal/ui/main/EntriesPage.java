package clasp.journal.ui.main;

import clasp.journal.ui.addresses.AddressTreeView;
import clasp.journal.ui.addresses.AddressTreeViewModel;
import clasp.journal.ui.detail.DetailView;
import clasp.journal.ui.detail.DetailViewModel;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Command;
import clasp.journal.ui.fx.Remark;
import clasp.journal.ui.fx.ViewHistory;
import clasp.journal.ui.query.QueryBarView;
import clasp.journal.ui.query.QueryBarViewModel;
import clasp.journal.ui.recovery.RecoveryMoves;
import clasp.journal.ui.recovery.RecoveryPlace;
import clasp.journal.ui.table.EntryActions;
import clasp.journal.ui.table.EntryTableView;
import clasp.journal.ui.table.EntryTableViewModel;
import clasp.journal.ui.timeline.TimelineView;
import clasp.journal.ui.timeline.TimelineViewModel;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The entries of a journal: query bar and timeline above, the table with addresses and detail at its sides, the status
/// line below. Confined to the FX thread.
final class EntriesPage extends BorderPane {
    /// In a lower page with the recovery view, entries and state need some of the timeline's room.
    private static final double ROOM_FOR_TIME = 640;

    private static final Duration REMARK_SHOWN = Duration.ofSeconds(12);

    private final QueryBarViewModel query;
    private final TimelineViewModel timeline;
    private final AddressTreeViewModel addresses;
    private final EntryTableViewModel table;
    private final DetailViewModel detail;
    private final QueryBarView queryBar;
    private final EntryTableView tableView;
    private final EntryActions selection;
    private final SidePanes panes;
    private final RecoveryDock dock;
    private final Remark remark;
    /// Withdraws what is yet to be made.
    private final Runnable rest;

    EntriesPage(Browsing browsing, PaneLayout layout, WindowServices services) {
        query = new QueryBarViewModel(browsing, services.tasks(), services.later(), services.settings());
        timeline = new TimelineViewModel(browsing, services.tasks());
        addresses = new AddressTreeViewModel(browsing, services.tasks());
        table = new EntryTableViewModel(
                browsing, services.tasks(), services.later(), services.settings(), services.copier());
        detail = new DetailViewModel(browsing, services.tasks(), services.later(), services.settings());
        queryBar = new QueryBarView(query);
        tableView = new EntryTableView(table);
        selection = new EntryActions(table);
        getStyleClass().add("entries-page");
        setMinHeight(0);
        var aroundTime = new ToCome(() -> new TimelineView(timeline));
        var left = new ToCome(() -> new AddressTreeView(addresses));
        var right = new ToCome(() -> new DetailView(detail, services.dialogs()));
        setTop(new VBox(queryBar, aroundTime));
        panes = new SidePanes(left, tableView, right, layout);
        dock = new RecoveryDock(browsing, panes, services);
        setCenter(dock);
        dock.shown().subscribe(shown -> giveTime(aroundTime));
        heightProperty().subscribe(height -> giveTime(aroundTime));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            // Whatever part has the keyboard, as long as it has no use for it itself.
            if (event.getCode() == KeyCode.ESCAPE && browsing.busy().get()) {
                browsing.cancelRunning();
                event.consume();
            }
        });
        remark = new Remark(services.later(), REMARK_SHOWN);
        browsing.selected().subscribe((before, now) -> remark.clear());
        browsing.query().subscribe((before, now) -> remark.clear());
        browsing.onExplain((address, seq) -> remark.clear());
        table.onRemark(remark::say);
        setBottom(new StatusLine(remark.over(table.statusText()), browsing.timeDisplay(), browsing.info()));
        // Rows are what people wait for.
        rest = OnceDrawn.perform(
                this,
                () -> table.place() != null,
                services.later(),
                () -> List.of(right, left, aroundTime).forEach(ToCome::make));
    }

    private void giveTime(Region timeline) {
        boolean tight = dock.shown().get() && getHeight() < ROOM_FOR_TIME;
        double height = tight ? TimelineView.LEAST_HEIGHT : TimelineView.HEIGHT;
        timeline.setMinHeight(height);
        timeline.setMaxHeight(height);
    }

    QueryBarViewModel query() {
        return query;
    }

    EntryTableViewModel table() {
        return table;
    }

    /// The menu of a row has these, too.
    void offerOnRows(List<Command> commands) {
        tableView.offer(commands);
    }

    void focusQuery() {
        queryBar.focusQuery();
    }

    void watchColumns(ViewHistory history) {
        tableView.watchColumns(history);
    }

    /// A dialog in which the columns are arranged.
    Region columnsDialog(Runnable close) {
        return tableView.columnsDialog(close);
    }

    void focusTable() {
        tableView.requestFocus();
    }

    void askWhereToGo() {
        tableView.askWhereToGo();
    }

    /// What can be done with the selected entry.
    EntryActions selection() {
        return selection;
    }

    /// Says it in the status line, until something else is selected or a while has passed.
    void say(String sentence) {
        remark.say(sentence);
    }

    /// What moves the cursor of the recovery view.
    RecoveryMoves moves() {
        return dock.moves();
    }

    /// Where the user is in the recovery view; null for nowhere yet.
    @Nullable
    RecoveryPlace recoveryPlace() {
        return dock.place();
    }

    /// Goes back to where the user was in the recovery view.
    void resumeRecovery(RecoveryPlace before) {
        dock.resume(before);
    }

    /// Calls it whenever the user has moved in the table or in the recovery view.
    void onMoved(Runnable moved) {
        table.topRow().subscribe((before, now) -> moved.run());
        table.onSelected(moved);
        dock.onMoved(moved);
    }

    /// Whether the recovery view is shown below the table.
    BooleanProperty recoveryShown() {
        return dock.shown();
    }

    /// Ends all background work of the parts.
    void close() {
        rest.run();
        dock.close();
        panes.close();
        query.close();
        timeline.close();
        addresses.close();
        table.close();
        detail.close();
    }
}
