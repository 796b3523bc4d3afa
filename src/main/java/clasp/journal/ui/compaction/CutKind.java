package clasp.journal.ui.compaction;

/// The ways to say where to cut.
enum CutKind {
    SAFE_POINT,
    SEQ,
    TIME,
    KEEP_LAST
}
