package clasp.journal.ui.detail;

import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeText;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;

/// Value, diff and history, one at a time. Confined to the FX thread.
final class DetailTabs extends TabPane {
    /// Of their titles, and the line below.
    private static final double TITLES = 28;

    private final ValuePane value;
    private final DiffPane diff;
    private final HistoryPane history;

    DetailTabs(DetailViewModel model) {
        value = new ValuePane(model);
        diff = new DiffPane(model);
        history = new HistoryPane(model);
        setId("detailTabs");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
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

    /// @param room the height that is left for the tabs where the pane is not scrolled
    void fit(double room) {
        history.fit(room - TITLES);
    }

    /// Texts in them are wrapped.
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /// What the one in front needs; what the others do is no reason to scroll.
    @Override
    protected double computeMinHeight(double width) {
        return TITLES
                + content(DetailTab.values()[Math.max(0, getSelectionModel().getSelectedIndex())])
                        .minHeight(width);
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
