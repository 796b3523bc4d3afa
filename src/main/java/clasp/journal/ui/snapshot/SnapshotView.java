package clasp.journal.ui.snapshot;

import clasp.journal.ui.fx.AfterFailure;
import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.WhileInScene;
import clasp.journal.ui.fx.WorkBar;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The snapshot viewer: the states on the left, on the right the params of the chosen one, or what differs from
/// another. Works while it is in a scene. Confined to the FX thread.
public final class SnapshotView extends BorderPane {
    /// In this much no line of the list is cut.
    private static final double LEAST_LIST = 250;

    private static final double BAR = 260;

    private final SnapshotViewModel model;
    private final StateListView list;
    private final StateHeader header;
    private final KindBar kinds;
    private final ParamTable params;
    private final ChangeTable changes;
    private final Label shown = new Label();
    private final BorderPane body = new BorderPane();
    private final Node waiting;

    public SnapshotView(SnapshotViewModel model) {
        this.model = model;
        list = new StateListView(model);
        header = new StateHeader(model);
        kinds = new KindBar(model);
        params = new ParamTable(model);
        changes = new ChangeTable(model);
        waiting = waiting();
        getStyleClass().add("snapshot-view");
        Stylesheets.add(this, "snapshot");
        body.setTop(new VBox(header, new CompareBar(model), kinds, filterBar()));
        body.getStyleClass().add("state");
        var split = new SplitPane(list, body);
        list.setMinWidth(LEAST_LIST);
        SplitPane.setResizableWithParent(list, false);
        split.setDividerPositions(0.28);
        setCenter(split);
        model.content().subscribe(this::show);
        model.browsing()
                .timeDisplay()
                .subscribe(display -> header.show(model.content().get()));
        WhileInScene.run(this, model::start, model::stop);
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    private HBox filterBar() {
        var filter = new TextField();
        filter.setId("paramFilter");
        filter.setPromptText(Texts.text("snapshot.filter"));
        filter.setAccessibleText(Texts.text("snapshot.filter"));
        filter.setTooltip(new Tooltip(Texts.text("snapshot.filter.tip")));
        filter.textProperty().bindBidirectional(model.filter());
        HBox.setHgrow(filter, Priority.ALWAYS);
        shown.setId("shown");
        shown.getStyleClass().add("shown");
        shown.setMinWidth(Region.USE_PREF_SIZE);
        var bar = new HBox(8, filter, shown);
        bar.getStyleClass().add("filter-bar");
        return bar;
    }

    private void show(SnapshotContent content) {
        header.show(content);
        boolean comparing = content instanceof SnapshotContent.Changes;
        kinds.setVisible(comparing);
        kinds.setManaged(comparing);
        switch (content) {
            case SnapshotContent.Nothing _ -> message(hint("snapshot.choose"));
            case SnapshotContent.Loading _ -> message(waiting);
            case SnapshotContent.Stopped _ -> message(stopped());
            case SnapshotContent.Failed failed -> message(failure(failed.sentence()));
            case SnapshotContent.Params found -> {
                params.show(found);
                int all = found.state().params().size();
                params.setPlaceholder(hint(all == 0 ? "snapshot.empty" : "snapshot.nothingMatches"));
                count("snapshot.shown.params", found.shown().size(), all);
                body.setCenter(params);
            }
            case SnapshotContent.Changes found -> {
                kinds.show(found.diff());
                changes.show(found);
                changes.setPlaceholder(hint("snapshot.nothingDiffers"));
                count(
                        "snapshot.shown.changes",
                        found.shown().size(),
                        found.diff().changes().size());
                body.setCenter(changes);
            }
        }
    }

    private void count(String key, int some, int all) {
        shown.setText(Texts.text(key, some, all));
    }

    private void message(Node node) {
        shown.setText("");
        var box = new VBox(10, node);
        box.getStyleClass().add("message");
        body.setCenter(box);
    }

    private static Label hint(String key) {
        var label = new Label(Texts.text(key));
        label.setWrapText(true);
        label.getStyleClass().add("hint");
        return label;
    }

    private Node waiting() {
        var bar = new WorkBar(Texts.text("snapshot.loading"), model.progress());
        bar.setId("readingState");
        bar.setMaxWidth(BAR);
        var box =
                new VBox(10, hint("snapshot.loading"), bar, button("cancelReading", "snapshot.cancel", model::cancel));
        box.getStyleClass().add("waiting");
        return box;
    }

    private Node stopped() {
        var box = new VBox(10, hint("snapshot.stopped"), button("readState", "snapshot.read", model::reload));
        box.getStyleClass().add("waiting");
        return box;
    }

    private static Button button(String id, String key, Runnable action) {
        return DialogParts.button(id, Texts.text(key), action);
    }

    private Node failure(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.getStyleClass().add("problem");
        var box = new VBox(
                10, label, AfterFailure.buttons(model.browsing(), Texts.text("snapshot.retry"), model::reload));
        box.getStyleClass().add("failure");
        return box;
    }
}
