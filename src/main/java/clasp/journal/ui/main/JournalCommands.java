package clasp.journal.ui.main;

import static clasp.journal.ui.main.Keys.ALWAYS;
import static clasp.journal.ui.main.Keys.CTRL;
import static clasp.journal.ui.main.Keys.SHIFT;
import static clasp.journal.ui.main.Keys.keys;

import clasp.journal.ui.fx.Command;
import clasp.journal.ui.fx.CommandGroup;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/// Opening and closing journals, and what is done with a whole one. Confined to the FX thread.
record JournalCommands(
        Command open,
        Command connect,
        Command record,
        Command host,
        Command demo,
        Command openLost,
        Command stop,
        Command clients,
        Command saveSession,
        Command enterToken,
        Command showLeft,
        Command export,
        Command compact,
        Command restoreBackup,
        Command nextTab,
        Command previousTab,
        Command closeTab,
        Command newWindow,
        Command closeWindow,
        Command quit) {

    static JournalCommands of(MainWindow window, JournalTabs tabs, WindowDialogs dialogs, FrontJournal front) {
        ObservableBooleanValue present = front.present();
        ObservableBooleanValue anyTab = Bindings.isNotEmpty(tabs.pane().getTabs());
        return new JournalCommands(
                new Command("open", Feather.FOLDER, keys(KeyCode.O, CTRL), window::chooseAndOpen, ALWAYS),
                new Command("connect", Feather.RADIO, keys(KeyCode.R, CTRL, SHIFT), dialogs::connect, ALWAYS),
                new Command("record", Feather.DISC, keys(KeyCode.R, CTRL), dialogs::record, ALWAYS),
                new Command("host", Feather.CAST, keys(KeyCode.H, CTRL, SHIFT), dialogs::host, ALWAYS),
                new Command("demo", Feather.PLAY_CIRCLE, null, window::openDemo, ALWAYS),
                new Command(
                        "openLost",
                        Feather.ROTATE_CW,
                        keys(KeyCode.T, CTRL, SHIFT),
                        () -> window.openLost().perform(),
                        window.openLost().possible()),
                new Command(
                        "stop",
                        Feather.SQUARE,
                        null,
                        front.action(view -> view.stop().perform()),
                        front.stoppable()),
                new Command(
                        "clients",
                        Feather.USERS,
                        null,
                        front.action(view -> view.clients().perform()),
                        front.hosted()),
                new Command(
                        "saveSession",
                        Feather.SAVE,
                        null,
                        front.action(view -> view.save().perform()),
                        front.savable()),
                new Command("enterToken", Feather.KEY, null, front::enterToken, front.tokenUseful()),
                new Command("showLeft", Feather.LIFE_BUOY, null, front::showLeft, front.leftUseful()),
                new Command(
                        "export",
                        Feather.DOWNLOAD,
                        keys(KeyCode.E, CTRL),
                        front.action(view -> view.dialogs().export()),
                        present),
                new Command(
                        "compact",
                        Feather.MINIMIZE_2,
                        keys(KeyCode.K, CTRL, SHIFT),
                        front.action(view -> view.dialogs().compaction()),
                        present),
                new Command("restoreBackup", Feather.ROTATE_CCW, null, front::restoreBackup, front.restorable()),
                new Command("nextTab", Feather.CHEVRON_RIGHT, keys(KeyCode.TAB, CTRL), () -> tabs.turn(1), anyTab),
                new Command(
                        "previousTab",
                        Feather.CHEVRON_LEFT,
                        keys(KeyCode.TAB, CTRL, SHIFT),
                        () -> tabs.turn(-1),
                        anyTab),
                new Command("closeTab", Feather.X, keys(KeyCode.W, CTRL), tabs::closeCurrent, anyTab),
                new Command("newWindow", Feather.PLUS_SQUARE, keys(KeyCode.N, CTRL), window::another, ALWAYS),
                new Command("closeWindow", Feather.X_SQUARE, keys(KeyCode.W, CTRL, SHIFT), window::askToClose, ALWAYS),
                new Command("quit", Feather.LOG_OUT, keys(KeyCode.Q, CTRL), window::quit, ALWAYS));
    }

    CommandGroup group() {
        return new CommandGroup(
                "journals",
                List.of(
                        open,
                        connect,
                        record,
                        host,
                        demo,
                        openLost,
                        stop,
                        clients,
                        saveSession,
                        enterToken,
                        showLeft,
                        export,
                        compact,
                        restoreBackup,
                        nextTab,
                        previousTab,
                        closeTab,
                        newWindow,
                        closeWindow,
                        quit));
    }
}
