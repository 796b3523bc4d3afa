package clasp.journal.recovery;

import clasp.journal.model.ClaspValue;
import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import org.jspecify.annotations.Nullable;

/// How a state is recovered from a journal. What is done with one entry depends on nothing but the entry and the param
/// that its address has at that moment.
public enum RecoveryRule {
    /// As CLASP documents it: the latest snapshot, then the SETs after it in seq order, each with its own
    /// value, revision, author and timestamp. A SET stored without a revision counts one up from what its
    /// address had. When the latest snapshot cannot be loaded, the one before it is taken.
    DOCUMENTED,

    /// As clasp-router 4.5 does it: the latest snapshot or, when that cannot be loaded, none; then **all**
    /// SETs of the journal that have a revision, each as if a client had sent it. An address that is not there
    /// is created at revision 1, whatever the snapshot or the entry says. One that is there takes an entry only
    /// if the entry carries exactly its revision, and counts one up. Values are those that CLASP reads. Every
    /// param gets the time of the recovery; here it keeps that of the entry, as nothing better is known.
    CLASP_ROUTER;

    private static final long FIRST_REVISION = 1;

    /// What the rule makes of an entry.
    ///
    /// @param before the param that the entry's address has; null when it has none
    public Fate fate(Entry entry, @Nullable RecoveredParam before) {
        return switch (this) {
            case DOCUMENTED -> documented(entry, before);
            case CLASP_ROUTER -> claspRouter(entry, before);
        };
    }

    /// The param that a snapshot's param becomes.
    Param fromSnapshot(Param param) {
        return switch (this) {
            case DOCUMENTED -> param;
            case CLASP_ROUTER ->
                new Param(
                        param.address(),
                        ClaspValue.read(param.valueJson()),
                        FIRST_REVISION,
                        param.writer(),
                        param.timestampMicros());
        };
    }

    private static Fate documented(Entry entry, @Nullable RecoveredParam before) {
        if (!entry.isSet()) {
            return new Fate.NotASet(entry.msgType());
        }
        RecoveredParam after = taken(entry, entry.valueJson(), revisionAfter(entry.revision(), before));
        return before == null ? new Fate.Created(after, false) : new Fate.Applied(before, after, false);
    }

    private static Fate claspRouter(Entry entry, @Nullable RecoveredParam before) {
        // CLASP reads the lowest 8 bits of a message type.
        if ((entry.msgType() & 0xFF) != MsgType.SET) {
            return new Fate.NotASet(entry.msgType());
        }
        Long carried = entry.revision();
        if (carried == null) {
            return new Fate.WithoutRevision();
        }
        if (before != null && carried != before.param().revision()) {
            return new Fate.Rejected(carried, before.param().revision());
        }
        String value = ClaspValue.read(entry.valueJson());
        boolean unreadable = value.equals("null") && ClaspValue.isUnreadable(entry.valueJson());
        return before == null
                ? new Fate.Created(taken(entry, value, FIRST_REVISION), unreadable)
                : new Fate.Applied(before, taken(entry, value, carried + 1), unreadable);
    }

    private static RecoveredParam taken(Entry entry, String valueJson, long revision) {
        return new RecoveredParam(
                new Param(entry.address(), valueJson, revision, entry.author(), entry.timestampMicros()), entry.seq());
    }

    private static long revisionAfter(@Nullable Long stored, @Nullable RecoveredParam before) {
        if (stored != null) {
            return stored;
        }
        return before == null ? FIRST_REVISION : before.param().revision() + 1;
    }
}
