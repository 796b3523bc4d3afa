package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.LogReport;
import clasp.journal.store.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides how a file can be read without leaving a trace. Called under [FileUse#opening()].
final class AccessChoice {
    private static final String OPEN_ELSEWHERE = "Another program has this journal open. What it adds appears here.";
    private static final String WRITTEN_HERE = "This program is writing this journal. What it adds appears here.";

    private static final String PRIVATE_COPY = " You see a private copy of both; the original stays as it is. Whoever"
            + " copies the journal has to copy all of its files.";
    private static final String LEFT_IN_LOG = "The program that wrote this journal did not close it, and its last"
            + " entries are still in the file beside it whose name ends in -wal." + PRIVATE_COPY;
    private static final String LEFT_HALF_DONE = "The program that wrote this journal did not close it and was in the"
            + " middle of a change, which is undone with the help of the file beside it whose name ends in -journal."
            + PRIVATE_COPY;

    private static final String TO_BE_COPIED = " What is left has to be copied before it can be read";
    private static final String NOTHING_LEFT = " Copy it again from where it comes, or take a backup.";
    private static final String LEFT_OVER = " What is left is shown from a private copy; the other entries are lost,"
            + " unless there is a complete copy of the file: copy it again from where it comes, or take a backup.";

    private AccessChoice() {}

    /// @throws JournalException when it is no database, or cannot be read
    static Access choose(JournalFile file, Progress progress, Cancellation cancellation) {
        FileStamp stamp = FileStamp.of(file);
        file.refuseOddCompanions();
        FileUse use = FileUse.of(file);
        if (use.lockedHere()) {
            return live(file, stamp, 4096, use.writtenHere() ? WRITTEN_HERE : OPEN_ELSEWHERE);
        }
        DatabaseHeader header = DatabaseHeader.read(file);
        if (LockProbe.inUseElsewhere(file)) {
            return live(file, stamp, header.pageSize(), OPEN_ELSEWHERE);
        }
        boolean log = hasLog(file, stamp);
        boolean hot = RollbackJournal.isHot(file);
        if (!log && !hot) {
            return header.missingPages() == 0
                    ? withoutLog(file, stamp)
                    : cutOff(file, stamp, header, progress, cancellation);
        }
        return copied(file, stamp, header, log, progress, cancellation);
    }

    /// Where shared memory tells of a log that is missing, that is said. An orderly end leaves no shared
    /// memory: SQLite removes that first, and then the log.
    private static Access.Immutable withoutLog(JournalFile file, FileStamp stamp) {
        WalIndex index = stamp.wal().size() < 0 ? WalIndex.read(file.shm()).orElse(null) : null;
        WalFile wal = WalFile.missing(index);
        return new Access.Immutable(
                file,
                stamp,
                false,
                LogDamageNote.of(wal).map(List::of).orElse(List.of()),
                wal.damage().loses() ? Optional.of(LogReport.of(0, wal.damage())) : Optional.empty());
    }

    /// Also where only the shared memory tells that there was something in a log which is empty now.
    private static boolean hasLog(JournalFile file, FileStamp stamp) {
        long size = stamp.wal().size();
        return size > WalHeader.SIZE
                || size >= 0
                        && WalIndex.read(file.shm()).filter(WalIndex::needsLog).isPresent();
    }

    private static Access.Live live(JournalFile file, FileStamp stamp, int pageSize, String note) {
        return new Access.Live(file, stamp, List.of(note), pageSize);
    }

    /// What is left is shown from a copy, as the trees that lead to it have lost their branches. Where nothing of a
    /// journal is left, SQLite says what it makes of the file.
    private static Access cutOff(
            JournalFile file, FileStamp stamp, DatabaseHeader header, Progress progress, Cancellation cancellation) {
        long[] found = new long[1];
        PrivateCopy copy = PrivateCopy.filled(file, header.truncation(file) + TO_BE_COPIED, target -> {
            target.noteOriginals(file, cancellation);
            found[0] = Salvage.write(file, header, target.file().path(), progress, cancellation);
        });
        if (found[0] == 0) {
            copy.close();
            return new Access.Immutable(
                    file, stamp, true, List.of(header.truncation(file) + NOTHING_LEFT), Optional.empty());
        }
        if (!FileStamp.of(file).equals(stamp)) {
            copy.close();
            throw new JournalException("“" + file.name() + "” changed while it was copied. Open it again.");
        }
        return new Access.Copied(copy, stamp, true, List.of(header.truncation(file) + LEFT_OVER), -1);
    }

    private static Access.Copied copied(
            JournalFile file,
            FileStamp stamp,
            DatabaseHeader header,
            boolean log,
            Progress progress,
            Cancellation cancellation) {
        PrivateCopy copy = PrivateCopy.of(file, stamp, progress, cancellation);
        try {
            List<String> notes = new ArrayList<>();
            notes.add(log ? LEFT_IN_LOG : LEFT_HALF_DONE);
            long frames = -1;
            boolean lost = false;
            if (log) {
                WalFile wal = copy.examineLog(frame -> {}, cancellation);
                frames = wal.frames();
                lost = wal.damage().loses();
                LogDamageNote.of(wal).ifPresent(notes::add);
                LogReplay whole = LogReplay.examine(copy.file(), header, cancellation);
                if (whole.missing() > 0) {
                    LogReport held = SalvagedLog.report(copy, header, cancellation);
                    whole.apply(header, cancellation);
                    copy = salvaged(file, copy, whole, held, progress, cancellation);
                    notes.add(DatabaseHeader.truncation(file, whole.missing(), whole.pages()) + LEFT_OVER);
                    frames = -1;
                    lost = true;
                }
            }
            if (!FileStamp.of(file).equals(stamp)) {
                throw new JournalException("“" + file.name() + "” changed while it was copied. Open it again.");
            }
            return new Access.Copied(copy, stamp, lost, List.copyOf(notes), frames);
        } catch (IOException e) {
            copy.close();
            throw JournalFile.cannotBe("read", "The log of “" + file.name() + "”", e);
        } catch (RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    /// What the database and its log hold together; the copy as it is where there is nothing of a journal in it.
    private static PrivateCopy salvaged(
            JournalFile file,
            PrivateCopy copy,
            LogReplay whole,
            LogReport log,
            Progress progress,
            Cancellation cancellation) {
        long[] found = new long[1];
        PrivateCopy left = PrivateCopy.filled(
                file,
                DatabaseHeader.truncation(file, whole.missing(), whole.pages()) + TO_BE_COPIED,
                target -> found[0] = Salvage.write(
                        copy.file(),
                        DatabaseHeader.read(copy.file()),
                        target.file().path(),
                        progress,
                        cancellation));
        left.inherit(copy, log);
        (found[0] == 0 ? left : copy).close();
        return found[0] == 0 ? copy : left;
    }
}
