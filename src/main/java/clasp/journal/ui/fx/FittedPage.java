package clasp.journal.ui.fx;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// A page that fills its room, and is scrolled as one where that is less than it needs at the least: nothing in it is
/// out of reach, however low the window. Confined to the FX thread.
public final class FittedPage extends ScrollPane {
    private final Region content;

    /// @param content whose least height is what it needs
    public FittedPage(Region content) {
        super(content);
        this.content = content;
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinSize(0, 0);
        getStyleClass().addAll("edge-to-edge", "fitted-page");
    }

    /// Scrolls no farther than it takes to see the part, or its beginning where it is higher than the room.
    public void reveal(Node part) {
        layout();
        Bounds there = content.sceneToLocal(part.localToScene(part.getLayoutBounds()));
        double room = getViewportBounds().getHeight();
        double beyond = content.getHeight() - room;
        if (beyond > 0) {
            double top = getVvalue() * beyond;
            double least = there.getMaxY() - room;
            setVvalue(Math.clamp(Math.min(Math.max(top, least), there.getMinY()) / beyond, 0, 1));
        }
    }
}
