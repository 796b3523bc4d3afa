package clasp.journal.ui.main;

import clasp.journal.ui.fx.Later;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Does something once: after the frame in which what people wait for is drawn, or when that takes its time. Confined
/// to the FX thread.
final class OnceDrawn {
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private final BooleanSupplier there;
    private final Later later;
    private final Runnable action;
    private final Runnable look = this::look;
    private @Nullable Scene scene;
    private boolean done;

    private OnceDrawn(BooleanSupplier there, Later later, Runnable action) {
        this.there = there;
        this.later = later;
        this.action = action;
    }

    /// @param node what is drawn
    /// @param there whether it shows what people wait for
    /// @return withdraws the action
    static Runnable perform(Node node, BooleanSupplier there, Later later, Runnable action) {
        var once = new OnceDrawn(there, later, action);
        node.sceneProperty().subscribe(once::watch);
        Runnable withdrawn = later.after(PATIENCE, once::act);
        return () -> {
            withdrawn.run();
            once.end();
        };
    }

    private void watch(@Nullable Scene now) {
        if (scene != null) {
            scene.removePostLayoutPulseListener(look);
        }
        scene = done ? null : now;
        if (scene != null) {
            scene.addPostLayoutPulseListener(look);
        }
    }

    /// What has been laid out is painted before anything else runs on this thread.
    private void look() {
        if (there.getAsBoolean()) {
            watch(null);
            var unused = later.after(Duration.ZERO, this::act);
        }
    }

    private void act() {
        if (!done) {
            end();
            action.run();
        }
    }

    private void end() {
        done = true;
        watch(null);
    }
}
