package clasp.journal.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.query.Query;
import org.junit.jupiter.api.Test;

class MatchCounterTest extends ExportModelFixture {
    @Test
    void aCountThatIsStoppedCanBeTakenUpAgain() {
        create();
        model.start();
        model.counter(Scope.MATCHES).stop();
        background.runAll();
        assertThat(model.counter(Scope.MATCHES).count().get()).isEqualTo(new MatchCount.Stopped());
        model.counter(Scope.MATCHES).start();
        background.runAll();
        assertThat(model.counter(Scope.MATCHES).count().get()).isEqualTo(new MatchCount.Counted(4, 1, 4));
    }

    @Test
    void aCountFollowsTheGrowthOfTheJournal() {
        browsing.query().set(Query.parse("/a"));
        open();
        assertThat(model.counter(Scope.MATCHES).count().get()).isEqualTo(new MatchCount.Counted(2, 1, 4));
        append("/a", "/b");
        append("/a");
        later.advance(PAUSE);
        background.runAll();
        assertThat(model.counter(Scope.MATCHES).count().get()).isEqualTo(new MatchCount.Counted(4, 1, 7));
        assertThat(model.counter(Scope.EVERYTHING).count().get()).isEqualTo(new MatchCount.Counted(7, 1, 7));
    }

    @Test
    void aCountStartsAnewWhenOldEntriesHaveGone() {
        open();
        append("/c", "/c", "/c", "/c", "/c", "/c", "/c", "/c");
        later.advance(PAUSE);
        background.runAll();
        assertThat(model.counter(Scope.MATCHES).count().get()).isEqualTo(new MatchCount.Counted(10, 3, 12));
    }

    @Test
    void growthDuringACountIsCountedAfterIt() {
        create();
        model.start();
        background.runLast();
        append("/a");
        background.runAll();
        append("/a");
        later.advance(PAUSE);
        background.runAll();
        later.advance(PAUSE);
        background.runAll();
        assertThat(model.counter(Scope.MATCHES).count().get()).isEqualTo(new MatchCount.Counted(6, 1, 6));
    }
}
