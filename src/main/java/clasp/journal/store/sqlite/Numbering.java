package clasp.journal.store.sqlite;

/// How the number of a row in a page that may be damaged is known.
enum Numbering {
    /// As it is stored, and in the order of those around it.
    IN_ORDER,
    /// As it is stored, at an end of the page, and apart from the others, which follow each other: there may be a gap,
    /// or
    /// the number is damaged.
    AT_EDGE,
    /// By the place of the row between others: the number that is stored is not in order, and so damaged.
    BY_PLACE,
    /// As it is stored, though it is not in order: its place does not tell either.
    DAMAGED
}
