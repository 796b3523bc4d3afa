package clasp.journal.ui.detail;

import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeText;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;

/// Value, diff and history, one at a time. Confined to the FX thread.
final class DetailTabs extends TabPane {
    private static final double LEAST_HEIGHT = 150;

    private final ValuePane value;
    private final DiffPane diff;
    private final HistoryPane history;

    DetailTabs(DetailViewModel model) {
        value = new ValuePane(model);
        diff = new DiffPane(model);
        history = new HistoryPane(model);
        setId("detailTabs");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        setMinHeight(LEAST_HEIGHT);
        for (DetailTab tab : DetailTab.values()) {
            getTabs().add(tab(tab, content(tab)));
        }
        getSelectionModel().select(model.tab().get().ordinal());
        getSelectionModel()
                .selectedIndexProperty()
                .subscribe(index -> model.tab().set(DetailTab.values()[index.intValue()]));
        model.tab().subscribe(tab -> getSelectionModel().select(tab.ordinal()));
    }

    private Region content(DetailTab tab) {
        return switch (tab) {
            case VALUE -> value;
            case DIFF -> diff;
            case HISTORY -> history;
        };
    }

    private static Tab tab(DetailTab tab, Node content) {
        String key = tab.name().toLowerCase(Locale.ROOT);
        var made = new Tab(Texts.text("detail.tab." + key), content);
        made.setId("tab-" + key);
        return made;
    }

    void show(EntryDetail detail) {
        value.show(detail);
    }

    void showTimes(EntryDetail detail, TimeText times) {
        diff.show(detail, times);
        history.showTimes(times);
    }
}
