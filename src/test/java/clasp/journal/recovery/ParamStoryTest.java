package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import org.junit.jupiter.api.Test;

class ParamStoryTest {
    private final ScriptedJournal journal = new ScriptedJournal();

    @Test
    void anAddressHasOnlyItsOwnEntriesEachWithItsFate() {
        journal.set(1, "/a", "1", 1L).set(2, "/b", "9", 1L).set(3, "/a", "2", 2L);
        ParamStory story = story(RecoveryRule.DOCUMENTED, "/a", 3);
        assertThat(story.steps()).extracting(step -> step.entry().seq()).containsExactly(1L, 3L);
        assertThat(story.steps().getFirst().fate()).isInstanceOf(Fate.Created.class);
        assertThat(story.steps().getLast().fate()).isInstanceOf(Fate.Applied.class);
        assertThat(story.summary()).isEqualTo("2 at revision 2, set by entry 3, written by author-3.");
    }

    @Test
    void whatIsRejectedSaysSoAndTheOldestValueStays() {
        journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L).set(3, "/a", "3", 3L);
        ParamStory story = story(RecoveryRule.CLASP_ROUTER, "/a", 3);
        assertThat(story.outcome()).isNotNull().extracting(RecoveredParam::seq).isEqualTo(1L);
        assertThat(story.steps()).extracting(ParamStory.Step::fate).endsWith(new Fate.Rejected(3, 1));
        assertThat(story.summary())
                .contains("1 at revision 1, set by entry 1")
                .endsWith("2 of its entries are rejected.");
    }

    @Test
    void itGoesBackToTheSnapshotThatTheRecoveryBeginsWith() {
        journal.set(1, "/a", "1", 1L)
                .snapshot(1, new Param("/a", "1", 1, "w", 5), new Param("/b", "7", 4, "w", 5))
                .set(2, "/a", "2", 2L);
        ParamStory story = story(RecoveryRule.DOCUMENTED, "/a", 2);
        assertThat(story.baseSnapshot()).isPresent();
        assertThat(story.inSnapshot()).isNotNull().extracting(Param::valueJson).isEqualTo("1");
        assertThat(story.steps().getFirst().fate()).isEqualTo(new Fate.BeforeSnapshot(1));

        ParamStory untouched = story(RecoveryRule.DOCUMENTED, "/b", 2);
        assertThat(untouched.steps()).isEmpty();
        assertThat(untouched.summary()).isEqualTo("7 at revision 4, as the snapshot has it.");
    }

    @Test
    void whoWroteAnEntryOfARecordingIsNotSaid() {
        journal.entry(new Entry(1, 5, "", "/a", "param", "1", 1L, MsgType.SET));
        assertThat(story(RecoveryRule.DOCUMENTED, "/a", 1).summary()).isEqualTo("1 at revision 1, set by entry 1.");
    }

    @Test
    void laterEntriesDoNotCount() {
        journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L);
        assertThat(story(RecoveryRule.DOCUMENTED, "/a", 1).steps()).hasSize(1);
        assertThat(story(RecoveryRule.DOCUMENTED, "/c", 2).summary())
                .isEqualTo("There is no such param at the cursor.");
    }

    @Test
    void ofManyEntriesTheFirstAndTheLastAreListed() {
        int all = ParamStory.HEAD + ParamStory.TAIL + 10;
        for (int seq = 1; seq <= all; seq++) {
            journal.set(seq, "/a", "" + seq, (long) seq);
        }
        ParamStory story = story(RecoveryRule.DOCUMENTED, "/a", all);
        assertThat(story.omitted()).isEqualTo(10);
        assertThat(story.steps()).hasSize(ParamStory.HEAD + ParamStory.TAIL);
        assertThat(story.steps().get(story.gapAfter()).entry().seq()).isEqualTo(ParamStory.HEAD + 11);
    }

    private ParamStory story(RecoveryRule rule, String address, long seq) {
        return ParamStory.of(journal, rule, address, seq, Progress.NONE, Cancellation.none());
    }
}
