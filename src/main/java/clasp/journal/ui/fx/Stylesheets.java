package clasp.journal.ui.fx;

import java.net.URL;
import java.util.Objects;
import javafx.scene.Parent;

/// The stylesheets of the screen parts, one each.
public final class Stylesheets {
    private Stylesheets() {}

    /// Adds `/clasp/journal/ui/PART/PART.css` to the node.
    public static void add(Parent node, String part) {
        add(node, part, part);
    }

    /// Adds `/clasp/journal/ui/PART/NAME.css` to the node.
    public static void add(Parent node, String part, String name) {
        URL sheet = Stylesheets.class.getResource("/clasp/journal/ui/" + part + "/" + name + ".css");
        node.getStylesheets().add(Objects.requireNonNull(sheet, name).toExternalForm());
    }
}
