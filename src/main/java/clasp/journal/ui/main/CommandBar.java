package clasp.journal.ui.main;

import atlantafx.base.theme.Styles;
import clasp.journal.ui.fx.Command;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.sources.RecentFiles;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The row of buttons on top of the window. Confined to the FX thread.
final class CommandBar extends ToolBar {
    private final WindowCommands commands;
    private final RecentFiles recent;
    private final Consumer<Path> openFile;

    CommandBar(WindowCommands commands, RecentFiles recent, Consumer<Path> openFile) {
        this.commands = commands;
        this.recent = recent;
        this.openFile = openFile;
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getItems().addAll(openButton(), space, icon(commands.appearance()));
    }

    private SplitMenuButton openButton() {
        var button = new SplitMenuButton();
        button.setText(commands.open().label());
        button.setGraphic(new FontIcon(commands.open().icon()));
        button.setTooltip(new Tooltip(commands.open().tip()));
        button.setOnAction(event -> commands.open().perform());
        recent.all().addListener((ListChangeListener<Path>) change -> fill(button));
        fill(button);
        return button;
    }

    private void fill(SplitMenuButton button) {
        button.getItems().setAll(recent.all().stream().map(this::item).toList());
        var demo = new MenuItem(
                commands.demo().label(), new FontIcon(commands.demo().icon()));
        demo.setOnAction(event -> commands.demo().perform());
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

    /// A button that is its icon.
    static Button icon(Command command) {
        var button = new Button(null, new FontIcon(command.icon()));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setAccessibleText(command.label());
        return wire(button, command);
    }

    /// A button with icon and label.
    static Button labelled(Command command) {
        var button = new Button(command.label(), new FontIcon(command.icon()));
        button.getStyleClass().add(Styles.FLAT);
        return wire(button, command);
    }

    private static Button wire(Button button, Command command) {
        button.setTooltip(new Tooltip(command.tip()));
        button.setOnAction(event -> command.perform());
        command.enabled()
                .addListener(observable -> button.setDisable(!command.enabled().get()));
        button.setDisable(!command.enabled().get());
        return button;
    }
}
