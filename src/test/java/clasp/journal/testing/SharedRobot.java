package clasp.journal.testing;

import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.stage.Window;
import org.testfx.api.FxRobot;

/// The one pair of hands of all tests in a virtual machine. On the headless platform every window holds the robot that
/// was made before it, and a robot the window that it was used in last: a robot for each test would keep every window
/// that was ever shown.
public final class SharedRobot {
    private static final FxRobot ROBOT = new FxRobot();

    private SharedRobot() {}

    public static FxRobot get() {
        return ROBOT;
    }

    /// The hands of somebody who sees what is in the window: a control that has not been drawn yet does not hear keys.
    /// On the FX thread it can only be used to look something up.
    public static FxRobot at(Window window) {
        if (!Platform.isFxApplicationThread()) {
            FxStage.run(() -> {
                Parent root = window.getScene().getRoot();
                root.applyCss();
                root.layout();
            });
        }
        return ROBOT;
    }
}
