package clasp.journal.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.recovery.RecoveredParam;
import clasp.journal.recovery.ScriptedJournal;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.ReplacedException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The second journal is watched as the first is, for as long as something on screen is answered from it.
class ChangedOtherJournalTest {
    private static final Path FILE = Path.of("shows", "other.db");

    private final RecoveryFixture fixture = new RecoveryFixture();
    private final Watched watched = new Watched();

    /// The second journal, whose file may be in trouble.
    private final class Watched extends ForwardingReader {
        private @Nullable JournalException failure;

        @Override
        protected JournalReader target() {
            return fixture.other;
        }

        @Override
        public JournalState state() {
            if (failure != null) {
                throw failure;
            }
            return super.state();
        }
    }

    private RecoveryViewModel open(RecoveryTab tab) {
        fixture.journal.set(1, "/a", "1", 1L).set(2, "/b", "1", 1L).set(3, "/b", "2", 2L);
        fixture.other.set(1, "/a", "1", 1L).set(2, "/b", "1", 1L).set(3, "/b", "2", 2L);
        fixture.opened = watched;
        var model = fixture.open();
        model.tab().set(tab);
        model.pair().other().open(FILE);
        fixture.settle();
        return model;
    }

    private RecoveryViewModel openCompared() {
        var model = open(RecoveryTab.COMPARE);
        model.compare().right().choice.set(new StateChoice.Elsewhere());
        fixture.settle();
        return model;
    }

    /// Until the watch has looked again, and everything has come to rest.
    private void lookAgain() {
        fixture.later.advance(JournalWatch.PACE);
        fixture.settle();
    }

    private List<String> comparedThere() {
        return fixture.model().compare().question().answer().orElseThrow().right().params().stream()
                .map(RecoveredParam::param)
                .map(param -> param.address() + " " + param.valueJson())
                .toList();
    }

    @Test
    void theComparisonFollowsItsGrowth() {
        openCompared();
        assertThat(comparedThere()).containsExactlyInAnyOrder("/a 1", "/b 2");
        fixture.other.set(4, "/c", "5", 1L);
        lookAgain();
        assertThat(comparedThere()).containsExactlyInAnyOrder("/a 1", "/b 2", "/c 5");
    }

    @Test
    void theComparisonIsThatOfTheJournalAsItWasRewritten() {
        openCompared();
        fixture.other.replace(3, "/b", "7", 2L);
        lookAgain();
        assertThat(comparedThere()).containsExactlyInAnyOrder("/a 1", "/b 7");
        fixture.other.deleteBefore(3);
        lookAgain();
        assertThat(comparedThere()).containsExactly("/b 7");
    }

    @Test
    void aComparisonWithoutItIsNotAskedAgain() {
        var model = open(RecoveryTab.COMPARE);
        var shown = model.compare().question().outcome().get();
        fixture.other.set(4, "/c", "5", 1L);
        lookAgain();
        assertThat(model.compare().question().outcome().get()).isSameAs(shown);
        assertThat(model.compare().question().current().get()).isTrue();
    }

    @Test
    void theRowsBesideAreThoseOfTheJournalAsItWasRewritten() {
        var model = open(RecoveryTab.PAIR);
        assertThat(model.pair().question().answer().orElseThrow().alike()).isEqualTo(3);
        fixture.other.replace(2, "/b", "7", 1L);
        lookAgain();
        assertThat(model.pair().question().answer().orElseThrow().alike()).isEqualTo(1);
    }

    /// A journal of millions of entries is not read anew whenever it grows.
    @Test
    void rowsToTheEndAreSaidToBeOldWhenEitherJournalHasGrown() {
        var model = open(RecoveryTab.PAIR);
        assertThat(model.pair().outdated().get()).isFalse();
        fixture.other.set(4, "/c", "5", 1L);
        lookAgain();
        assertThat(model.pair().outdated().get()).isTrue();
        model.pair().lookAgain();
        fixture.settle();
        assertThat(model.pair().outdated().get()).isFalse();
        var part = model.pair().question().answer().orElseThrow();
        assertThat(part.rows().get(part.divergence()).seq()).isEqualTo(4);

        fixture.journal.set(4, "/c", "5", 1L);
        fixture.browsing().update(fixture.journal.state());
        fixture.settle();
        assertThat(model.pair().outdated().get()).isTrue();
    }

    @Test
    void rowsFromTheMiddleStayNewWhenAJournalHasGrown() {
        for (long seq = 4; seq < 300; seq++) {
            fixture.journal.set(seq, "/here", "1", null);
            fixture.other.set(seq, "/there", "1", null);
        }
        var model = open(RecoveryTab.PAIR);
        fixture.other.set(300, "/there", "1", null);
        lookAgain();
        assertThat(model.pair().outdated().get()).isFalse();
    }

    @Test
    void theFileThatTookItsPlaceIsOpened() {
        var model = openCompared();
        watched.failure = new ReplacedException("other.db", FILE);
        fixture.opened = new ScriptedJournal().set(1, "/new", "1", 1L);
        lookAgain();
        assertThat(comparedThere()).containsExactly("/new 1");
        assertThat(model.pair().other().message().get()).isEmpty();
    }

    /// It may take longer to open than until the watch looks again.
    @Test
    void theFileThatTookItsPlaceIsOpenedOnce() {
        openCompared();
        int before = fixture.openings;
        watched.failure = new ReplacedException("other.db", FILE);
        fixture.opened = new ScriptedJournal().set(1, "/new", "1", 1L);
        fixture.later.advance(JournalWatch.PACE);
        fixture.background.runNext();
        fixture.later.advance(JournalWatch.PACE);
        fixture.background.runLast();
        assertThat(fixture.openings).isEqualTo(before + 1);
        fixture.settle();
        assertThat(comparedThere()).containsExactly("/new 1");
    }

    @Test
    void aFileThatCannotBeOpenedInItsPlaceIsTriedAgain() {
        var model = openCompared();
        watched.failure = new ReplacedException("other.db", FILE);
        fixture.opened = new Watched();
        ((Watched) fixture.opened).failure = new JournalException("It is no journal.");
        lookAgain();
        assertThat(model.pair().other().message().get()).isEqualTo("It is no journal.");
        fixture.opened = new ScriptedJournal().set(1, "/new", "1", 1L);
        lookAgain();
        assertThat(comparedThere()).containsExactly("/new 1");
    }

    @Test
    void thatItCannotBeReadIsSaidUntilItCan() {
        var model = openCompared();
        watched.failure = new JournalException("The disk does not answer.");
        lookAgain();
        assertThat(model.pair().other().message().get()).isEqualTo("The disk does not answer.");
        watched.failure = null;
        lookAgain();
        assertThat(model.pair().other().message().get()).isEmpty();
        assertThat(comparedThere()).containsExactlyInAnyOrder("/a 1", "/b 2");
    }

    @Test
    void whatHappenedToItWhileNobodyLookedIsSeenOnTheWayBack() {
        var model = openCompared();
        model.tab().set(RecoveryTab.STATE);
        fixture.settle();
        fixture.other.replace(3, "/b", "7", 2L);
        lookAgain();
        model.tab().set(RecoveryTab.COMPARE);
        fixture.settle();
        lookAgain();
        assertThat(comparedThere()).containsExactlyInAnyOrder("/a 1", "/b 7");
    }

    @Test
    void nobodyAsksItWhileNothingOnScreenIsAnsweredFromIt() {
        var model = openCompared();
        int waiting = fixture.later.waiting();
        model.tab().set(RecoveryTab.STATE);
        fixture.settle();
        assertThat(fixture.later.waiting()).isLessThan(waiting);
    }
}
