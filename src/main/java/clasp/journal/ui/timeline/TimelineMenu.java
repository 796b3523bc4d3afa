package clasp.journal.ui.timeline;

import clasp.journal.model.TimeRange;
import clasp.journal.ui.fx.MenusHere;
import clasp.journal.ui.fx.Texts;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What a right click on the strip offers. Confined to the FX thread.
final class TimelineMenu {
    private final TimelineViewModel model;
    private final MenuItem take = new MenuItem(Texts.text("timeline.menu.take"));
    private final MenuItem remove = new MenuItem(Texts.text("timeline.menu.remove"));
    private final MenuItem zoom = new MenuItem(Texts.text("timeline.menu.zoom"));
    private final MenuItem home = new MenuItem(Texts.text("timeline.menu.home"));
    private final MenuItem everything = new MenuItem(Texts.text("timeline.menu.everything"));
    private final ContextMenu menu = new ContextMenu(take, remove, new SeparatorMenuItem(), zoom, home, everything);

    TimelineMenu(TimelineViewModel model) {
        this.model = model;
        take.setOnAction(event -> {
            TimeRange view = model.view().get();
            if (view != null) {
                model.select(view);
            }
        });
        remove.setOnAction(event -> model.select(TimeRange.ALL));
        zoom.setOnAction(event -> model.showSelection());
        home.setOnAction(event -> model.showHome());
        everything.setOnAction(event -> model.showEverything());
    }

    void attach(Node node) {
        menu.setOnShowing(event -> prepare());
        MenusHere.means(node, () -> menu);
        node.setOnContextMenuRequested(event -> {
            menu.show(node, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        node.addEventHandler(javafx.scene.input.MouseEvent.MOUSE_PRESSED, event -> menu.hide());
    }

    private void prepare() {
        TimeSurvey survey = model.survey().get();
        boolean chosen = !model.selection().isAll();
        take.setDisable(survey == null);
        remove.setDisable(!chosen);
        zoom.setDisable(survey == null || !chosen);
        home.setDisable(survey == null || survey.home().equals(model.view().get()));
        everything.setDisable(
                survey == null || survey.span().equals(model.view().get()));
    }
}
