package clasp.journal.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaneLayoutTest {
    private static final double WIDE = 1_280;
    private static final double NARROW = 1_024;
    private static final double SMALL = 800;

    private final Settings settings = Settings.inMemory();
    private final PaneLayout layout = new PaneLayout(settings);

    @Test
    void aWideWindowHasBothPanes() {
        layout.fit(WIDE);
        assertThat(shown()).isEqualTo("addresses detail");
    }

    @Test
    void panesFoldAwayAsTheWindowShrinksAndComeBackAsItGrows() {
        layout.fit(NARROW);
        assertThat(shown()).isEqualTo("detail");
        layout.fit(SMALL);
        assertThat(shown()).isEmpty();
        layout.fit(NARROW);
        assertThat(shown()).isEqualTo("detail");
        layout.fit(WIDE);
        assertThat(shown()).isEqualTo("addresses detail");
    }

    @Test
    void withoutTheDetailTheAddressesStayInANarrowWindow() {
        layout.detail().set(false);
        layout.fit(NARROW);
        assertThat(shown()).isEqualTo("addresses");
    }

    @Test
    void aPaneThatTheUserAsksForTakesThePlaceOfTheOther() {
        layout.fit(NARROW);
        layout.addresses().set(true);
        assertThat(shown()).isEqualTo("addresses");
        layout.detail().set(true);
        assertThat(shown()).isEqualTo("detail");
    }

    @Test
    void aSmallWindowShowsWhatTheUserAsksFor() {
        layout.fit(SMALL);
        layout.detail().set(true);
        layout.fit(SMALL + 1);
        assertThat(shown()).isEqualTo("detail");
    }

    @Test
    void foldingIsNotRememberedAndPuttingAwayIs() {
        layout.fit(NARROW);
        assertThat(new PaneLayout(settings).addresses().get()).isTrue();
        layout.detail().set(false);
        var next = new PaneLayout(settings);
        assertThat(next.addresses().get()).isTrue();
        assertThat(next.detail().get()).isFalse();
    }

    @Test
    void whatTheUserDidIsTakenBackAndWhatAWindowFoldedAwayIsNot() {
        List<PaneLayout.Arrangement> before = new ArrayList<>();
        layout.onStep((was, now) -> before.add(was));
        layout.fit(NARROW);
        assertThat(before).isEmpty();
        layout.addresses().set(true);
        assertThat(shown()).isEqualTo("addresses");
        layout.arrangement().set(before.getLast());
        assertThat(shown()).isEqualTo("detail");
        assertThat(before).hasSize(1);
        layout.fit(WIDE);
        assertThat(shown()).isEqualTo("addresses detail");
    }

    @Test
    void aNarrowWindowHasRoomForOneOfThoseThatAreBroughtBack() {
        List<PaneLayout.Arrangement> before = new ArrayList<>();
        layout.onStep((was, now) -> before.add(was));
        layout.addresses().set(false);
        layout.detail().set(false);
        layout.fit(NARROW);
        layout.arrangement().set(before.getLast());
        assertThat(shown()).isEqualTo("detail");
        layout.arrangement().set(before.getFirst());
        assertThat(shown()).isEqualTo("detail");
        layout.fit(WIDE);
        assertThat(shown()).isEqualTo("addresses detail");
    }

    private String shown() {
        return ((layout.addresses().get() ? "addresses " : "")
                        + (layout.detail().get() ? "detail" : ""))
                .strip();
    }
}
