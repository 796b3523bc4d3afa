package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What watches over the pictures of the guide sees a change that people see, and nothing else.
class GuidePictureTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;

    @TempDir
    private Path folder;

    @Test
    void theSamePictureIsLikeItself() throws IOException {
        Path drawn = picture("drawn", WIDTH, GuidePictureTest::rows);
        Path guide = picture("guide", WIDTH, GuidePictureTest::rows);
        assertThatNoException().isThrownBy(() -> GuidePicture.isLike(drawn, guide));
    }

    @Test
    void lettersThatAreSmoothedOtherwiseAreNoChange() throws IOException {
        Path drawn = picture("drawn", WIDTH, GuidePictureTest::rows);
        Path guide = picture("guide", WIDTH, graphics -> {
            rows(graphics);
            graphics.setColor(new Color(0, 0, 0, 24));
            for (int y = 0; y < HEIGHT; y += 20) {
                graphics.fillRect(10, y + 4, 200, 1);
            }
        });
        assertThatNoException().isThrownBy(() -> GuidePicture.isLike(drawn, guide));
    }

    @Test
    void aPartThatCameIsAChangeAndItIsSaidHowToRenewThePicture() throws IOException {
        Path drawn = picture("drawn", WIDTH, GuidePictureTest::rowsAndAPart);
        Path guide = picture("guide", WIDTH, GuidePictureTest::rows);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> GuidePicture.isLike(drawn, guide))
                .withMessageContaining("no longer as in the window")
                .withMessageContaining("cp " + drawn + " " + guide);
    }

    @Test
    void aWordThatIsAnotherIsAChange() throws IOException {
        Path drawn = picture("drawn", WIDTH, graphics -> word(graphics, "Author"));
        Path guide = picture("guide", WIDTH, graphics -> word(graphics, "Writer"));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> GuidePicture.isLike(drawn, guide))
                .withMessageContaining("no longer as in the window");
    }

    @Test
    void whereTimesStandNoChangeIsSeenButBesideThem() throws IOException {
        Path drawn = picture("drawn", WIDTH, GuidePictureTest::rowsAndAPart);
        Path guide = picture("guide", WIDTH, GuidePictureTest::rows);
        assertThatNoException()
                .isThrownBy(() -> GuidePicture.isLike(drawn, guide, List.of(new BoundingBox(495, 335, 100, 44))));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> GuidePicture.isLike(drawn, guide, List.of(new BoundingBox(0, 0, 200, 200))));
    }

    @Test
    void anotherSizeIsAChange() throws IOException {
        Path drawn = picture("drawn", WIDTH, GuidePictureTest::rows);
        Path guide = picture("guide", WIDTH + 80, GuidePictureTest::rows);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> GuidePicture.isLike(drawn, guide))
                .withMessageContaining("no longer as in the window");
    }

    @Test
    void aMissingPictureIsNamed() throws IOException {
        Path drawn = picture("drawn", WIDTH, GuidePictureTest::rows);
        Path guide = folder.resolve("browse.png");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> GuidePicture.isLike(drawn, guide))
                .withMessageContaining("to make it: cp " + drawn + " " + guide);
    }

    @Test
    void aDamagedPictureIsNamed() throws IOException {
        Path drawn = picture("drawn", WIDTH, GuidePictureTest::rows);
        Path guide = Files.writeString(folder.resolve("browse.png"), "no picture");
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> GuidePicture.isLike(drawn, guide))
                .withMessageContaining("browse.png is no picture");
    }

    private static void word(Graphics2D graphics, String word) {
        rows(graphics);
        graphics.setColor(Color.BLACK);
        graphics.drawString(word, 400, 200);
    }

    private static void rowsAndAPart(Graphics2D graphics) {
        rows(graphics);
        graphics.setColor(Color.RED);
        graphics.fillRect(500, 340, 90, 34);
    }

    private static void rows(Graphics2D graphics) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.DARK_GRAY);
        for (int y = 0; y < HEIGHT; y += 20) {
            graphics.fillRect(10, y + 5, 200, 9);
        }
    }

    private Path picture(String name, int width, Consumer<Graphics2D> drawing) throws IOException {
        var image = new BufferedImage(width, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        drawing.accept(graphics);
        graphics.dispose();
        Path file = folder.resolve(name + ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
