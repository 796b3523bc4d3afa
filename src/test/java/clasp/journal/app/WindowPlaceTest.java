package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.Settings;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
    private final Settings settings = Settings.inMemory();

    @Test
    void theWindowIsNoLargerThanTheScreen() {
        WindowPlace place = WindowPlace.remembered(settings).within(new Rectangle2D(0, 27, 1_024, 741));
        assertThat(place).isEqualTo(new WindowPlace(1_008, 701, false));
    }

    @Test
    void itIsAsItWasWhereThatFits() {
        settings.write("window", new WindowPlace(900, 600, true));
        WindowPlace place = WindowPlace.remembered(settings).within(new Rectangle2D(0, 0, 1_920, 1_080));
        assertThat(place).isEqualTo(new WindowPlace(900, 600, true));
    }

    @Test
    void itIsNeverTooSmallToBeUsed() {
        assertThat(new WindowPlace(-1, Double.NEGATIVE_INFINITY, false)).isEqualTo(new WindowPlace(640, 400, false));
    }
}
