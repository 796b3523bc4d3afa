package clasp.journal.ui.compaction;

import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.LogDamage;
import clasp.journal.store.MissingEntriesException;
import clasp.journal.store.Progress;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a backup holds, to be seen before it takes the journal's place. Immutable.
///
/// @param time empty without entries
/// @param snapshots oldest first
/// @param lacks what of it cannot be read, or may be missing, as sentences; empty when it is whole
record BackupContent(
        long entries, JournalState state, Optional<TimeRange> time, List<SnapshotInfo> snapshots, List<String> lacks) {
    BackupContent {
        lacks = List.copyOf(lacks);
        snapshots = List.copyOf(snapshots);
    }

    /// Looks into the file, and changes nothing on it. Blocks.
    ///
    /// @param journal where the journal lies
    /// @param opener how the backup is opened
    /// @throws JournalException when it is the journal itself, or none
    static BackupContent of(
            Path backup,
            Optional<Path> journal,
            Job<JournalReader> opener,
            Progress progress,
            Cancellation cancellation)
            throws Exception {
        if (journal.isPresent() && isSame(backup, journal.get())) {
            throw new JournalException(Texts.text("compaction.restore.itself", backup.toString()));
        }
        try (JournalReader reader = opener.run(progress, cancellation)) {
            // First, as what is counted in a file that is known to be damaged is what can be read.
            List<String> lacks = lacks(reader, cancellation);
            return new BackupContent(
                    reader.count(Filter.ALL, progress, cancellation),
                    reader.state(),
                    reader.timeSpan(),
                    reader.snapshots(),
                    lacks);
        }
    }

    private static List<String> lacks(JournalReader backup, Cancellation cancellation) {
        JournalInfo info = backup.info();
        boolean damaged = backup.log(cancellation)
                .filter(log -> log.damage().cause() != LogDamage.Cause.NONE)
                .isPresent();
        List<String> lacks = new ArrayList<>(damaged || info.incomplete() ? info.notes() : List.of());
        try {
            backup.lookThrough(cancellation);
        } catch (MissingEntriesException e) {
            lacks.add(Texts.text("compaction.restore.missing", NumberText.seq(e.firstMissing())));
        } catch (DamagedException e) {
            lacks.add(Texts.text("compaction.restore.damaged"));
        }
        return lacks;
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            // Whoever opens it says what is wrong.
            return false;
        }
    }
}
