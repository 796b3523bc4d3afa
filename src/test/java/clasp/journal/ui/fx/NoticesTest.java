package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoticesTest {
    private final Notices notices = new Notices();
    private final Notice gone = new Notice(Notice.Kind.FAILURE, "The file has gone.", "");
    private final Notice goneElsewhere = new Notice(Notice.Kind.FAILURE, "The file has gone.", "by another way");
    private final Notice withRemedy = gone.with(new Notice.Remedy("Open again", () -> {}));

    @Test
    void theSameSentenceIsShownOnceAsTheNewest() {
        notices.show(gone);
        notices.show(Notice.information("Something else."));
        notices.show(goneElsewhere);

        assertThat(notices.all()).containsExactly(Notice.information("Something else."), goneElsewhere);
    }

    @Test
    void aRemedyIsNotGivenUpForTheSameSentenceWithoutOne() {
        notices.show(gone);
        notices.show(withRemedy);
        notices.show(goneElsewhere);

        assertThat(notices.all()).containsExactly(withRemedy);
    }

    @Test
    void whatIsTakenBackIsGoneWhoeverHasSaidIt() {
        notices.show(goneElsewhere);
        notices.dismiss(gone);

        assertThat(notices.all()).isEmpty();
    }
}
