package clasp.journal.store;

import clasp.journal.model.MsgType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The revisions with which clasp-router 4.5 takes every SET of a journal. It gives each param of the
/// latest snapshot revision 1 whatever the snapshot says, replays all SETs that have a revision, and takes
/// one only if it carries exactly the revision that the param has, which then counts one up. A journal
/// stores the revision after each SET, so that it rejects nearly all of them. Numbered 1, 2, 3… at each
/// address from the first one that stays, all are taken, and the newest value wins, as it should. Confined
/// to one pass over the entries, in ascending seq.
public final class RouterRevisions {
    private final Map<String, Long> last = new HashMap<>();

    /// The revision of the next entry; null for none. What clasp-router takes for a SET although it is none
    /// loses its revision, and so is passed over.
    ///
    /// @param stored the revision that it has now
    public @Nullable Long next(String address, long msgType, @Nullable Long stored) {
        if (msgType == MsgType.SET) {
            return last.merge(address, 1L, Long::sum);
        }
        return (msgType & 0xFF) == MsgType.SET ? null : stored;
    }
}
