package clasp.journal.query;

/// How a [GlobFrame] ended. Immutable.
///
/// @param globIndex where the enclosing frame goes on in the pattern, for [Ending#CLOSED]
/// @param addressIndex where it goes on in the address
/// @param locksGlobstar whether the enclosing frame may no longer return to its `**`
/// @param longest what [GlobMatch#longest] is afterwards
record GlobResult(Ending ending, int globIndex, int addressIndex, boolean locksGlobstar, int longest) {
    enum Ending {
        /// The whole pattern fits the whole address.
        MATCHED,
        /// It does not fit; a negated pattern therefore matches.
        DENIED,
        /// The pattern is malformed where it was needed: nothing matches, negated or not.
        REFUSED,
        /// A brace was left with one of its alternatives taken.
        CLOSED,
        /// No alternative of the brace fits here.
        FAILED
    }

    static final GlobResult MATCHED = new GlobResult(Ending.MATCHED, 0, 0, false, 0);
    static final GlobResult DENIED = new GlobResult(Ending.DENIED, 0, 0, false, 0);
    static final GlobResult REFUSED = new GlobResult(Ending.REFUSED, 0, 0, false, 0);
    static final GlobResult FAILED = new GlobResult(Ending.FAILED, 0, 0, false, 0);
}
