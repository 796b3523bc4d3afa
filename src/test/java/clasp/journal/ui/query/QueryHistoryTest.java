package clasp.journal.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryHistoryTest {
    private final QueryBarFixture tab = new QueryBarFixture();
    private final QueryBarViewModel bar = tab.bar;

    private boolean canGoBack() {
        return bar.history().canGoBack().get();
    }

    private boolean canGoForward() {
        return bar.history().canGoForward().get();
    }

    @Test
    void backAndForwardGoThroughTheFilters() {
        tab.typeAndStay("type:param");
        tab.setElsewhere("type:param /lumen/**");
        assertThat(canGoForward()).isFalse();
        bar.back();
        assertThat(tab.inForce()).isEqualTo("type:param");
        assertThat(tab.text()).isEqualTo("type:param");
        bar.back();
        assertThat(tab.inForce()).isEmpty();
        assertThat(canGoBack()).isFalse();
        bar.back();
        bar.forward();
        bar.forward();
        assertThat(tab.inForce()).isEqualTo("type:param /lumen/**");
        assertThat(canGoForward()).isFalse();
        bar.forward();
        assertThat(tab.inForce()).isEqualTo("type:param /lumen/**");
    }

    @Test
    void whatStoodForAMomentWhileTypingIsNotKept() {
        tab.typeAndWait("lu");
        tab.typeAndWait("lumen");
        tab.typeAndWait("lumens");
        bar.back();
        assertThat(tab.inForce()).isEmpty();
        bar.forward();
        assertThat(tab.inForce()).isEqualTo("lumens");
    }

    @Test
    void whatStoodForTwoSecondsIsKept() {
        tab.typeAndWait("lumen");
        tab.pass(2_000);
        tab.typeAndWait("midi");
        bar.back();
        assertThat(tab.inForce()).isEqualTo("lumen");
    }

    @Test
    void enterMakesAFilterStay() {
        bar.type("lumen");
        bar.apply();
        tab.typeAndWait("midi");
        bar.back();
        assertThat(tab.inForce()).isEqualTo("lumen");
    }

    @Test
    void whatOtherPartsSetIsKeptHoweverShort() {
        tab.setElsewhere("/a/**");
        tab.setElsewhere("/b/**");
        bar.back();
        assertThat(tab.inForce()).isEqualTo("/a/**");
    }

    @Test
    void aNewFilterTakesThePlaceOfThoseForward() {
        tab.setElsewhere("/a/**");
        tab.setElsewhere("/b/**");
        bar.back();
        tab.typeAndStay("/c/**");
        assertThat(canGoForward()).isFalse();
        bar.back();
        assertThat(tab.inForce()).isEqualTo("/a/**");
    }

    @Test
    void typingBackToTheFilterBeforeLeavesNoTrace() {
        tab.setElsewhere("/a/**");
        tab.typeAndWait("/a/** x");
        tab.typeAndWait("/a/**");
        assertThat(canGoForward()).isFalse();
        bar.back();
        assertThat(tab.inForce()).isEmpty();
    }

    @Test
    void clearIsAStepLikeAnyOther() {
        tab.typeAndStay("/a/**");
        bar.clear();
        assertThat(tab.inForce()).isEmpty();
        assertThat(tab.text()).isEmpty();
        bar.back();
        assertThat(tab.inForce()).isEqualTo("/a/**");
    }

    @Test
    void clearThrowsAwayWhatIsNoFilter() {
        tab.typeAndWait("(");
        bar.clear();
        assertThat(tab.text()).isEmpty();
    }

    @Test
    void onlySoManyAreKept() {
        for (int i = 0; i < 1_000; i++) {
            tab.setElsewhere("seq:" + i);
        }
        int steps = 0;
        while (canGoBack()) {
            bar.back();
            steps++;
        }
        assertThat(steps).isBetween(100, 999);
        assertThat(tab.inForce()).isEqualTo("seq:" + (999 - steps));
    }
}
