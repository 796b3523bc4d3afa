package clasp.journal.store;

import clasp.journal.model.CoreTexts;

/// Somebody else has appended to a journal whose only writer somebody believed to be. Nothing was appended.
public final class OvertakenException extends JournalException {
    private static final long serialVersionUID = 1L;

    /// @param name of the journal
    /// @param known the seq that was believed to be the last one
    /// @param found the last one that there is
    public OvertakenException(String name, long known, long found) {
        super(CoreTexts.text("store.overtaken", name, Long.toString(found), Long.toString(known)));
    }
}
