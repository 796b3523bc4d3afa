package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionOutcome;
import clasp.journal.store.CompactionPreview;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.CompactionSnapshot;
import clasp.journal.store.CompactionStep;
import clasp.journal.store.Compactor;
import clasp.journal.store.Damage;
import clasp.journal.store.JournalException;
import clasp.journal.store.LogDamage;
import clasp.journal.store.Progress;
import clasp.journal.store.RestoreOutcome;
import clasp.journal.store.RowIndex;
import clasp.journal.store.SiblingName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Compacts a journal file. The steps, each of which leaves a whole journal wherever it is broken off: a
/// copy as backup; one transaction that stores the snapshot and deletes; VACUUM, whose failure costs only
/// the space. Thread-safe.
final class SqliteCompactor implements Compactor {
    private final SqliteReader reader;
    private final JournalFile file;
    private final FileUse use;

    SqliteCompactor(SqliteReader reader) {
        this.reader = reader;
        this.file = reader.source().file();
        this.use = FileUse.of(file);
    }

    /// Asks who has the file open; readers of this process that take part in its locks wait meanwhile.
    CompactionAccess access() {
        CompactionAccess access = whileAlone(() -> WriteAccess.refusal(file, use)
                .<CompactionAccess>map(CompactionAccess.Unavailable::new)
                .or(() -> wouldLose().map(reason -> new CompactionAccess.OnlyRestore(reason, this)))
                .orElseGet(() -> new CompactionAccess.Available(this)));
        return access instanceof CompactionAccess.OnlyRestore(String reason, Compactor restorer)
                ? new CompactionAccess.OnlyRestore(withOnlyInLog(reason), restorer)
                : access;
    }

    /// Says, too, what a copy lacks that is made without a damaged log.
    private String withOnlyInLog(String reason) {
        if (reader.damage() != Damage.NONE) {
            return reason;
        }
        return reader.log(Cancellation.none())
                .filter(log -> log.damage().cause() != LogDamage.Cause.MISSING)
                .map(log -> Long.toString(log.entriesOnlyInLog() + log.entriesLost()))
                .map(entries -> reason + " " + CoreTexts.text("store.compact.onlyInLog", entries))
                .orElse(reason);
    }

    @Override
    public OptionalLong safePoint(Cancellation cancellation) {
        return CompactionSnapshot.latestUsable(reader, cancellation)
                .map(snapshot -> OptionalLong.of(snapshot.info().seqAt()))
                .orElse(OptionalLong.empty());
    }

    @Override
    public long keepingLast(long entries, Cancellation cancellation) {
        if (entries <= 0) {
            return reader.state().highestSeqGiven() + 1;
        }
        RowIndex all = reader.rowIndex(Filter.ALL, Progress.NONE, cancellation);
        return all.rows() == 0 ? 1 : all.seqAt(Math.max(0, all.rows() - entries));
    }

    @Override
    public CompactionPreview preview(long beforeSeq, Progress progress, Cancellation cancellation) {
        return new CompactionSurvey(reader, beforeSeq).preview(progress, cancellation);
    }

    @Override
    public CompactionOutcome compact(CompactionOrder order, CompactionProgress progress, Cancellation cancellation) {
        return oneAtATime(() -> {
            require(whileAlone(this::refusal));
            requireSound(progress.of(CompactionStep.LOOKING_THROUGH), cancellation);
            Optional<CompactionSnapshot> snapshot = Optional.empty();
            if (order.snapshotFirst()) {
                snapshot = Optional.of(
                        CompactionSnapshot.of(reader, progress.of(CompactionStep.TAKING_SNAPSHOT), cancellation));
            }
            FileStamp before = FileStamp.of(file);
            if (order.backup() != null) {
                new JournalBackup(file).write(order.backup(), progress, cancellation);
            }
            cancellation.check();
            CompactionRun run = whileAlone(() -> {
                require(refusal());
                if (!FileStamp.of(file).equals(before)) {
                    throw new JournalException(CoreTexts.text("store.compact.changed", file.name()));
                }
                return CompactionRun.open(file, use);
            });
            CompactionOutcome outcome;
            try {
                outcome = run.compact(order, snapshot, before.sizeBytes(), progress, cancellation);
            } finally {
                // The writer closes as the last one, so that no log stays behind.
                whileAlone(() -> {
                    run.close();
                    if (order.forClaspRouter()) {
                        // The newest entry may have another revision now; it is the same journal all the same.
                        use.replacedHere();
                    }
                    return true;
                });
            }
            return new CompactionOutcome(
                    outcome.removed(),
                    outcome.sizeBefore(),
                    FileStamp.of(file).sizeBytes(),
                    outcome.backup(),
                    outcome.warning());
        });
    }

    @Override
    public Path suggestBackup(Path folder) {
        Path wanted = SiblingName.of(file.path(), "-backup");
        for (int i = 2; JournalFile.of(wanted).parts().stream().anyMatch(Files::exists); i++) {
            wanted = SiblingName.of(file.path(), "-backup-" + i);
        }
        return wanted;
    }

    @Override
    public RestoreOutcome restore(Path backup, CompactionProgress progress, Cancellation cancellation) {
        return oneAtATime(() -> {
            requireAccess();
            try (JournalBackup.Prepared prepared =
                    new JournalBackup(file).prepareRestore(backup, progress, cancellation)) {
                ReplacedCopy replaced = ReplacedCopy.of(file, progress.of(CompactionStep.KEEPING), cancellation);
                cancellation.check();
                Optional<String> damage = whileAlone(() -> {
                    requireAccess();
                    Optional<String> found = replaced.damage(file, reader.damage(), cancellation);
                    try (WritingClaim claim = WritingClaim.take(file, use, "store.restore.claimed")) {
                        prepared.putInPlace(found.isPresent(), () -> replaced.requireUnchanged(file));
                    }
                    use.restored();
                    use.replacedHere();
                    return found;
                });
                List<String> notes = Stream.concat(prepared.lacks().stream(), damage.stream())
                        .toList();
                return new RestoreOutcome(notes, replaced.path());
            }
        });
    }

    /// Why nothing can be compacted; empty when something can.
    private Optional<String> refusal() {
        return WriteAccess.refusal(file, use).or(this::wouldLose);
    }

    private Optional<String> wouldLose() {
        return reader.damage() == Damage.NONE
                ? DamagedLog.refusal(file)
                : Optional.of(CoreTexts.text("store.compact.damaged", file.name()));
    }

    /// It may be damaged where nobody has read yet.
    private void requireSound(Progress progress, Cancellation cancellation) {
        boolean sound = reader.source()
                .read(
                        Attempt.to("store.tried.survey"),
                        cancellation,
                        connection -> new SoundnessCheck(connection).run(progress));
        if (!sound) {
            reader.source().noteDamage();
            throw new JournalException(CoreTexts.text("store.compact.damaged", file.name()));
        }
    }

    /// A backup takes the place of a damaged log, too.
    private void requireAccess() {
        require(whileAlone(() -> WriteAccess.refusal(file, use)));
    }

    private static void require(Optional<String> refusal) {
        refusal.ifPresent(reason -> {
            throw new JournalException(reason);
        });
    }

    private <T> T whileAlone(Supplier<T> work) {
        return use.alone(() -> {
            use.opening().lock();
            try {
                return work.get();
            } finally {
                use.opening().unlock();
            }
        });
    }

    private <T> T oneAtATime(Supplier<T> work) {
        if (!use.changing().tryLock()) {
            throw new JournalException(CoreTexts.text("store.compact.running", file.name()));
        }
        try {
            return work.get();
        } finally {
            use.changing().unlock();
        }
    }
}
