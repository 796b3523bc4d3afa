package clasp.journal.ui.sources;

import atlantafx.base.theme.Styles;
import clasp.journal.ui.fx.Command;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the window shows while no journal is open: what can be done next. Confined to the FX thread.
public final class WelcomeView extends VBox {
    private final VBox recentList = new VBox();
    private final RecentFiles recent;
    private final Consumer<Path> open;

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
        var buttons = new HBox(8);
        buttons.setAlignment(Pos.CENTER);
        buttons.getChildren().addAll(actions.stream().map(WelcomeView::button).toList());
        if (buttons.getChildren().getFirst() instanceof Button main) {
            main.setDefaultButton(true);
        }
        recentList.getStyleClass().add("recent");
        recentList.setAlignment(Pos.CENTER);
        getChildren().addAll(title, hint, buttons, recentList);
        recent.all().addListener((ListChangeListener<Path>) change -> showRecent());
        showRecent();
    }

    private static Button button(Command command) {
        var button = new Button(command.label(), new FontIcon(command.icon()));
        button.setTooltip(new Tooltip(command.tip()));
        button.setOnAction(event -> command.perform());
        return button;
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
