package clasp.journal.ui.lifelines;

import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.ui.fx.SelectionMenu;
import clasp.journal.ui.fx.SystemClipboard;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.WhyHere;
import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be done with a row of the lifelines, by menu and by key. Confined to the FX thread.
final class LifelineMenu {
    private final ListView<LifelineRow> list;
    private final LifelinesViewModel model;

    private LifelineMenu(ListView<LifelineRow> list, LifelinesViewModel model) {
        this.list = list;
        this.model = model;
    }

    static void install(ListView<LifelineRow> list, LifelinesViewModel model) {
        var menu = new LifelineMenu(list, model);
        list.setContextMenu(new SelectionMenu(
                list.getSelectionModel().selectedItemProperty(),
                menu.item("lifelines.menu.together", Feather.TRENDING_UP, menu::together),
                menu.item("lifelines.menu.first", Feather.LIST, menu::first),
                menu.item("lifelines.menu.only", Feather.FILTER, menu::only),
                menu.item("lifelines.menu.why", Feather.HELP_CIRCLE, menu::why),
                menu.item("lifelines.menu.copy", Feather.COPY, LifelineMenu::copy)));
        WhyHere.means(list, () -> menu.withSelected(menu::why));
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && menu.withSelected(menu::first)
                    || event.getCode() == KeyCode.SPACE && menu.withSelected(menu::together)) {
                event.consume();
            }
        });
    }

    private MenuItem item(String key, Feather icon, Consumer<LifelineRow> action) {
        var item = new MenuItem(Texts.text(key), new FontIcon(icon));
        item.setOnAction(event -> withSelected(action));
        return item;
    }

    /// @return whether there was a row
    private boolean withSelected(Consumer<LifelineRow> action) {
        LifelineRow row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            action.accept(row);
        }
        return row != null;
    }

    private void together(LifelineRow row) {
        model.together().choose(row.address(), !model.together().has(row.address()));
    }

    private void first(LifelineRow row) {
        Lifeline line = row.lifeline().get();
        if (line != null && !line.points().isEmpty()) {
            model.browsing().reveal(line.points().getFirst().seq());
        }
    }

    private void only(LifelineRow row) {
        var address = new Filter.Address(AddressPattern.literally(row.address()));
        model.browsing().query().set(model.browsing().query().get().and(address));
    }

    private void why(LifelineRow row) {
        model.browsing().explain(row.address(), model.browsing().state().get().latestSeq());
    }

    private static void copy(LifelineRow row) {
        SystemClipboard.put(row.address());
    }
}
