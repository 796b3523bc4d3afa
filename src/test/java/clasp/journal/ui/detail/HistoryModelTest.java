package clasp.journal.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.store.JournalState;
import clasp.journal.store.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryModelTest {
    private static final Duration LONG = Duration.ofSeconds(5);

    private final DetailFixture fixture = new DetailFixture();
    private final HistoryModel history = fixture.model.history();

    @BeforeEach
    void historyInFront() {
        fixture.model.tab().set(DetailTab.HISTORY);
    }

    private List<Entry> fill(int count) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < count; i++) {
            entries.add(fixture.set("/a", Integer.toString(i)));
        }
        return entries;
    }

    private List<Long> seqs() {
        return history.window().get().rows().stream()
                .map(row -> row.entry().seq())
                .toList();
    }

    private void grow() {
        fixture.grow();
        fixture.later.advance(LONG);
        fixture.background.runAll();
    }

    @Test
    void holdsTheEntriesOfTheAddressNewestFirst() {
        fixture.set("/a", "1");
        fixture.set("/b", "2");
        Entry last = fixture.set("/a", "3");
        fixture.open(last);
        assertThat(seqs()).containsExactly(3L, 1L);
        assertThat(history.current().get()).isEqualTo(3);
        assertThat(history.total().get()).isEqualTo(2);
    }

    @Test
    void changesTogetherWithTheEntry() {
        Entry first = fixture.set("/a", "1");
        Entry second = fixture.set("/b", "2");
        fixture.open(first);
        fixture.select(second);
        assertThat(history.window().get().address())
                .as("before the new entry is there")
                .isEqualTo("/a");
        fixture.background.runAll();
        assertThat(history.window().get().address()).isEqualTo("/b");
    }

    @Test
    void anotherEntryOfTheSameAddressKeepsTheWindow() {
        List<Entry> entries = fill(10);
        fixture.open(entries.get(9));
        HistoryWindow before = history.window().get();
        fixture.open(entries.get(4));
        assertThat(history.window().get()).isSameAs(before);
        assertThat(history.current().get()).isEqualTo(5);
    }

    @Test
    void beginsAroundTheSelectedEntryAndGrowsAtBothEnds() {
        List<Entry> entries = fill(5_000);
        fixture.open(entries.get(2_499));
        assertThat(seqs()).hasSize(2_000).startsWith(3_500L).endsWith(1_501L).contains(2_500L);
        assertThat(history.total().get()).isEqualTo(5_000);
        history.newer();
        fixture.background.runAll();
        assertThat(seqs()).hasSize(2_500).startsWith(4_000L);
        history.older();
        history.older();
        fixture.background.runAll();
        assertThat(seqs()).as("one portion at a time").hasSize(3_000).endsWith(1_001L);
    }

    @Test
    void windowNeverGrowsBeyondItsBound() {
        List<Entry> entries = fill(6_000);
        fixture.open(entries.getLast());
        for (int i = 0; i < 12; i++) {
            history.older();
            fixture.background.runAll();
        }
        assertThat(seqs()).hasSize(HistoryWindow.MOST).endsWith(1L);
        assertThat(history.window().get().moreOlder()).isFalse();
        assertThat(history.window().get().moreNewer()).isTrue();
        history.newer();
        fixture.background.runAll();
        assertThat(seqs()).hasSize(HistoryWindow.MOST).startsWith(4_500L);
    }

    @Test
    void growsWithTheJournalButNotMoreOftenThanIsUseful() {
        fixture.open(fill(3).getLast());
        fixture.set("/a", "4");
        fixture.set("/b", "4");
        grow();
        assertThat(seqs()).containsExactly(4L, 3L, 2L, 1L);
        int before = fixture.background.queued();
        for (int i = 0; i < 20; i++) {
            fixture.set("/a", "9");
            fixture.browsing.update(fixture.journal.state());
        }
        assertThat(fixture.background.queued() - before)
                .as("jobs for twenty changes")
                .isLessThanOrEqualTo(1);
        fixture.background.runAll();
        fixture.later.advance(LONG);
        fixture.background.runAll();
        assertThat(seqs()).hasSize(24);
    }

    @Test
    void fullWindowStaysWhenTheUserLooksAtOlderEntries() {
        List<Entry> entries = fill(HistoryWindow.MOST);
        fixture.open(entries.getFirst());
        for (int i = 0; i < 5; i++) {
            history.newer();
            fixture.background.runAll();
        }
        assertThat(seqs()).hasSize(HistoryWindow.MOST).endsWith(1L);
        history.atNewest().set(false);
        fixture.set("/a", "1");
        grow();
        assertThat(seqs()).endsWith(1L);
        history.atNewest().set(true);
        fixture.set("/a", "1");
        grow();
        assertThat(seqs()).startsWith(4_002L).hasSize(HistoryWindow.MOST);
    }

    @Test
    void afterARestoredBackupTheHistoryIsThatOfTheRestoredJournal() {
        List<Entry> all = fill(38);
        List<Entry> kept = all.subList(36, 38).stream()
                .map(entry -> entry.withRevision(entry.seq() - 36))
                .toList();
        fixture.journal.rewrite(kept);
        fixture.browsing.update(fixture.journal.state());
        fixture.open(kept.getLast());
        assertThat(seqs()).containsExactly(38L, 37L);

        fixture.journal.rewrite(all);
        fixture.browsing.update(fixture.journal.state());
        fixture.background.runAll();

        assertThat(seqs()).hasSize(38).startsWith(38L).endsWith(1L);
        assertThat(history.window().get().rows())
                .extracting(row -> row.entry().revision())
                .startsWith(38L, 37L);
        assertThat(history.total().get()).isEqualTo(38);
    }

    @Test
    void aHistoryThatIsNotInFrontIsReadAnewWhenItIsLookedAt() {
        List<Entry> all = fill(10);
        fixture.journal.rewrite(all.subList(8, 10));
        fixture.browsing.update(fixture.journal.state());
        fixture.open(all.getLast());
        fixture.model.tab().set(DetailTab.VALUE);

        fixture.journal.rewrite(all);
        fixture.browsing.update(fixture.journal.state());
        fixture.background.runAll();
        fixture.model.tab().set(DetailTab.HISTORY);
        fixture.background.runAll();

        assertThat(seqs()).hasSize(10);
    }

    @Test
    void anEntryThatACompactionTookHasTheHistoryThatIsLeft() {
        List<Entry> all = fill(10);
        fixture.open(all.get(2));
        fixture.grow();

        fixture.journal.rewrite(all.subList(8, 10));
        fixture.browsing.update(fixture.journal.state());
        fixture.background.runAll();

        assertThat(fixture.model.deleted().get()).isTrue();
        assertThat(fixture.detail().entry()).isEqualTo(all.get(2));
        assertThat(seqs()).containsExactly(10L, 9L);
    }

    @Test
    void failureIsToldAndTriedAgain() {
        fixture.open(fill(3).getLast());
        fixture.later.advance(LONG);
        fixture.browsing.update(new JournalState(1, 4, 4, 9));
        fixture.journal.failWith("The disk is gone.");
        fixture.background.runAll();
        assertThat(history.problem().get()).isEqualTo("The disk is gone.");
        fixture.journal.failWith("");
        history.retry();
        fixture.background.runAll();
        assertThat(history.problem().get()).isNull();
        assertThat(seqs()).hasSize(3);
    }

    @Test
    void plotHasTheNumbersExactly() {
        fixture.set("/a", "9223372036854775805");
        fixture.set("/a", "\"word\"");
        fixture.set("/a", "9223372036854775807");
        fixture.open(fixture.set("/a", "9223372036854775806"));
        Plot plot = history.window().get().plot();
        assertThat(plot.points()).extracting(PlotPoint::height).containsExactly(0.0, 1.0, 0.5);
        assertThat(plot.points()).extracting(PlotPoint::joined).containsExactly(false, false, true);
        assertThat(plot.least()).isEqualTo("9223372036854775805");
        assertThat(plot.most()).isEqualTo("9223372036854775807");
        assertThat(plot.others()).isEqualTo(1);
    }

    @Test
    void plotOfNoNumbersIsEmptyAndOfWideRangesFinite() {
        fixture.open(fixture.set("/words", "\"1\""));
        assertThat(history.window().get().plot().points()).isEmpty();
        assertThat(history.window().get().plot().time()).isEmpty();
        fixture.set("/wide", "-1.7e308");
        fixture.set("/wide", "5e-324");
        fixture.open(fixture.set("/wide", "1.7e308"));
        assertThat(history.window().get().plot().points())
                .extracting(PlotPoint::height)
                .containsExactly(0.0, 0.5, 1.0);
    }

    @Test
    void seqAtTheEndOfTheRangeIsNoTrouble() {
        var last = new Entry(Long.MAX_VALUE, -1L, "a", "/end", "param", "1", null, MsgType.SET);
        fixture.open(fixture.add(last));
        assertThat(seqs()).containsExactly(Long.MAX_VALUE);
        assertThat(history.window().get().rows()).containsExactly(new Row(last, false));
    }
}
