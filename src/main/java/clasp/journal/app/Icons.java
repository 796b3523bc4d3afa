package clasp.journal.app;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;

/// The program's icon in the sizes that window systems ask for.
final class Icons {
    private static final List<Integer> SIZES = List.of(16, 32, 48, 128, 256);

    private Icons() {}

    static List<Image> all() {
        return SIZES.stream().map(Icons::image).toList();
    }

    private static Image image(int size) {
        URL icon = Icons.class.getResource("/clasp/journal/app/icon-" + size + ".png");
        return new Image(Objects.requireNonNull(icon, "icon " + size).toExternalForm());
    }
}
