package clasp.journal.ui.main;

import atlantafx.base.theme.Styles;
import clasp.journal.ui.fx.Command;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.sources.RecentFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/// The row of buttons on top of the window. Confined to the FX thread.
final class CommandBar extends ToolBar {
    /// What all buttons take as icons, and what a label and each of its letters take besides.
    private static final double ROOM_WITHOUT_LABELS = 712;

    private static final double ROOM_FOR_A_LABEL = 14;
    private static final double ROOM_FOR_A_LETTER = 8;

    private final WindowCommands commands;
    private final RecentFiles recent;
    private final Consumer<Path> openFile;
    private Subscription watching = Subscription.EMPTY;

    CommandBar(
            WindowCommands commands,
            FrontJournal front,
            PaneLayout panes,
            RecentFiles recent,
            Consumer<Path> openFile) {
        this.commands = commands;
        this.recent = recent;
        this.openFile = openFile;
        getStyleClass().add("command-bar");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button connect = labelled(commands.journals().connect());
        Button record = labelled(commands.journals().record());
        Button host = labelled(commands.journals().host());
        ToggleButton follow = labelled(commands.entries().follow(), front.follow());
        Button goTo = labelled(commands.entries().goTo());
        ToggleButton snapshots = labelled(commands.view().snapshots(), front.snapshots());
        ToggleButton recovery = labelled(commands.recovery().recovery(), front.recovery());
        Button compact = labelled(commands.journals().compact());
        Button export = labelled(commands.journals().export());
        getItems()
                .addAll(
                        openButton(),
                        connect,
                        record,
                        host,
                        new Separator(Orientation.VERTICAL),
                        follow,
                        goTo,
                        new Separator(Orientation.VERTICAL),
                        snapshots,
                        icon(commands.view().lifelines(), front.lifelines()),
                        recovery,
                        compact,
                        export,
                        space,
                        icon(commands.view().addresses(), panes.addresses()),
                        icon(commands.view().detail(), panes.detail()),
                        icon(commands.view().palette()),
                        icon(commands.view().appearance()));
        List<List<ButtonBase>> unlikeTheirIconsFirst = List.of(
                List.of(snapshots, recovery, compact, export), List.of(connect, record, host), List.of(follow, goTo));
        widthProperty().subscribe(width -> label(unlikeTheirIconsFirst, width.doubleValue()));
    }

    /// Looks at the files opened last no more: they outlive the window.
    void close() {
        watching.unsubscribe();
    }

    /// Gives labels to one group of buttons after the other, as long as a whole one has room.
    private static void label(List<List<ButtonBase>> groups, double width) {
        double room = width - ROOM_WITHOUT_LABELS;
        for (List<ButtonBase> group : groups) {
            room -= group.stream().mapToDouble(CommandBar::labelWidth).sum();
            ContentDisplay display = room < 0 ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
            group.forEach(button -> button.setContentDisplay(display));
        }
    }

    private static double labelWidth(ButtonBase button) {
        return ROOM_FOR_A_LABEL + ROOM_FOR_A_LETTER * button.getText().length();
    }

    private SplitMenuButton openButton() {
        var button = new SplitMenuButton();
        button.setText(commands.journals().open().label());
        button.setAccessibleText(commands.journals().open().label());
        button.setGraphic(new FontIcon(commands.journals().open().icon()));
        button.setTooltip(tooltip(commands.journals().open()));
        button.setOnAction(event -> commands.journals().open().perform());
        watching = recent.all().subscribe(() -> fill(button));
        fill(button);
        return button;
    }

    private void fill(SplitMenuButton button) {
        button.getItems().setAll(recent.all().stream().map(this::item).toList());
        var demo = new MenuItem(
                commands.journals().demo().label(),
                new FontIcon(commands.journals().demo().icon()));
        demo.setOnAction(event -> commands.journals().demo().perform());
        if (!recent.all().isEmpty()) {
            button.getItems().add(new SeparatorMenuItem());
        }
        button.getItems().add(demo);
        if (!recent.all().isEmpty()) {
            var forget = new MenuItem(Texts.text("main.recent.forget"));
            forget.setOnAction(event -> recent.forget());
            button.getItems().add(forget);
        }
    }

    private MenuItem item(Path file) {
        var item = new MenuItem(file.toString());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> openFile.accept(file));
        return item;
    }

    private static Button icon(Command command) {
        return bare(new Button(), command);
    }

    private static ToggleButton icon(Command command, BooleanProperty on) {
        return bare(toggle(new ToggleButton(), on), command);
    }

    private static Button labelled(Command command) {
        return labelled(new Button(), command);
    }

    private static ToggleButton labelled(Command command, BooleanProperty on) {
        return labelled(toggle(new ToggleButton(), on), command);
    }

    private static <B extends ButtonBase> B bare(B button, Command command) {
        button.getStyleClass().add(Styles.BUTTON_ICON);
        button.setAccessibleText(command.label());
        return wire(button, command);
    }

    private static <B extends ButtonBase> B labelled(B button, Command command) {
        button.setText(command.label());
        button.setAccessibleText(command.label());
        return wire(button, command);
    }

    /// The button shows the state; the command changes it.
    private static ToggleButton toggle(ToggleButton button, BooleanProperty on) {
        on.subscribe(now -> button.setSelected(now));
        return button;
    }

    private static <B extends ButtonBase> B wire(B button, Command command) {
        button.setId("command-" + command.key());
        button.getStyleClass().add(Styles.FLAT);
        button.setGraphic(new FontIcon(command.icon()));
        button.setTooltip(tooltip(command));
        button.setOnAction(event -> command.perform());
        button.disableProperty().bind(Bindings.not(command.enabled()));
        return button;
    }

    /// Begins with the name, which a button without its label does not show and the guide goes by.
    private static Tooltip tooltip(Command command) {
        return new Tooltip(String.join("\n", command.label(), command.tip()));
    }
}
