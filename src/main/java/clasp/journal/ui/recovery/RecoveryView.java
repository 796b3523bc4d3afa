package clasp.journal.ui.recovery;

import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.WhileInScene;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;

/// The recovery view, to stand below the entry table: the cursor on top, below it what can be asked about that moment,
/// at the right why the param in focus has its value. Works while it is in a scene. Confined to the FX thread.
public final class RecoveryView extends BorderPane {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    /// In less room the titles of all tabs stand closer together, so that all of them can be read.
    private static final double ROOM_FOR_TABS = 600;

    private final TabPane tabs = new TabPane();
    private final Map<Tab, Supplier<Node>> toMake = new HashMap<>();
    private final Map<RecoveryTab, Tab> byKind = new EnumMap<>(RecoveryTab.class);

    public RecoveryView(RecoveryViewModel model, FileDialogs dialogs) {
        getStyleClass().add("recovery-view");
        setId("recoveryView");
        Stylesheets.add(this, "recovery");
        add(RecoveryTab.STATE, () -> new StatePane(model.state()));
        add(RecoveryTab.PROBLEMS, () -> new ProblemsPane(model.problems(), dialogs));
        add(RecoveryTab.COMPARE, () -> new ComparePane(model.compare(), dialogs));
        add(RecoveryTab.CRASH, () -> new CrashPane(model.crash()));
        add(RecoveryTab.MOMENTS, () -> new MomentsPane(model.moments()));
        add(RecoveryTab.PAIR, () -> new PairPane(model.pair(), dialogs));
        add(RecoveryTab.EVIDENCE, () -> new EvidencePane(model.evidence()));
        tabs.setId("recoveryTabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinWidth(240);
        tabs.widthProperty()
                .subscribe(width -> tabs.pseudoClassStateChanged(NARROW, width.doubleValue() < ROOM_FOR_TABS));
        tabs.getSelectionModel()
                .selectedItemProperty()
                .subscribe((before, now) -> byKind.forEach((kind, tab) -> {
                    if (tab == now) {
                        make(tab);
                        model.tab().set(kind);
                        if (before != null && tab.getContent() instanceof ParamPage page) {
                            page.shown();
                        }
                    }
                }));
        model.tab().subscribe(kind -> {
            Tab tab = byKind.get(kind);
            if (tab != null) {
                make(tab);
                tabs.getSelectionModel().select(tab);
            }
        });
        var why = new WhyPane(model.why());
        why.setMinWidth(160);
        var split = new SplitPane(tabs, why);
        split.setDividerPositions(0.68);
        // Where there is little room, it is cut off below and does not lie over the cursor's buttons.
        split.setMinHeight(0);
        model.tab().subscribe(kind -> {
            // What two journals or files have to say concerns no single param.
            if (kind.aside()) {
                split.getItems().remove(why);
            } else if (!split.getItems().contains(why)) {
                split.getItems().add(why);
                split.setDividerPositions(0.68);
            }
        });
        setTop(new TransportBar(model));
        setCenter(split);
        WhileInScene.run(this, model::start, model::stop);
    }

    /// @param content made when it is first asked for: all at once take a while
    private void add(RecoveryTab kind, Supplier<Node> content) {
        var tab = new Tab(Texts.text("recoveryView.tab." + kind.key()));
        toMake.put(tab, content);
        tab.setId("recovery-tab-" + kind.key());
        byKind.put(kind, tab);
        tabs.getTabs().add(tab);
    }

    private void make(Tab tab) {
        Supplier<Node> content = toMake.remove(tab);
        if (content != null) {
            tab.setContent(content.get());
        }
    }

    @Override
    public void requestFocus() {
        tabs.requestFocus();
    }
}
