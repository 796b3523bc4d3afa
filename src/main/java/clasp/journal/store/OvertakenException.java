package clasp.journal.store;

/// Somebody else has appended to a journal whose only writer somebody believed to be. Nothing was appended.
public final class OvertakenException extends JournalException {
    private static final long serialVersionUID = 1L;

    /// @param name of the journal
    /// @param known the seq that was believed to be the last one
    /// @param found the last one that there is
    public OvertakenException(String name, long known, long found) {
        super("Another program has written to “" + name + "”, which this one believed to be alone with: the last seq"
                + " is " + found + " and not " + known + ". What that program wrote is kept, and nothing was written"
                + " over it. See to it that only one program writes to the journal, then start again: the state goes"
                + " on from all that is in it.");
    }
}
