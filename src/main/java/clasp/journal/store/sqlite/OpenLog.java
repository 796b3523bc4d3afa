package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import clasp.journal.store.LogDamage;
import clasp.journal.store.LogReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The log of a journal while its writer has it open. Only frames are judged that the shared memory calls
/// committed, and only when it says before and after they were read that the log was not begun anew: those are
/// never written again, however much is appended meanwhile. Thread-safe.
final class OpenLog {
    private static final int ATTEMPTS = 3;

    private final JournalFile file;
    private final SharedIndex index;

    OpenLog(JournalFile file) {
        this.file = file;
        this.index = FileUse.of(file).index();
    }

    /// Empty when nothing is wrong, or nothing can be said for certain. Called while SQLite has the database
    /// open in this process.
    Optional<LogReport> report(Cancellation cancellation) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<WalIndex> before = index.read(file.shm()).filter(WalIndex::needsLog);
            if (before.isEmpty()) {
                return Optional.empty();
            }
            Intact intact = Intact.read(file.wal(), before.get(), cancellation);
            Optional<WalIndex> after = index.read(file.shm());
            if (after.filter(now -> now.continues(before.get())).isPresent()) {
                return report(intact, before.get().frames(), after.get().settled());
            }
        }
        return Optional.empty();
    }

    /// @param settled frames that would not be missed
    private static Optional<LogReport> report(Intact intact, long committed, long settled) {
        long lost = committed - Math.max(intact.frames(), settled);
        if (lost <= 0) {
            return Optional.empty();
        }
        var damage = new LogDamage(LogDamage.Cause.IN_USE, lost, intact.header() ? intact.frames() + 1 : 0, false);
        return Optional.of(LogReport.of(intact.frames(), damage));
    }

    /// What would be read of the log after a crash. Immutable.
    ///
    /// @param header whether its beginning is sound
    /// @param frames how many frames from its beginning on
    private record Intact(boolean header, long frames) {
        static Intact read(Path wal, WalIndex index, Cancellation cancellation) {
            if (Files.notExists(wal)) {
                return new Intact(false, 0);
            }
            long[] intact = {0};
            try {
                WalHeader header = WalFrames.read(
                                wal,
                                0,
                                index.frames(),
                                frame -> intact[0] = frame.intact() ? frame.number() : intact[0],
                                cancellation)
                        .header();
                boolean sound = header.sound() && header.salts() == index.salts();
                return new Intact(sound, sound ? intact[0] : 0);
            } catch (IOException e) {
                System.getLogger(OpenLog.class.getName())
                        .log(System.Logger.Level.DEBUG, "The log " + wal + " cannot be read", e);
                // Nothing can be said of it.
                return new Intact(true, Long.MAX_VALUE);
            }
        }
    }
}
