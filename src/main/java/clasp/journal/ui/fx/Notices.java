package clasp.journal.ui.fx;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The notices that wait to be read in one place of the window. The same sentence is shown once, however often it
/// comes; of many only the newest stay. Confined to the FX thread.
public final class Notices {
    private static final int MOST = 4;

    private final ObservableList<Notice> waiting = FXCollections.observableArrayList();
    private final ObservableList<Notice> readable = FXCollections.unmodifiableObservableList(waiting);

    /// Oldest first.
    public ObservableList<Notice> all() {
        return readable;
    }

    public void show(Notice notice) {
        waiting.removeIf(earlier -> earlier.sentence().equals(notice.sentence()));
        if (waiting.size() == MOST) {
            waiting.removeFirst();
        }
        waiting.add(notice);
    }

    public void dismiss(Notice notice) {
        waiting.remove(notice);
    }
}
