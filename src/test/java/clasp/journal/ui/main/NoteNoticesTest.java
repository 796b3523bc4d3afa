package clasp.journal.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import clasp.journal.store.JournalAccess;
import clasp.journal.store.JournalInfo;
import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class NoteNoticesTest {
    private final Notices notices = new Notices();
    private final NoteNotices notes = new NoteNotices(notices);

    @BeforeAll
    static void startJavaFx() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aNoteIsARemarkUnlessEntriesAreMissing() {
        show(info(false, "read from a private copy"));
        show(info(true, "read from a private copy", "the log is damaged"));
        assertThat(notices.all())
                .extracting(Notice::kind, Notice::sentence)
                .containsExactly(
                        tuple(Notice.Kind.INFORMATION, "read from a private copy"),
                        tuple(Notice.Kind.WARNING, "the log is damaged"));
    }

    @Test
    void aNoteThatNoLongerHoldsGoes() {
        show(info(false, "read from a private copy"));
        show(info(false));
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void aNoteThatWasDismissedComesBackOnlyAfterItWasGone() {
        show(info(false, "read from a private copy"));
        FxStage.run(() -> notices.dismiss(notices.all().getFirst()));
        show(info(false, "read from a private copy", "another"));
        assertThat(notices.all()).extracting(Notice::sentence).containsExactly("another");
        show(info(false));
        show(info(false, "read from a private copy"));
        assertThat(notices.all()).extracting(Notice::sentence).containsExactly("read from a private copy");
    }

    private void show(JournalInfo info) {
        FxStage.run(() -> notes.show(info));
    }

    private static JournalInfo info(boolean incomplete, String... notes) {
        return new JournalInfo("show.db", null, JournalAccess.Plain.READ_ONLY, 0, -1, incomplete, List.of(notes));
    }
}
