package clasp.journal.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Scene;

/// The looks of every window: AtlantaFX's Primer, the journal's own colour tokens, and ControlsFX in step with both.
/// Confined to the FX thread.
public final class Theme {
    private static final List<String> SHEETS = List.of(
            sheet("tokens.css"),
            sheet("controlsfx.css"),
            sheet("scrolling.css"),
            sheet("focus.css"),
            sheet("opaque.css"));

    /// The style class of a root with the dark looks.
    static final String DARK = "dark";

    /// The style class of a root where windows cannot be seen through.
    static final String OPAQUE = "opaque";

    private Theme() {}

    /// To be called before the first control is made: JavaFX would read its own theme for that, only to drop it later.
    public static void expect(boolean dark) {
        // For the whole program, since popups are windows of their own.
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    /// Gives the scene, and every popup, the light or the dark looks; may be called again to switch.
    public static void apply(Scene scene, boolean dark) {
        expect(dark);
        KeyboardFocus.show();
        if (!scene.getStylesheets().containsAll(SHEETS)) {
            scene.getStylesheets().addAll(SHEETS);
        }
        var classes = scene.getRoot().getStyleClass();
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW) && !classes.contains(OPAQUE)) {
            classes.add(OPAQUE);
        }
        classes.remove(DARK);
        if (dark) {
            classes.add(DARK);
        }
    }

    private static String sheet(String name) {
        URL url = Theme.class.getResource("/clasp/journal/ui/fx/" + name);
        return Objects.requireNonNull(url, name).toExternalForm();
    }
}
