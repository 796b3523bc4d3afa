package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
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
    private AccessChoice() {}

    /// @throws JournalException when it is no database, or cannot be read
    static Access choose(JournalFile file, Progress progress, Cancellation cancellation) {
        FileStamp stamp = FileStamp.of(file);
        file.refuseOddCompanions();
        FileUse use = FileUse.of(file);
        if (use.lockedHere()) {
            return live(
                    file,
                    stamp,
                    4096,
                    CoreTexts.text(use.writtenHere() ? "store.note.writtenHere" : "store.note.openElsewhere"));
        }
        DatabaseHeader header = DatabaseHeader.read(file);
        if (LockProbe.inUseElsewhere(file)) {
            return live(file, stamp, header.pageSize(), CoreTexts.text("store.note.openElsewhere"));
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
        PrivateCopy copy =
                PrivateCopy.filled(file, CoreTexts.text("store.copy.left", header.truncation(file)), target -> {
                    target.noteOriginals(file, cancellation);
                    found[0] = Salvage.write(file, header, target.file().path(), progress, cancellation);
                });
        if (found[0] == 0) {
            copy.close();
            return new Access.Immutable(
                    file,
                    stamp,
                    true,
                    List.of(CoreTexts.text("store.cutOff.nothing", header.truncation(file))),
                    Optional.empty());
        }
        if (!FileStamp.of(file).equals(stamp)) {
            copy.close();
            throw new JournalException(CoreTexts.text("store.changed.open", file.name()));
        }
        return new Access.Copied(
                copy, stamp, true, List.of(CoreTexts.text("store.cutOff.left", header.truncation(file))), -1);
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
            notes.add(CoreTexts.text(log ? "store.note.leftInLog" : "store.note.halfDone"));
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
                    notes.add(CoreTexts.text(
                            "store.cutOff.left", DatabaseHeader.truncation(file, whole.missing(), whole.pages())));
                    frames = -1;
                    lost = true;
                }
            }
            if (!FileStamp.of(file).equals(stamp)) {
                throw new JournalException(CoreTexts.text("store.changed.open", file.name()));
            }
            return new Access.Copied(copy, stamp, lost, List.copyOf(notes), frames);
        } catch (IOException e) {
            copy.close();
            throw JournalFile.cannot(CoreTexts.text("store.cannot.readLog", file.name()), e);
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
                CoreTexts.text("store.copy.left", DatabaseHeader.truncation(file, whole.missing(), whole.pages())),
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
