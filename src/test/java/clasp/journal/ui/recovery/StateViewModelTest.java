package clasp.journal.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.recovery.RecoveryRule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateViewModelTest {
    private final RecoveryFixture fixture = new RecoveryFixture();

    @Test
    void everyParamIsShownAsItIsAtTheCursorTheLastChangeFirst() {
        fixture.journal.set(1, "/a", "1", 1L).set(2, "/b", "5", 1L).set(3, "/a", "2", 2L);
        var model = fixture.open();
        assertThat(addresses()).containsExactly("/a", "/b");
        assertThat(fixture.state().rows().getFirst().changed()).isTrue();
        assertThat(fixture.state().rows().getLast().changed()).isFalse();

        model.cursor().moveTo(2);
        fixture.settle();
        assertThat(addresses()).containsExactly("/b", "/a");
        assertThat(fixture.state().rows().getLast().param().param().valueJson()).isEqualTo("1");
    }

    @Test
    void theOtherRecoveryIsOneChoiceAway() {
        fixture.journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L);
        var model = fixture.open();
        assertThat(fixture.state().rows().getFirst().param().param().valueJson())
                .isEqualTo("2");
        model.rule().set(RecoveryRule.CLASP_ROUTER);
        fixture.settle();
        assertThat(fixture.state().rows().getFirst().param().param().valueJson())
                .isEqualTo("1");
    }

    @Test
    void anAnswerForAnotherPlaceIsNeverShown() {
        fixture.journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L);
        var model = fixture.open();
        model.cursor().moveTo(1);
        fixture.background.runNext();
        assertThat(model.state().upToDate()).isFalse();
        assertThat(model.state().question().answer()).isEmpty();
        model.cursor().moveTo(2);
        fixture.settle();
        assertThat(fixture.state().state().seq()).isEqualTo(2);
        assertThat(model.state().upToDate()).isTrue();
    }

    @Test
    void aPatternOrTextNarrowsWhatIsShown() {
        fixture.journal.set(1, "/lumen/a", "1", 1L).set(2, "/audio/b", "\"loud\"", 1L);
        var model = fixture.open();
        model.state().filter().set("/lumen/**");
        fixture.settle();
        assertThat(addresses()).containsExactly("/lumen/a");
        model.state().filter().set("loud");
        fixture.settle();
        assertThat(addresses()).containsExactly("/audio/b");
    }

    @Test
    void pinnedAddressesStayOnTopWhateverTheFilterIsAndAlsoBeforeTheyAreThere() {
        fixture.journal.set(1, "/a", "1", 1L).set(2, "/b", "1", 1L);
        var model = fixture.open();
        model.state().togglePin("/b");
        model.state().filter().set("/a");
        fixture.settle();
        assertThat(addresses()).containsExactly("/b", "/a");
        model.cursor().moveTo(1);
        fixture.settle();
        assertThat(fixture.state().rows().getFirst()).isEqualTo(new StateRow("/b", null, false, true));
        model.state().togglePin("/b");
        fixture.settle();
        assertThat(addresses()).containsExactly("/a");
    }

    @Test
    void numbersSortBySizeNotAsText() {
        fixture.journal.set(1, "/a", "10", 1L).set(2, "/b", "9", 1L).set(3, "/c", "\"x\"", 1L);
        var model = fixture.open();
        model.state().sort(StateOrder.VALUE, true);
        fixture.settle();
        assertThat(addresses()).containsExactly("/b", "/a", "/c");
    }

    @Test
    void playingFollowsTheTimeBetweenTheEntriesAndMarksWhatChangedSinceTheFrameBefore() {
        for (int seq = 1; seq <= 400; seq++) {
            // One a millisecond.
            fixture.journal.set(seq, "/p/" + seq, "1", 1L);
        }
        var model = fixture.open();
        model.cursor().toStart();
        fixture.settle();
        model.player().play();
        tick();
        tick();
        assertThat(fixture.seq()).isEqualTo(101);
        assertThat(fixture.state().changed()).isEqualTo(100);
        model.player().speed().set(2);
        tick();
        assertThat(fixture.seq()).isEqualTo(201);
        for (int i = 0; i < 5; i++) {
            tick();
        }
        assertThat(fixture.seq()).isEqualTo(400);
        assertThat(model.player().playing().get()).isFalse();
        assertThat(model.cursor().message().get()).isEqualTo("Played to the newest entry.");
    }

    @Test
    void playingWaitsUntilTheStateIsShown() {
        for (int seq = 1; seq <= 400; seq++) {
            fixture.journal.set(seq, "/a", "1", (long) seq);
        }
        var model = fixture.open();
        model.cursor().toStart();
        fixture.settle();
        model.player().play();
        tick();
        fixture.later.advance(Player.TICK);
        long at = fixture.seq();
        fixture.later.advance(Player.TICK);
        fixture.later.advance(Player.TICK);
        assertThat(fixture.seq()).isEqualTo(at);
        model.cursor().step(-1);
        fixture.settle();
        assertThat(model.player().playing().get()).isFalse();
    }

    @Test
    void aHundredThousandParamsAreLaidOutInTheBackground() {
        for (int seq = 1; seq <= 100_000; seq++) {
            fixture.journal.entryAtEnd(seq, "/p/" + seq, "" + seq);
        }
        var model = fixture.open();
        assertThat(fixture.state().rows()).hasSize(100_000);
        model.cursor().step(-1);
        fixture.settle();
        assertThat(fixture.state().rows()).hasSize(99_999);
        assertThat(fixture.state().changed()).isEqualTo(1);
    }

    /// Nothing of it is worked out where the screen is painted: all of it waits for the background.
    @Test
    void aHundredThousandParamsAreFilteredSortedSteppedAndPlayedInTheBackground() {
        for (int seq = 1; seq <= 100_000; seq++) {
            fixture.journal.entryAtEnd(seq, "/p/" + seq, Integer.toString(seq % 1_000));
        }
        for (int seq = 100_001; seq <= 100_200; seq++) {
            fixture.journal.set(seq, "/p/" + (seq - 100_000), "1e9", 2L);
        }
        var model = fixture.open();
        assertThat(fixture.state().rows().getFirst().address()).isEqualTo("/p/200");
        awaitsTheBackground(() -> model.state().sort(StateOrder.VALUE, false));
        assertThat(fixture.state().rows()).hasSize(100_000);
        assertThat(addresses().subList(0, 200)).allMatch(address -> Integer.parseInt(address.substring(3)) <= 200);
        awaitsTheBackground(() -> model.state().filter().set("/p/77*"));
        assertThat(fixture.state().rows()).hasSize(1_111);
        awaitsTheBackground(() -> model.state().sort(StateOrder.LAST_CHANGE, false));
        assertThat(addresses()).startsWith("/p/77", "/p/77999");
        awaitsTheBackground(() -> model.state().filter().set(""));
        awaitsTheBackground(() -> model.cursor().moveTo(100_050));
        assertThat(fixture.state().changed()).isEqualTo(1);
        model.player().play();
        tick();
        tick();
        assertThat(fixture.seq()).isEqualTo(100_150);
        assertThat(fixture.state().rows()).hasSize(100_000);
        assertThat(fixture.state().changed()).isEqualTo(100);
    }

    private void awaitsTheBackground(Runnable action) {
        var before = fixture.state();
        action.run();
        fixture.later.advance(Duration.ofMillis(200));
        assertThat(fixture.model().state().question().outcome().get()).isEqualTo(new Outcome.Ready<>(before));
        fixture.settle();
        assertThat(fixture.state()).isNotEqualTo(before);
    }

    private void tick() {
        fixture.later.advance(Player.TICK);
        fixture.background.runAll();
    }

    private List<String> addresses() {
        return fixture.state().rows().stream().map(StateRow::address).toList();
    }
}
