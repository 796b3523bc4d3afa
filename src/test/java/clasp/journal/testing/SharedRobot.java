package clasp.journal.testing;

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
}
