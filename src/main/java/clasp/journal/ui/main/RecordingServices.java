package clasp.journal.ui.main;

import clasp.journal.export.Exporter;
import clasp.journal.ui.recording.RecordingAccess;

/// What a window needs for recordings. Immutable.
///
/// @param access how a running router is reached
/// @param sessions writes whole sessions, with their snapshots, as journal files
public record RecordingServices(RecordingAccess access, Exporter sessions) {}
