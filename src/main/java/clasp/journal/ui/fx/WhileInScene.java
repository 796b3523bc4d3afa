package clasp.journal.ui.fx;

import javafx.scene.Node;

/// Ties work to a node's being on screen. Confined to the FX thread.
public final class WhileInScene {
    private WhileInScene() {}

    /// Starts the work whenever the node comes into a scene, and stops it when the node leaves, or is in none yet.
    public static void run(Node node, Runnable start, Runnable stop) {
        node.sceneProperty().subscribe(scene -> (scene == null ? stop : start).run());
    }
}
