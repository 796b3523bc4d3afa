package clasp.journal.ui.fx;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Writes what is on screen as PNG files.
public final class Screenshots {
    private Screenshots() {}

    /// Writes the image, making its folder where that is missing. Blocks on the disk.
    /// @throws UncheckedIOException when the file cannot be written
    public static void write(Image image, Path png) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Path folder = png.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (!ImageIO.write(picture, "png", png.toFile())) {
                throw new IOException("This Java runtime cannot write PNG files.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The picture could not be written to " + png + ".", e);
        }
    }

    /// A copy of the scene as it would be drawn. On the FX thread only; popups are windows of their own and not in it.
    public static WritableImage of(javafx.scene.Scene scene) {
        return scene.snapshot(null);
    }
}
