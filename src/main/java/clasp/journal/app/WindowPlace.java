package clasp.journal.app;

import clasp.journal.settings.Settings;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/// The window's size, remembered between runs. Immutable.
record WindowPlace(double width, double height, boolean maximized) {
    private static final String SECTION = "window";
    private static final WindowPlace DEFAULT = new WindowPlace(1_280, 820, false);

    /// What a window manager may put around the content; how much that is, nobody knows before the window is there.
    private static final double FRAME_WIDTH = 16;

    private static final double FRAME_HEIGHT = 40;

    WindowPlace {
        width = Math.clamp(width, 640, 16_000);
        height = Math.clamp(height, 400, 16_000);
    }

    static WindowPlace remembered(Settings settings) {
        return settings.read(SECTION, WindowPlace.class, DEFAULT);
    }

    /// No larger, with a frame around it, than the part of the screen that windows may cover: otherwise the title bar
    /// could end up beyond its edge.
    WindowPlace within(Rectangle2D screen) {
        return new WindowPlace(
                Math.min(width, screen.getWidth() - FRAME_WIDTH),
                Math.min(height, screen.getHeight() - FRAME_HEIGHT),
                maximized);
    }

    /// Remembers how the window stands. A maximized one keeps the size that it had before.
    void remember(Stage stage, Settings settings) {
        boolean normal = !stage.isMaximized();
        settings.write(
                SECTION,
                new WindowPlace(
                        normal ? stage.getScene().getWidth() : width,
                        normal ? stage.getScene().getHeight() : height,
                        stage.isMaximized()));
    }
}
