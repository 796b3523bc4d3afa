package clasp.journal.ui.fx;

import atlantafx.base.controls.Message;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows notices one below the other, each with a way to dismiss it and to copy its details. Takes no room while there
/// are none. Confined to the FX thread.
public final class NoticeBar extends VBox {
    private final Notices notices;
    private List<Notice> shown = List.of();
    private boolean pressed;

    public NoticeBar(Notices notices) {
        this.notices = notices;
        getStyleClass().add("notice-bar");
        managedProperty().bind(visibleProperty());
        notices.all().addListener((ListChangeListener<Notice>) change -> refresh());
        setVisible(false);
        refresh();
        EventHandler<MouseEvent> mouse = event -> follow(event.getEventType());
        sceneProperty().subscribe((before, now) -> {
            hold(false);
            if (before != null) {
                before.removeEventFilter(MouseEvent.ANY, mouse);
            }
            if (now != null) {
                now.addEventFilter(MouseEvent.ANY, mouse);
            }
        });
    }

    /// A mouse that moves without being dragged has been let go, wherever that was.
    private void follow(EventType<?> mouse) {
        if (mouse == MouseEvent.MOUSE_PRESSED) {
            hold(true);
        } else if (mouse == MouseEvent.MOUSE_RELEASED || mouse == MouseEvent.MOUSE_MOVED) {
            hold(false);
        }
    }

    /// What is below stays in its place while it is dragged.
    private void hold(boolean now) {
        if (pressed != now) {
            pressed = now;
            refresh();
        }
    }

    private void refresh() {
        if (pressed || notices.all().equals(shown)) {
            return;
        }
        shown = List.copyOf(notices.all());
        setVisible(!notices.all().isEmpty());
        getChildren().setAll(notices.all().stream().map(this::show).toList());
    }

    /// The way to dismiss that the message itself has is no button: the keyboard does not come to it.
    private StackPane show(Notice notice) {
        Button dismiss = new Button(null, new FontIcon(Feather.X));
        dismiss.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "dismiss");
        dismiss.setAccessibleText(Texts.text("fx.notice.dismiss"));
        dismiss.setTooltip(new Tooltip(Texts.text("fx.notice.dismiss")));
        dismiss.setOnAction(event -> notices.dismiss(notice));
        StackPane.setAlignment(dismiss, Pos.TOP_RIGHT);
        StackPane.setMargin(dismiss, new Insets(6));
        return new StackPane(message(notice), dismiss);
    }

    private Message message(Notice notice) {
        var message = new Message(null, notice.sentence());
        message.getStyleClass().add(style(notice.kind()));
        message.setAccessibleRole(AccessibleRole.TEXT);
        message.setAccessibleText(notice.sentence());
        message.setFocusTraversable(false);
        var front = new HBox(8, new FontIcon(icon(notice.kind())));
        front.setAlignment(Pos.CENTER_LEFT);
        Notice.Remedy remedy = notice.remedy();
        if (remedy != null) {
            front.getChildren().add(button(notice, remedy));
        }
        if (!notice.details().isEmpty()) {
            var copy = new CopyDetails(notice);
            copy.getStyleClass().add(Styles.SMALL);
            front.getChildren().add(copy);
        }
        message.setGraphic(front);
        return message;
    }

    private Button button(Notice notice, Notice.Remedy remedy) {
        var button = new Button(remedy.label());
        button.getStyleClass().addAll(Styles.SMALL, "remedy");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            if (remedy.settles()) {
                notices.dismiss(notice);
            }
            remedy.action().run();
        });
        return button;
    }

    private static String style(Notice.Kind kind) {
        return switch (kind) {
            case INFORMATION -> Styles.ACCENT;
            case SUCCESS -> Styles.SUCCESS;
            case WARNING -> Styles.WARNING;
            case FAILURE -> Styles.DANGER;
        };
    }

    private static Feather icon(Notice.Kind kind) {
        return switch (kind) {
            case INFORMATION -> Feather.INFO;
            case SUCCESS -> Feather.CHECK_CIRCLE;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case FAILURE -> Feather.ALERT_OCTAGON;
        };
    }
}
