package clasp.journal.ui.main;

import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.NoticeBar;
import clasp.journal.ui.fx.Notices;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// One open journal with all its screen parts. Confined to the FX thread.
final class JournalView extends BorderPane {
    private final Browsing browsing;
    private final Notices notices = new Notices();
    private final StatePoller poller;

    JournalView(JournalReader journal, JournalState state, WindowServices services) {
        browsing = new Browsing(journal, state);
        poller = new StatePoller(browsing, services.tasks(), notices);
        getStyleClass().add("journal");
        journal.info().notes().forEach(note -> notices.show(Notice.information(note)));
        setTop(new VBox(new NoticeBar(notices)));
        setCenter(new SplitPane(new Label(journal.info().name())));
        poller.start();
    }

    Browsing browsing() {
        return browsing;
    }

    void close() {
        poller.stop();
    }
}
