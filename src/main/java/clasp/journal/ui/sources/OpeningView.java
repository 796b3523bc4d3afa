package clasp.journal.ui.sources;

import atlantafx.base.theme.Styles;
import clasp.journal.ui.fx.CopyDetails;
import clasp.journal.ui.fx.FirstFocus;
import clasp.journal.ui.fx.FocusOwner;
import clasp.journal.ui.fx.Fraction;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeLeftLabel;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A tab's content while its journal is being opened, and after that failed. Confined to the FX thread.
public final class OpeningView extends VBox {
    /// What can be opened instead of what could not be.
    public enum Instead {
        FILE("sources.another", Feather.FOLDER, "openAnother"),
        ADDRESS("sources.changeAddress", Feather.EDIT_2, "openingAddress");

        private final String key;
        private final Feather icon;
        private final String id;

        Instead(String key, Feather icon, String id) {
            this.key = key;
            this.icon = icon;
            this.id = id;
        }

        private Button button(Runnable ask) {
            Button button = OpeningView.button(key, icon, ask);
            button.setId(id);
            return button;
        }
    }

    /// What can be done about a failure besides trying again. Immutable.
    ///
    /// @param another asks for something else to open; null where nothing can be chosen
    /// @param token asks for another token and tries again with it; null where none would help
    /// @param left opens what is left of a damaged file; null where that would not help
    /// @param restore asks for a backup to take the file's place; null where there is no file
    public record WaysOut(
            @Nullable Runnable another,
            @Nullable Runnable token,
            @Nullable Runnable left,
            @Nullable Runnable restore) {}

    private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final TimeLeftLabel timeLeft = new TimeLeftLabel();
    private boolean laidOut;

    public OpeningView() {
        getStyleClass().add("opening");
        Stylesheets.add(this, "sources");
        setAlignment(Pos.CENTER);
        // Holds the keyboard, so that keys do not go to what was in front before.
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        FirstFocus.give(this, this::requestFocus);
    }

    /// Shows that `name` is being opened; `cancel` gives up.
    public void showOpening(String name, Runnable cancel) {
        setAccessibleText(Texts.text("sources.opening", name));
        progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        progress.setAccessibleText(Texts.text("sources.opening", name));
        getChildren()
                .setAll(
                        new Label(Texts.text("sources.opening", name)),
                        progress,
                        timeLeft,
                        button("sources.cancel", Feather.X, cancel));
    }

    /// Whether it has the keyboard, or has not been on screen yet.
    public boolean hasKeyboard() {
        return FocusOwner.within(this) || !laidOut;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        laidOut = true;
    }

    /// How far the opening has come; a negative total when unknown.
    public void showProgress(long done, long total) {
        progress.setProgress(Fraction.of(done, total));
        timeLeft.show(progress.getProgress());
    }

    /// Shows why it failed, with a way to try again.
    ///
    /// @param instead what another is asked for
    public void showFailure(String name, Notice failure, Runnable retry, Instead instead, WaysOut ways) {
        var icon = new FontIcon(Feather.ALERT_OCTAGON);
        icon.getStyleClass().add("failure-icon");
        var title = new Label(Texts.text("sources.failed", name), icon);
        title.getStyleClass().add(Styles.TITLE_4);
        var sentence = new Label(failure.sentence());
        sentence.getStyleClass().add("sentence");
        var copy = new CopyDetails(failure);
        copy.setGraphic(new FontIcon(Feather.COPY));
        Button again = button("sources.retry", Feather.REFRESH_CW, retry);
        var buttons = new FlowPane(8, 8, again, copy);
        if (ways.restore() != null) {
            Button restore = button("command.restoreBackup", Feather.ROTATE_CCW, ways.restore());
            restore.setId("openingRestore");
            buttons.getChildren().add(1, restore);
        }
        if (ways.another() != null) {
            buttons.getChildren().add(1, instead.button(ways.another()));
        }
        if (ways.token() != null) {
            buttons.getChildren()
                    .addFirst(wayOut("sources.relay.enterToken", Feather.KEY, ways.token(), "openingToken"));
        }
        if (ways.left() != null) {
            buttons.getChildren().addFirst(wayOut("fx.showLeft", Feather.LIFE_BUOY, ways.left(), "openingLeft"));
        }
        buttons.setAlignment(Pos.CENTER);
        boolean keyboard = hasKeyboard();
        setAccessibleText(title.getText() + " " + failure.sentence());
        getChildren().setAll(title, sentence, buttons);
        if (keyboard) {
            FirstFocus.give(this, buttons.getChildren().getFirst()::requestFocus);
        }
    }

    private static Button wayOut(String key, Feather icon, Runnable action, String id) {
        Button button = button(key, icon, action);
        button.setId(id);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    private static Button button(String key, Feather icon, Runnable action) {
        var button = new Button(Texts.text(key), new FontIcon(icon));
        button.setOnAction(event -> action.run());
        return button;
    }
}
