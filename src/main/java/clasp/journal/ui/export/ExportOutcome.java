package clasp.journal.ui.export;

import clasp.journal.export.Exported;

/// What came of an export. Immutable.
///
/// @param matches how many entries matched among those that were there when it began
/// @param lastSeq the latest seq when it began: what came later is not in the file
/// @param grown whether something came later, before it ended
record ExportOutcome(Exported exported, FileKind kind, long matches, long lastSeq, boolean grown) {
    ExportOutcome withMatches(long counted) {
        return new ExportOutcome(exported, kind, counted, lastSeq, grown);
    }
}
