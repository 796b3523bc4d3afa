package clasp.journal.recovery;

/// Told of the changes to a state, before they happen.
interface SlotLog {
    /// Remembers nothing.
    SlotLog NONE = new SlotLog() {
        @Override
        public void changed(long seq, int id, long seqBefore, long revisionBefore) {}

        @Override
        public void created(long seq, int id) {}

        @Override
        public void rejected(long seq, int id, long forgotten) {}
    };

    /// @param seq of the entry that changes the param with this number
    void changed(long seq, int id, long seqBefore, long revisionBefore);

    /// @param seq of the entry that makes the param with this number
    void created(long seq, int id);

    /// @param seq of the entry that is rejected; `forgotten` is the seq that is no longer among the last ones
    void rejected(long seq, int id, long forgotten);
}
