package clasp.journal.ui.timeline;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.SignalType;
import clasp.journal.store.JournalState;
import clasp.journal.testing.FxWindow;
import clasp.journal.testing.ListJournal;
import clasp.journal.ui.fx.Browsing;
import java.util.List;
import java.util.Random;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.AfterEach;

/// A timeline in a window of its own.
abstract class TimelineScreen {
    static final long T = 1_708_500_000_000_000L;
    static final long SECOND = 1_000_000;

    final FxWindow window = new FxWindow();
    Browsing browsing;
    TimelineViewModel model;

    @AfterEach
    void close() {
        // Where the journal is not at hand, the test was left out before it showed it.
        if (model != null) {
            window.run(() -> model.close());
        }
        window.close();
    }

    final void open(ListJournal journal, double width) {
        window.show(
                () -> {
                    browsing = new Browsing(journal, journal.info(), new JournalState(1, 1, 1, 1));
                    model = new TimelineViewModel(browsing, window.tasks());
                    var root = new BorderPane();
                    root.setTop(new TimelineView(model));
                    return root;
                },
                width,
                140);
        window.await("survey", () -> model.surveyed().get() || model.problem().get() != null);
        settle();
    }

    final void settle() {
        window.await("counts", () -> model.view().get() == null || answered());
        window.nextFrame();
    }

    private boolean answered() {
        Density density = model.density().get();
        return density != null
                && density.total().range().equals(model.view().get())
                && density.query().equals(browsing.query().get());
    }

    /// Ten minutes with two bursts, a silence, a gap and snapshots.
    static ListJournal show() {
        var journal = new ListJournal(List.of());
        var random = new Random(3);
        long at = T;
        for (int i = 0; i < 4_000; i++) {
            long pause = i == 1_500 ? 60 * SECOND : i % 1_000 < 300 ? 15_000 : 140_000;
            at += pause / 2 + random.nextLong(pause);
            SignalType type = SignalType.values()[Math.min(4, random.nextInt(100) / 22)];
            boolean set = type == SignalType.PARAM;
            journal.add(new Entry(
                    i < 2_800 ? 0 : i == 2_800 ? 2_900 : 0,
                    at,
                    "author",
                    i % 3 == 0 ? "/lumen/x" : "/midi/y",
                    type.text(),
                    "1",
                    set ? 1L : null,
                    set ? MsgType.SET : MsgType.PUBLISH));
        }
        return journal.addSnapshot(1, 1_000).addSnapshot(2, 3_200);
    }
}
