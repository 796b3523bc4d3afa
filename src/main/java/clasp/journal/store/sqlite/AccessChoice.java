package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Damage;
import clasp.journal.store.JournalException;
import clasp.journal.store.LogReport;
import clasp.journal.store.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Decides how a file can be read without leaving a trace. Called under [FileUse#opening()].
final class AccessChoice {
    private static final Salvage.Found NOTHING = Salvage.Found.nothing();

    private AccessChoice() {}

    /// @param damaged whether the file is known to be, so that what is left of it is wanted; where somebody else has
    ///     it open, it is read as it is
    /// @throws JournalException when it is no database, or cannot be read
    static Access choose(JournalFile file, boolean damaged, Progress progress, Cancellation cancellation) {
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
        boolean hot = RollbackJournal.isHot(file);
        // Every change keeps the first page beside the file, and only SQLite puts it in its place.
        DatabaseHeader header = damaged || hot ? DatabaseHeader.readOrSuppose(file) : DatabaseHeader.read(file);
        if (LockProbe.inUseElsewhere(file)) {
            return live(file, stamp, header.pageSize(), CoreTexts.text("store.note.openElsewhere"));
        }
        if (header.missingPages() > 0) {
            // Or only the size of its pages is wrong.
            header = DatabaseHeader.readOrSuppose(file);
        }
        boolean log = hasLog(file, stamp);
        boolean salvage = (damaged || header.supposed() && !hot) && header.hasPages();
        if (!log && !hot) {
            return header.missingPages() > 0 || salvage
                    ? left(file, stamp, header, progress, cancellation)
                    : withoutLog(file, stamp);
        }
        return copied(file, stamp, header, log, salvage, progress, cancellation);
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
    private static Access left(
            JournalFile file, FileStamp stamp, DatabaseHeader header, Progress progress, Cancellation cancellation) {
        Remnant remnant = Remnant.of(file, header.missingPages(), header.pages());
        var found = new AtomicReference<>(NOTHING);
        PrivateCopy copy = PrivateCopy.filled(file, remnant.whyCopied(), target -> {
            target.noteOriginals(file, cancellation);
            found.set(Salvage.write(file, header, target.file().path(), progress, cancellation));
        });
        if (found.get().isNothing()) {
            copy.close();
            remnant.refuseNothing();
            return new Access.Immutable(
                    file,
                    stamp,
                    true,
                    List.of(CoreTexts.text("store.cutOff.nothing", remnant.what())),
                    Optional.empty());
        }
        if (!FileStamp.of(file).equals(stamp)) {
            copy.close();
            throw new JournalException(CoreTexts.text("store.changed.open", file.name()));
        }
        return new Access.Copied(copy, stamp, true, List.of(remnant.note(found.get())), -1, remnant.damage());
    }

    private static Access.Copied copied(
            JournalFile file,
            FileStamp stamp,
            DatabaseHeader header,
            boolean log,
            boolean salvage,
            Progress progress,
            Cancellation cancellation) {
        PrivateCopy copy = PrivateCopy.of(file, stamp, progress, cancellation);
        try {
            List<String> notes = new ArrayList<>();
            boolean undoable = log || RollbackJournal.isWhole(copy.file());
            notes.add(CoreTexts.text(
                    log ? "store.note.leftInLog" : undoable ? "store.note.halfDone" : "store.note.halfUndone"));
            long frames = -1;
            boolean lost = !undoable;
            Damage damage = Damage.NONE;
            if (!log && salvage) {
                RollbackJournal.undo(copy.file());
                DatabaseHeader undone = DatabaseHeader.readOrSuppose(copy.file());
                Remnant remnant = Remnant.of(file, undone.missingPages(), undone.pages());
                copy = salvaged(file, copy, remnant, null, notes, progress, cancellation);
                damage = remnant.damage();
                lost = true;
            }
            if (log) {
                WalFile wal = copy.examineLog(frame -> {}, cancellation);
                frames = wal.frames();
                lost = wal.damage().loses();
                LogDamageNote.of(wal).ifPresent(notes::add);
                LogReplay whole = LogReplay.examine(copy.file(), header, salvage, cancellation);
                if (whole.missing() > 0 || salvage) {
                    Remnant remnant = Remnant.of(file, whole.missing(), whole.pages());
                    LogReport held = SalvagedLog.report(copy, header, cancellation);
                    whole.apply(header, cancellation);
                    copy = salvaged(file, copy, remnant, held, notes, progress, cancellation);
                    damage = remnant.damage();
                    frames = -1;
                    lost = true;
                }
            }
            if (!FileStamp.of(file).equals(stamp)) {
                throw new JournalException(CoreTexts.text("store.changed.open", file.name()));
            }
            return new Access.Copied(copy, stamp, lost, List.copyOf(notes), frames, damage);
        } catch (IOException e) {
            copy.close();
            throw JournalFile.cannot(CoreTexts.text("store.cannot.readLog", file.name()), e);
        } catch (RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    /// What the database and its log hold together; the copy as it is where there is nothing of a journal in it.
    ///
    /// @param log null where there is none
    /// @param notes takes what whoever opens the file should know of that
    private static PrivateCopy salvaged(
            JournalFile file,
            PrivateCopy copy,
            Remnant remnant,
            @Nullable LogReport log,
            List<String> notes,
            Progress progress,
            Cancellation cancellation) {
        var found = new AtomicReference<>(NOTHING);
        PrivateCopy left = PrivateCopy.filled(
                file,
                remnant.whyCopied(),
                target -> found.set(Salvage.write(
                        copy.file(),
                        DatabaseHeader.readOrSuppose(copy.file()),
                        target.file().path(),
                        progress,
                        cancellation)));
        left.inherit(copy, log);
        if (found.get().isNothing()) {
            left.close();
            remnant.refuseNothing();
            notes.add(CoreTexts.text("store.cutOff.nothing", remnant.what()));
            return copy;
        }
        notes.add(remnant.note(found.get()));
        copy.close();
        return left;
    }
}
