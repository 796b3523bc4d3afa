package clasp.journal.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.Settings;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
    private final Settings settings = Settings.inMemory();

    @Test
    void theWindowIsNoLargerThanTheScreen() {
        WindowPlace place = WindowPlace.remembered(settings).within(new Rectangle2D(0, 27, 1_024, 741));
        assertThat(place).isEqualTo(new WindowPlace(null, null, 1_008, 701, false));
    }

    @Test
    void itIsAsItWasWhereThatFits() {
        settings.write("window", new WindowPlace(null, null, 900, 600, true));
        WindowPlace place = WindowPlace.remembered(settings).within(new Rectangle2D(0, 0, 1_920, 1_080));
        assertThat(place).isEqualTo(new WindowPlace(null, null, 900, 600, true));
    }

    @Test
    void itIsNeverTooSmallToBeUsed() {
        assertThat(new WindowPlace(null, null, -1, Double.NEGATIVE_INFINITY, false))
                .isEqualTo(new WindowPlace(null, null, 640, 400, false));
    }

    @Test
    void itStandsWhereItStoodAlsoPartlyBesideTheScreen() {
        var place = new WindowPlace(-300.0, 200.0, 900, 600, false);
        assertThat(place.within(new Rectangle2D(0, 0, 1_920, 1_080))).isEqualTo(place);
    }

    @Test
    void itsTitleBarIsOnTheScreenThatIsLeft() {
        WindowPlace place = new WindowPlace(3_000.0, -50.0, 900, 600, false);
        assertThat(place.within(new Rectangle2D(0, 0, 1_920, 1_080)))
                .isEqualTo(new WindowPlace(1_800.0, 0.0, 900, 600, false));
    }

    @Test
    void oneMoreDoesNotCoverTheOther() {
        settings.write("window", new WindowPlace(null, null, 900, 600, false));
        var other = new WindowPlace(10.0, 20.0, 700, 500, false);
        assertThat(WindowPlace.remembered(settings).beside(other))
                .isEqualTo(new WindowPlace(50.0, 60.0, 900, 600, false));
    }
}
