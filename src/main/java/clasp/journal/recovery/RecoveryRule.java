package clasp.journal.recovery;

import clasp.journal.model.ClaspValue;
import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// How a state is recovered from a journal. What is done with one entry depends on nothing but the entry
/// and the param that its address has at that moment.
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
        Long carried = entry.revision();
        if (!isSet(entry.msgType())) {
            return new Fate.NotASet(entry.msgType());
        }
        OptionalLong revision = revisionAfter(
                entry.msgType(),
                carried,
                before != null,
                before == null ? 0 : before.param().revision());
        if (revision.isPresent()) {
            RecoveredParam after = recovered(entry, entry.address(), entry.author(), revision.getAsLong());
            boolean unreadable = this == CLASP_ROUTER
                    && after.param().valueJson().equals("null")
                    && ClaspValue.isUnreadable(entry.valueJson());
            return before == null ? new Fate.Created(after, unreadable) : new Fate.Applied(before, after, unreadable);
        }
        return carried == null || before == null
                ? new Fate.WithoutRevision()
                : new Fate.Rejected(carried, before.param().revision());
    }

    /// Whether the rule takes the entry for a SET. CLASP reads the lowest 8 bits of a message type.
    boolean isSet(long msgType) {
        return switch (this) {
            case DOCUMENTED -> msgType == MsgType.SET;
            case CLASP_ROUTER -> (msgType & 0xFF) == MsgType.SET;
        };
    }

    /// The revision that an entry gives to its param; empty when the entry changes nothing.
    ///
    /// @param carried the entry's own; null for none
    /// @param present whether its address has a param
    /// @param before that param's revision
    OptionalLong revisionAfter(long msgType, @Nullable Long carried, boolean present, long before) {
        if (!isSet(msgType)) {
            return OptionalLong.empty();
        }
        return switch (this) {
            case DOCUMENTED -> OptionalLong.of(carried != null ? carried : present ? before + 1 : FIRST_REVISION);
            case CLASP_ROUTER -> {
                if (carried == null || present && carried != before) {
                    yield OptionalLong.empty();
                }
                yield OptionalLong.of(present ? before + 1 : FIRST_REVISION);
            }
        };
    }

    /// The param that an entry makes.
    ///
    /// @param address the entry's; likewise the author: who holds many params gives equal texts as one object
    RecoveredParam recovered(Entry entry, String address, String author, long revision) {
        String value = switch (this) {
            case DOCUMENTED -> entry.valueJson();
            case CLASP_ROUTER -> ClaspValue.read(entry.valueJson());
        };
        return new RecoveredParam(new Param(address, value, revision, author, entry.timestampMicros()), entry.seq());
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
}
