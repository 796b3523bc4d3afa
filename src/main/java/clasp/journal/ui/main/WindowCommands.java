package clasp.journal.ui.main;

import clasp.journal.ui.fx.Command;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import org.kordamp.ikonli.feather.Feather;

/// Everything that can be done in a window, for its toolbar and its shortcuts. Confined to the FX thread.
final class WindowCommands {
    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);
    private static final Modifier CTRL = KeyCombination.SHORTCUT_DOWN;
    private static final Modifier SHIFT = KeyCombination.SHIFT_DOWN;

    private final Command open;
    private final Command connect;
    private final Command record;
    private final Command host;
    private final Command demo;
    private final Command closeTab;
    private final Command appearance;
    private final Command focusQuery;
    private final Command back;
    private final Command forward;
    private final Command goTo;
    private final Command follow;
    private final Command snapshots;
    private final Command recovery;
    private final Command compact;
    private final Command export;
    private final Command addresses;
    private final Command detail;

    WindowCommands(MainWindow window, FrontJournal front, PaneLayout panes) {
        ObservableBooleanValue anyTab = Bindings.isNotEmpty(window.tabs().getTabs());
        ObservableBooleanValue present = front.present();
        open = new Command("open", Feather.FOLDER, keys(KeyCode.O, CTRL), window::chooseAndOpen, ALWAYS);
        connect = new Command("connect", Feather.RADIO, keys(KeyCode.R, CTRL, SHIFT), window::connect, ALWAYS);
        record = new Command("record", Feather.DISC, keys(KeyCode.R, CTRL), window::record, ALWAYS);
        host = new Command("host", Feather.CAST, keys(KeyCode.H, CTRL, SHIFT), window::host, ALWAYS);
        demo = new Command("demo", Feather.PLAY_CIRCLE, null, window::openDemo, ALWAYS);
        closeTab = new Command("closeTab", Feather.X, keys(KeyCode.W, CTRL), window::closeCurrent, anyTab);
        appearance = new Command(
                "appearance", Feather.MOON, null, () -> window.appearance().toggle(), ALWAYS);
        focusQuery = new Command(
                "focusQuery",
                Feather.SEARCH,
                keys(KeyCode.L, CTRL),
                front.action(view -> entries(view).focusQuery()),
                present);
        back = new Command(
                "back",
                Feather.ARROW_LEFT,
                keys(KeyCode.LEFT, KeyCombination.ALT_DOWN),
                front.action(view -> entries(view).query().back()),
                present);
        forward = new Command(
                "forward",
                Feather.ARROW_RIGHT,
                keys(KeyCode.RIGHT, KeyCombination.ALT_DOWN),
                front.action(view -> entries(view).query().forward()),
                present);
        goTo = new Command(
                "goTo",
                Feather.CORNER_DOWN_RIGHT,
                keys(KeyCode.G, CTRL),
                front.action(view -> entries(view).askWhereToGo()),
                present);
        follow = toggle("follow", Feather.CHEVRONS_DOWN, keys(KeyCode.F, CTRL, SHIFT), front.follow(), present);
        snapshots = toggle("snapshots", Feather.CAMERA, keys(KeyCode.S, CTRL, SHIFT), front.snapshots(), present);
        recovery = toggle("recovery", Feather.ACTIVITY, keys(KeyCode.DIGIT3, CTRL), front.recovery(), present);
        compact = new Command(
                "compact",
                Feather.MINIMIZE_2,
                keys(KeyCode.K, CTRL, SHIFT),
                front.action(JournalView::openCompaction),
                present);
        export = new Command(
                "export", Feather.DOWNLOAD, keys(KeyCode.E, CTRL), front.action(JournalView::openExport), present);
        ObservableBooleanValue entriesShown =
                front.present().and(front.snapshots().not());
        addresses = toggle("addresses", Feather.SIDEBAR, keys(KeyCode.DIGIT1, CTRL), panes.addresses(), entriesShown);
        detail = toggle("detail", Feather.LAYOUT, keys(KeyCode.DIGIT2, CTRL), panes.detail(), entriesShown);
    }

    Command open() {
        return open;
    }

    Command connect() {
        return connect;
    }

    Command record() {
        return record;
    }

    Command host() {
        return host;
    }

    Command demo() {
        return demo;
    }

    Command appearance() {
        return appearance;
    }

    Command goTo() {
        return goTo;
    }

    Command follow() {
        return follow;
    }

    Command snapshots() {
        return snapshots;
    }

    Command recovery() {
        return recovery;
    }

    Command compact() {
        return compact;
    }

    Command export() {
        return export;
    }

    Command addresses() {
        return addresses;
    }

    Command detail() {
        return detail;
    }

    List<Command> all() {
        return List.of(
                open,
                connect,
                record,
                host,
                demo,
                closeTab,
                appearance,
                focusQuery,
                back,
                forward,
                goTo,
                follow,
                snapshots,
                recovery,
                compact,
                export,
                addresses,
                detail);
    }

    /// What concerns entries brings them to the screen first.
    private static EntriesPage entries(JournalView view) {
        view.snapshotsShown().set(false);
        return view.entries();
    }

    private static Command toggle(
            String key, Feather icon, KeyCombination keys, BooleanProperty shown, ObservableBooleanValue enabled) {
        return new Command(key, icon, keys, () -> shown.set(!shown.get()), enabled);
    }

    private static KeyCombination keys(KeyCode key, Modifier... modifiers) {
        return new KeyCodeCombination(key, modifiers);
    }
}
