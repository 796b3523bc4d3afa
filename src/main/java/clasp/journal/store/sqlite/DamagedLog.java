package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.FileReason;
import clasp.journal.store.JournalException;
import clasp.journal.store.LogDamage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/// A log of which SQLite would throw away something that was committed, as it begins it anew when somebody writes.
/// Immutable.
///
/// @param told what is wrong with it, as a sentence
/// @param content what its frames hold
record DamagedLog(String told, LogReader.Content content) {
    /// Empty when SQLite reads all of the log, or there is none. Called under [FileUse#opening()], when nobody has the
    /// file open.
    static Optional<DamagedLog> of(JournalFile file, Cancellation cancellation) throws IOException {
        boolean nothing = Files.size(file.path()) == 0;
        if (nothing && Files.notExists(file.wal())) {
            // Shared memory alone tells nothing of a journal that is new.
            return Optional.empty();
        }
        WalIndex index = WalIndex.read(file.shm()).orElse(null);
        int pageSize = nothing ? 0 : pageSize(file);
        LogReader.Content content =
                LogReader.Content.of(visitor -> WalFile.examine(file.wal(), pageSize, index, visitor, cancellation));
        WalFile log = content.file();
        if (nothing && log.frames() > 0) {
            return Optional.of(new DamagedLog(
                    CoreTexts.text("store.log.nothing", Long.toString(log.frames()), Long.toString(log.frames())),
                    content));
        }
        return log.damage().loses()
                ? LogDamageNote.lost(log).map(told -> new DamagedLog(told, content))
                : Optional.empty();
    }

    /// 0 where the database does not say.
    private static int pageSize(JournalFile file) {
        try {
            return DatabaseHeader.read(file).pageSize();
        } catch (JournalException noDatabase) {
            return 0;
        }
    }

    /// The seqs of entries that are seen in frames which SQLite does not read.
    ///
    /// @param latestSeq of what SQLite reads
    List<SeqRange> lostAfter(long latestSeq) {
        return content.lostAfter(latestSeq);
    }

    /// Why the journal must not be compacted, as a sentence; empty when its log is sound, or there is none. Called
    /// under [FileUse#opening()], when nobody has the file open.
    static Optional<String> refusal(JournalFile file) {
        try {
            return of(file, Cancellation.none())
                    .map(log -> CoreTexts.text(
                            log.missing() ? "store.compact.logMissing" : "store.compact.logDamaged",
                            file.name(),
                            log.told(),
                            LogDamageNote.advice(log.content().file())));
        } catch (IOException e) {
            return Optional.of(CoreTexts.text("store.compact.logUnread", file.name(), FileReason.of(e)));
        }
    }

    private boolean missing() {
        return content.file().damage().cause() == LogDamage.Cause.MISSING;
    }
}
