package clasp.journal.ui.fx;

import javafx.css.PseudoClass;
import javafx.scene.Node;

/// Marks what is still shown while the present is on its way: its texts are muted, which can be read, rather than pale.
/// Confined to the FX thread.
public final class Stale {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private Stale() {}

    /// Whether what the node shows is of before.
    public static void mark(Node node, boolean stale) {
        node.pseudoClassStateChanged(STALE, stale);
    }
}
