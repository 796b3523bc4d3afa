package clasp.journal.ui.fx;

import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Where the keyboard of a window is, or will be once the window is in front again: a node counts as focused only in
/// the window in front. Confined to the FX thread.
public final class FocusOwner {
    private FocusOwner() {}

    /// Whether it is on the node or something in it.
    public static boolean within(Node node) {
        return isIn(of(node), node);
    }

    /// Whether the node is this one or something in it.
    public static boolean isIn(@Nullable Node node, Node whole) {
        Node at = node;
        while (at != null && at != whole) {
            at = at.getParent();
        }
        return at != null;
    }

    /// Where it is in the window that the node is in; null for nowhere.
    static @Nullable Node of(Node node) {
        Scene scene = node.getScene();
        return scene == null ? null : scene.getFocusOwner();
    }
}
