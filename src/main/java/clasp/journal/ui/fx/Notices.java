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

    /// One that offers a remedy is not given up for one that says the same without.
    public void show(Notice notice) {
        if (notice.remedy() == null && offersRemedy(notice.sentence())) {
            return;
        }
        waiting.removeIf(earlier -> earlier.sentence().equals(notice.sentence()));
        if (waiting.size() == MOST) {
            waiting.removeFirst();
        }
        waiting.add(notice);
    }

    /// Takes back what it says, whoever has said it.
    public void dismiss(Notice notice) {
        waiting.removeIf(other -> other.sentence().equals(notice.sentence()));
    }

    private boolean offersRemedy(String sentence) {
        return waiting.stream()
                .anyMatch(notice -> notice.remedy() != null && notice.sentence().equals(sentence));
    }
}
