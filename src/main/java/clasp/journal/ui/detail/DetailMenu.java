package clasp.journal.ui.detail;

import atlantafx.base.theme.Styles;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.SystemClipboard;
import clasp.journal.ui.fx.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be taken out of the entry: copies and a file. Confined to the FX thread.
final class DetailMenu extends MenuButton {
    private final DetailViewModel model;
    private final FileDialogs dialogs;
    private @Nullable EntryDetail shown;

    DetailMenu(DetailViewModel model, FileDialogs dialogs) {
        super("", new FontIcon(Feather.MORE_HORIZONTAL));
        this.model = model;
        this.dialogs = dialogs;
        setId("detailMenu");
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "no-arrow");
        setAccessibleText(Texts.text("detail.menu.accessible"));
        setTooltip(new Tooltip(Texts.text("detail.menu.accessible")));
        setMinWidth(Region.USE_PREF_SIZE);
        ValueCopying copying = model.copying();
        getItems()
                .addAll(
                        item(
                                "why",
                                Feather.HELP_CIRCLE,
                                detail ->
                                        model.browsing().explain(detail.entry().address(), detail.seq())),
                        new SeparatorMenuItem(),
                        item(
                                "copyValue",
                                Feather.COPY,
                                detail -> copying.text(detail.raw().text(), SystemClipboard::put)),
                        item("copyAddress", Feather.COPY, detail -> copyAddress()),
                        item("copyJson", Feather.COPY, detail -> copying.entry(detail.entry(), SystemClipboard::put)),
                        new SeparatorMenuItem(),
                        item("save", Feather.SAVE, this::save));
    }

    void show(EntryDetail detail) {
        shown = detail;
    }

    void copyAddress() {
        EntryDetail detail = shown;
        if (detail != null) {
            model.copying().text(detail.entry().address(), SystemClipboard::put);
        }
    }

    private MenuItem item(String id, Ikon icon, Consumer<EntryDetail> action) {
        var item = new MenuItem(Texts.text("detail.menu." + id), new FontIcon(icon));
        item.setId(id);
        item.setOnAction(event -> {
            EntryDetail detail = shown;
            if (detail != null) {
                action.accept(detail);
            }
        });
        return item;
    }

    private void save(EntryDetail detail) {
        boolean json = detail.outline() != null;
        var kind = json
                ? new FileDialogs.Kind(Texts.text("detail.save.json"), List.of("*.json"))
                : new FileDialogs.Kind(Texts.text("detail.save.text"), List.of("*.txt"));
        Path suggestion = model.browsing().info().get().beside("-entry-" + detail.seq() + (json ? ".json" : ".txt"));
        dialogs.chooseSave(Texts.text("detail.save.title"), suggestion, List.of(kind))
                .ifPresent(file -> model.copying().save(detail, file));
    }
}
