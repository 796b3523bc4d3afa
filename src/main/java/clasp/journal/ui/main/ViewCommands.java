package clasp.journal.ui.main;

import static clasp.journal.ui.main.Keys.ALWAYS;
import static clasp.journal.ui.main.Keys.CTRL;
import static clasp.journal.ui.main.Keys.SHIFT;
import static clasp.journal.ui.main.Keys.keys;
import static clasp.journal.ui.main.Keys.toggle;

import clasp.journal.ui.fx.Command;
import clasp.journal.ui.fx.CommandGroup;
import clasp.journal.ui.fx.TimeDisplay;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/// What is on screen and how it looks, and where to read what can be done. Confined to the FX thread.
record ViewCommands(
        Command undo,
        Command redo,
        Command snapshots,
        Command lifelines,
        Command addresses,
        Command detail,
        List<Command> times,
        Command appearance,
        Command systemAppearance,
        List<Command> densities,
        Command larger,
        Command smaller,
        Command usualSize,
        Command columns,
        Command colours,
        Command palette,
        Command shortcuts) {

    static ViewCommands of(MainWindow window, WindowDialogs dialogs, FrontJournal front, PaneLayout panes) {
        ObservableBooleanValue present = front.present();
        ObservableBooleanValue entriesShown = front.present()
                .and(front.snapshots().not())
                .and(front.lifelines().not());
        return new ViewCommands(
                new Command(
                        "undo",
                        Feather.CORNER_UP_LEFT,
                        keys(KeyCode.Z, CTRL),
                        front.action(view -> view.history().undo()),
                        present),
                new Command(
                        "redo",
                        Feather.CORNER_UP_RIGHT,
                        keys(KeyCode.Z, CTRL, SHIFT),
                        front.action(view -> view.history().redo()),
                        present),
                toggle("snapshots", Feather.CAMERA, keys(KeyCode.S, CTRL, SHIFT), front.snapshots(), present),
                toggle("lifelines", Feather.BAR_CHART_2, keys(KeyCode.DIGIT5, CTRL), front.lifelines(), present),
                toggle("addresses", Feather.SIDEBAR, keys(KeyCode.DIGIT1, CTRL), panes.addresses(), entriesShown),
                toggle("detail", Feather.LAYOUT, keys(KeyCode.DIGIT2, CTRL), panes.detail(), entriesShown),
                Stream.of(TimeDisplay.values())
                        .map(display -> time(display, front))
                        .toList(),
                new Command(
                        "appearance",
                        Feather.MOON,
                        null,
                        () -> window.appearance().toggle(),
                        ALWAYS),
                new Command(
                        "systemAppearance",
                        Feather.MONITOR,
                        null,
                        () -> window.looks().choose(Looks.Choice.SYSTEM),
                        ALWAYS),
                List.of(
                        density("densityCompact", Looks.Density.COMPACT, window),
                        density("densityUsual", Looks.Density.USUAL, window),
                        density("densityRoomy", Looks.Density.ROOMY, window)),
                new Command(
                        "larger",
                        Feather.ZOOM_IN,
                        keys(KeyCode.PLUS, CTRL),
                        () -> window.looks().resize(1),
                        ALWAYS),
                new Command(
                        "smaller",
                        Feather.ZOOM_OUT,
                        keys(KeyCode.MINUS, CTRL),
                        () -> window.looks().resize(-1),
                        ALWAYS),
                new Command(
                        "usualSize",
                        Feather.MAXIMIZE,
                        keys(KeyCode.DIGIT0, CTRL),
                        () -> window.looks().usualSize(),
                        ALWAYS),
                new Command(
                        "columns",
                        Feather.COLUMNS,
                        keys(KeyCode.C, CTRL, Keys.ALT),
                        front.action(view -> view.dialogs().columns()),
                        entriesShown),
                new Command(
                        "colours",
                        Feather.DROPLET,
                        keys(KeyCode.D, CTRL, Keys.ALT),
                        front.action(view -> view.dialogs().colours()),
                        present),
                new Command("palette", Feather.COMMAND, keys(KeyCode.P, CTRL, SHIFT), dialogs::palette, ALWAYS),
                new Command("shortcuts", Feather.HELP_CIRCLE, keys(KeyCode.F1), dialogs::shortcuts, ALWAYS));
    }

    CommandGroup group() {
        List<Command> all = new ArrayList<>(List.of(undo, redo, snapshots, lifelines, addresses, detail));
        all.addAll(times);
        all.addAll(List.of(appearance, systemAppearance));
        all.addAll(densities);
        all.addAll(List.of(larger, smaller, usualSize, columns, colours, palette, shortcuts));
        return new CommandGroup("view", all);
    }

    /// Where the plus is on the key of another character, or on the digits' block.
    List<KeyCombination> alsoLarger() {
        return List.of(keys(KeyCode.EQUALS, CTRL), keys(KeyCode.EQUALS, CTRL, SHIFT), keys(KeyCode.ADD, CTRL));
    }

    List<KeyCombination> alsoSmaller() {
        return List.of(keys(KeyCode.SUBTRACT, CTRL));
    }

    private static Command density(String key, Looks.Density density, MainWindow window) {
        return new Command(
                key, Feather.ALIGN_JUSTIFY, null, () -> window.looks().choose(density), ALWAYS);
    }

    private static Command time(TimeDisplay display, FrontJournal front) {
        return new Command(
                display.command(),
                Feather.CLOCK,
                null,
                front.action(view -> view.browsing().timeDisplay().set(display)),
                front.present());
    }
}
