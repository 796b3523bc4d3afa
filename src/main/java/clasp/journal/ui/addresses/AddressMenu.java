package clasp.journal.ui.addresses;

import clasp.journal.ui.fx.SystemClipboard;
import clasp.journal.ui.fx.Texts;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/// What a right click on a line of the tree offers. Confined to the FX thread.
final class AddressMenu extends ContextMenu {
    private final AddressTreeViewModel model;
    private final Supplier<@Nullable AddressNode> selected;

    AddressMenu(AddressTreeViewModel model, Supplier<@Nullable AddressNode> selected) {
        this.model = model;
        this.selected = selected;
        var only = new MenuItem(Texts.text("addresses.menu.only"));
        var exclude = new MenuItem(Texts.text("addresses.menu.exclude"));
        var copy = new MenuItem(Texts.text("addresses.menu.copy"));
        var why = new MenuItem(Texts.text("addresses.menu.why"));
        why.setId("addressWhy");
        why.setOnAction(event -> withSelected(model::explain));
        only.setOnAction(event -> withSelected(node -> {
            if (!model.chosen(node)) {
                model.choose(node);
            }
        }));
        exclude.setOnAction(event -> withSelected(model::exclude));
        copy.setOnAction(event -> withSelected(this::copy));
        getItems().addAll(only, exclude, why, copy);
        setOnShowing(event -> {
            AddressNode node = selected.get();
            boolean none = node == null || model.pattern(node) == null;
            getItems().forEach(item -> item.setDisable(none));
            why.setDisable(node == null || model.address(node).isEmpty());
        });
    }

    private void withSelected(java.util.function.Consumer<AddressNode> action) {
        AddressNode node = selected.get();
        if (node != null) {
            action.accept(node);
        }
    }

    private void copy(AddressNode node) {
        String pattern = model.pattern(node);
        if (pattern != null) {
            SystemClipboard.put(pattern);
        }
    }
}
