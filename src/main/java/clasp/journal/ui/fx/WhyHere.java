package clasp.journal.ui.fx;

import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// What *Why this value?* asks about where the keyboard is: whatever shows params says so for its part of the screen.
/// Confined to the FX thread.
public final class WhyHere {
    private static final Object KEY = new Object();

    private WhyHere() {}

    /// Asks about what is selected.
    @FunctionalInterface
    public interface Asking {
        /// @return false when nothing is selected that has a value
        boolean ask();
    }

    /// While the keyboard is in this part, the question is this one.
    public static void means(Node part, Asking question) {
        part.getProperties().put(KEY, question);
    }

    /// The question of the innermost part around the node that has one; empty when none has.
    public static Optional<Asking> at(@Nullable Node focused) {
        for (Node part = focused; part != null; part = part.getParent()) {
            if (part.hasProperties() && part.getProperties().get(KEY) instanceof Asking question) {
                return Optional.of(question);
            }
        }
        return Optional.empty();
    }
}
