package clasp.journal.ui.main;

import clasp.journal.settings.Settings;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/// Where a window stands and how large it is. Immutable.
///
/// @param x of its frame, in pixels from the left of the first screen; null for wherever the system puts it
/// @param y the same from above
/// @param width of its content
/// @param height of its content
public record WindowPlace(@Nullable Double x, @Nullable Double y, double width, double height, boolean maximized) {
    private static final String SECTION = "window";
    private static final WindowPlace DEFAULT = new WindowPlace(null, null, 1_280, 820, false);

    /// What a window manager may put around the content; how much that is, nobody knows before the window is there.
    private static final double FRAME_WIDTH = 16;

    private static final double FRAME_HEIGHT = 40;

    /// So much of its title bar is on the screen, wherever it stood.
    private static final double GRIP = 120;

    /// Far enough for both title bars to be seen.
    private static final double BESIDE = 40;

    /// A settings file can hold any number.
    public WindowPlace {
        x = finite(x);
        y = finite(y);
        width = Math.clamp(width, 640, 16_000);
        height = Math.clamp(height, 400, 16_000);
    }

    private static @Nullable Double finite(@Nullable Double pixels) {
        return pixels == null || !Double.isFinite(pixels) ? null : pixels;
    }

    /// As large as the last one that was closed.
    public static WindowPlace remembered(Settings settings) {
        return settings.read(SECTION, WindowPlace.class, DEFAULT);
    }

    /// From now on, new windows are so large.
    public void remember(Settings settings) {
        settings.write(SECTION, new WindowPlace(null, null, width, height, maximized));
    }

    /// Somewhat below the other and to its right, so that nobody takes the one for the other.
    public WindowPlace beside(WindowPlace other) {
        return other.x == null || other.y == null
                ? this
                : new WindowPlace(other.x + BESIDE, other.y + BESIDE, width, height, false);
    }

    /// Where its title bar can be got hold of, and with a frame around it no larger than the part of the screen that
    /// windows may cover: otherwise the title bar could end up beyond its edge.
    public WindowPlace within(Rectangle2D screen) {
        double widest = Math.min(width, screen.getWidth() - FRAME_WIDTH);
        double highest = Math.min(height, screen.getHeight() - FRAME_HEIGHT);
        return new WindowPlace(
                inside(x, screen.getMinX() - widest + GRIP, screen.getMaxX() - GRIP),
                inside(y, screen.getMinY(), screen.getMaxY() - GRIP),
                widest,
                highest,
                maximized);
    }

    private static @Nullable Double inside(@Nullable Double at, double least, double most) {
        return at == null ? null : Math.clamp(at, least, most);
    }
}
