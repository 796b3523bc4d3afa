package clasp.journal.ui.recovery;

import java.util.ArrayDeque;
import java.util.Deque;

/// Tells the rows that were selected because the cursor asked for them from those that the user selected. Confined to
/// the FX thread.
final class Revelations {
    private static final int KEPT = 64;

    private final Deque<Long> awaited = new ArrayDeque<>();

    /// The table was asked to select this entry.
    void asked(long seq) {
        awaited.add(seq);
        if (awaited.size() > KEPT) {
            awaited.remove();
        }
    }

    /// Whether this selection is the answer to such a request; with the newest one answered, none is awaited any more.
    boolean answered(long seq) {
        if (!awaited.contains(seq)) {
            return false;
        }
        if (awaited.getLast() == seq) {
            awaited.clear();
        } else {
            awaited.remove(seq);
        }
        return true;
    }
}
