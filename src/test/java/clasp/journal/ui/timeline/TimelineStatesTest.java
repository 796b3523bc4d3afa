package clasp.journal.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.query.Query;
import clasp.journal.testing.ListJournal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/// What the timeline says where it cannot show all, or anything.
class TimelineStatesTest extends TimelineScreen {
    /// Every second seq is missing.
    private static ListJournal holes(int gaps) {
        var journal = new ListJournal(List.of());
        for (long i = 0; i <= gaps; i++) {
            journal.add(new Entry(2 * i + 1, T + i * SECOND, "author", "/lumen/x", "param", "1", i + 1, MsgType.SET));
        }
        return journal;
    }

    @Test
    void whereThereAreMoreGapsThanAreMarkedItIsSaid() {
        open(holes(201), 1_000);
        window.screenshots("timeline-some-gaps");
        assertThat(model.survey().get().marks()).hasSize(200);
        assertThat(window.robot().lookup("#timelineSomeGaps").queryAs(Label.class))
                .matches(Label::isVisible)
                .returns("first 200 gaps marked", Label::getText);
    }

    @Test
    void whereAllGapsAreMarkedNothingIsSaid() {
        open(holes(200), 1_000);
        assertThat(model.survey().get().marks()).hasSize(200);
        assertThat(window.robot().lookup("#timelineSomeGaps").queryAs(Label.class))
                .matches(label -> !label.isVisible());
    }

    @Test
    void emptyJournalSaysSo() {
        open(new ListJournal(List.of()), 700);
        window.screenshots("timeline-empty");
        assertThat(window.robot().lookup("No entries").tryQuery()).isPresent();
    }

    @Test
    void failureIsToldWithAWayToTryAgain() {
        ListJournal journal = show();
        journal.failWith("The file session.db has vanished.");
        open(journal, 700);
        window.screenshots("timeline-error");
        journal.failWith("");
        window.robot().clickOn("Try again");
        window.await("recovered", () -> model.density().get() != null);
    }

    /// An axis would go through the words where the strip is low.
    @Test
    void whereCountingFailsNothingIsDrawnThroughTheReason() {
        ListJournal journal = show();
        open(journal, 700);
        window.run(() -> {
            var view = window.robot().lookup(".timeline").queryAs(TimelineView.class);
            view.setMaxHeight(TimelineView.LEAST_HEIGHT);
        });
        journal.failWith("“session.db”: Estimating the entries over time failed. A part of the file is damaged. Other"
                + " parts may still be readable; a backup is the safe way out (SQLite says: database disk image is"
                + " malformed).");
        window.run(() -> model.browsing().remains().set(() -> {}));
        window.run(() -> browsing.query().set(Query.parse("/a/**")));
        window.await("the reason", () -> model.problem().get() != null);
        window.nextFrame();
        window.screenshots("timeline-damaged-low");
        Node strip = window.robot().lookup(".timeline .strip").query();
        Set<Integer> colours = new HashSet<>();
        window.run(() -> {
            var picture = strip.snapshot(null, null);
            for (int x = 0; x < picture.getWidth(); x++) {
                for (int y = 0; y < picture.getHeight(); y++) {
                    colours.add(picture.getPixelReader().getArgb(x, y));
                }
            }
        });
        assertThat(colours).hasSize(1);
    }

    @Test
    void whatIsDamagedIsToldWithAWayToWhatIsLeft() {
        ListJournal journal = show().addSnapshot(1, 400);
        journal.failWith("The file session.db is damaged.");
        open(journal, 700);
        assertThat(window.robot().lookup(".show-left").queryAs(Hyperlink.class))
                .as("while nothing more could be shown")
                .matches(link -> !link.isVisible());
        var shown = new AtomicBoolean();
        window.run(() -> model.browsing().remains().set(() -> shown.set(true)));
        window.nextFrame();
        window.screenshots("timeline-damaged");
        window.robot().clickOn("Show what is left");
        assertThat(shown).isTrue();
    }
}
