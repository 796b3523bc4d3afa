package clasp.journal.ui.sources;

import atlantafx.base.theme.Styles;
import clasp.journal.ui.fx.Command;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the window shows while no journal is open: what can be done next. Confined to the FX thread.
public final class WelcomeView extends VBox {
    private final VBox recentList = new VBox();
    private final RecentFiles recent;
    private final Consumer<Path> open;
    private final Subscription watching;

    /// @param actions offered as buttons, the first as the main one
    public WelcomeView(List<Command> actions, RecentFiles recent, Consumer<Path> open) {
        this.recent = recent;
        this.open = open;
        getStyleClass().add("welcome");
        Stylesheets.add(this, "sources");
        setAlignment(Pos.CENTER);
        var title = new Label(Texts.text("sources.welcome.title"));
        title.getStyleClass().add(Styles.TITLE_2);
        var hint = new Label(Texts.text("sources.welcome.hint"));
        hint.getStyleClass().add("hint");
        var ways = new GridPane();
        ways.getStyleClass().add("ways");
        actions.forEach(action -> addWay(ways, action));
        if (ways.getChildren().getFirst() instanceof Button main) {
            main.setDefaultButton(true);
        }
        var keys = new Label(Texts.text("sources.welcome.keys"));
        keys.getStyleClass().add("hint");
        recentList.getStyleClass().add("recent");
        recentList.setAlignment(Pos.CENTER);
        getChildren().addAll(title, hint, ways, recentList, keys);
        watching = recent.all().subscribe(this::showRecent);
        showRecent();
    }

    /// Looks at the files opened last no more: they outlive the window.
    public void close() {
        watching.unsubscribe();
    }

    /// The button, what it does and its keys, side by side.
    private static void addWay(GridPane ways, Command command) {
        var button = new Button(command.label(), new FontIcon(command.icon()));
        button.setMinWidth(USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> command.perform());
        var does = new Label(command.does());
        does.getStyleClass().add("does");
        does.setMinHeight(USE_PREF_SIZE);
        button.setAccessibleHelp(command.does());
        var keys = new Label(command.keys());
        keys.getStyleClass().add("shortcut");
        keys.setMinWidth(USE_PREF_SIZE);
        keys.setVisible(!command.keys().isEmpty());
        ways.addRow(ways.getRowCount(), button, does, keys);
    }

    private void showRecent() {
        recentList.getChildren().clear();
        if (recent.all().isEmpty()) {
            return;
        }
        var heading = new Label(Texts.text("sources.recent.title"));
        heading.getStyleClass().add(Styles.TEXT_BOLD);
        recentList.getChildren().add(heading);
        recent.all().stream().map(this::link).forEach(recentList.getChildren()::add);
    }

    private Hyperlink link(Path file) {
        var link = new Hyperlink(file.toString());
        link.setOnAction(event -> open.accept(file));
        return link;
    }
}
