package clasp.journal.query;

import org.jspecify.annotations.Nullable;

/// Notices that a [GlobFrame] is in a state in which it has been before, so that it would never end. One state is
/// remembered, and replaced after 1, 2, 4, 8… visits: a loop of any length is found after a few rounds of it.
/// Confined to one thread.
final class GlobLoop {
    private static final int VISITS_BEFORE_LOOKING = 64;

    record State(
            int globIndex,
            int addressIndex,
            int starGlob,
            int starNext,
            int globstarGlob,
            int globstarNext,
            int longest) {}

    private long visits;
    private long nextMark = VISITS_BEFORE_LOOKING;
    private @Nullable State mark;

    boolean closes(GlobFrame frame) {
        if (++visits < VISITS_BEFORE_LOOKING) {
            return false;
        }
        State now = frame.state();
        if (now.equals(mark)) {
            return true;
        }
        if (visits >= nextMark) {
            mark = now;
            nextMark = 2 * visits;
        }
        return false;
    }
}
