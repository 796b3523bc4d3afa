package clasp.journal.ui.fx;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows its content larger or smaller: text, icons and distances alike. The content is laid out in the room that it
/// has at that scale, as in a smaller or a larger window; it becomes no larger than leaves it the room of the smallest
/// window, so that nothing is out of reach. Popups, which are windows of their own, get the size of text.
/// Confined to the FX thread.
public final class ScaledPane extends Region {
    /// In less room the content cannot be laid out.
    public static final double LEAST_WIDTH = 640;

    /// Likewise.
    public static final double LEAST_HEIGHT = 420;

    /// The themes' own.
    private static final double TEXT = 14;
    /// Of menus, whatever the text of what they are opened on.
    private static final double MENU = 13;

    private final Region content;
    private final Scale transform = new Scale(1, 1, 0, 0);
    private final DoubleProperty scale = new SimpleDoubleProperty(1);

    public ScaledPane(Region content) {
        this.content = content;
        content.getTransforms().add(transform);
        getChildren().add(content);
        scale.subscribe((before, now) -> {
            popups(now.doubleValue());
            requestLayout();
        });
    }

    /// 1 for the usual size.
    public DoubleProperty scale() {
        return scale;
    }

    @Override
    protected void layoutChildren() {
        double shown = shown();
        transform.setX(shown);
        transform.setY(shown);
        content.resizeRelocate(0, 0, getWidth() / shown, getHeight() / shown);
    }

    private double shown() {
        double most = Math.max(1, Math.min(getWidth() / LEAST_WIDTH, getHeight() / LEAST_HEIGHT));
        return Math.min(scale.get(), most);
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(-1) * scale.get();
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(-1) * scale.get();
    }

    private void popups(double now) {
        getStylesheets().removeIf(sheet -> sheet.startsWith("data:"));
        String css = String.format(Locale.ROOT, ".context-menu { -fx-font-size: %.1fpx; }", MENU * now);
        if (now != 1) {
            css += String.format(
                    Locale.ROOT, ".tooltip, .combo-box-popup > .list-view { -fx-font-size: %.1fpx; }", TEXT * now);
        }
        getStylesheets()
                .add("data:text/css;charset=utf-8,"
                        + URLEncoder.encode(css, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
