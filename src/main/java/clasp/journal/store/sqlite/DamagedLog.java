package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import clasp.journal.store.FileReason;
import java.io.IOException;
import java.util.Optional;

/// Keeps a log that cannot be read in part or whole from being thrown away: SQLite begins it anew when somebody writes.
/// Stateless.
final class DamagedLog {
    private DamagedLog() {}

    /// Why the journal must not be compacted, as a sentence; empty when its log is sound, or there is none. Called
    /// under
    /// [FileUse#opening()], when nobody has the file open.
    static Optional<String> refusal(JournalFile file) {
        if (!FileStamp.of(file).wal().hasContent()) {
            return Optional.empty();
        }
        String subject = "“" + file.name() + "” is not compacted, as that would throw away what is left of its log. ";
        try {
            WalFile log = WalFile.examine(
                    file.wal(),
                    DatabaseHeader.read(file).pageSize(),
                    WalIndex.read(file.shm()).orElse(null),
                    frame -> {},
                    Cancellation.none());
            return LogDamageNote.of(log)
                    .filter(note -> log.damage().loses())
                    .map(note -> subject + note + " A copy from which the -wal file is removed can be compacted.");
        } catch (IOException e) {
            return Optional.of(subject + "The log cannot be read (" + FileReason.of(e) + ").");
        }
    }
}
