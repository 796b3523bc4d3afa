package clasp.journal.store.memory;

import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionOutcome;
import clasp.journal.store.CompactionPreview;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.CompactionSnapshot;
import clasp.journal.store.CompactionStep;
import clasp.journal.store.Compactor;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.RestoreOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Compacts a journal in memory. Its backups are files of JSON Lines, see [MemoryBackup]. Thread-safe.
final class MemoryCompactor implements Compactor {
    private final MemoryJournal journal;

    MemoryCompactor(MemoryJournal journal) {
        this.journal = journal;
    }

    @Override
    public OptionalLong safePoint(Cancellation cancellation) {
        return CompactionSnapshot.latestUsable(journal, cancellation)
                .map(snapshot -> OptionalLong.of(snapshot.info().seqAt()))
                .orElse(OptionalLong.empty());
    }

    @Override
    public long keepingLast(long entries, Cancellation cancellation) {
        MemoryContent content = journal.content();
        int size = content.entries().size();
        if (entries <= 0) {
            return content.highestSeqGiven() + 1;
        }
        return size == 0
                ? 1
                : content.entries().get((int) Math.max(0, size - entries)).seq();
    }

    @Override
    public CompactionPreview preview(long beforeSeq, Progress progress, Cancellation cancellation) {
        return new CompactionLoss(journal.content(), beforeSeq)
                .preview(journal.info().sizeBytes(), cancellation);
    }

    @Override
    public synchronized CompactionOutcome compact(
            CompactionOrder order, CompactionProgress progress, Cancellation cancellation) {
        long sizeBefore = journal.info().sizeBytes();
        Path backup = order.backup();
        if (backup != null) {
            MemoryBackup.write(journal.content(), backup, progress.of(CompactionStep.BACKING_UP), cancellation);
        }
        String warning = null;
        if (order.snapshotFirst()) {
            warning = snapshot(progress.of(CompactionStep.TAKING_SNAPSHOT), cancellation);
        }
        cancellation.check();
        progress.begin(CompactionStep.DELETING);
        long removed = order.forClaspRouter()
                ? journal.compactForRouter(order.beforeSeq())
                : journal.compact(order.beforeSeq());
        return new CompactionOutcome(removed, sizeBefore, journal.info().sizeBytes(), backup, warning);
    }

    private @Nullable String snapshot(Progress progress, Cancellation cancellation) {
        CompactionSnapshot state = CompactionSnapshot.of(journal, progress, cancellation);
        cancellation.check();
        journal.snapshot(state.params());
        return state.warning();
    }

    @Override
    public Path suggestBackup(Path folder) {
        String name = journal.info().stem() + "-backup";
        Path wanted = folder.resolve(name + ".jsonl");
        for (int i = 2; Files.exists(wanted); i++) {
            wanted = folder.resolve(name + "-" + i + ".jsonl");
        }
        return wanted;
    }

    @Override
    public Optional<JournalReader> backup(Path file, Progress progress, Cancellation cancellation) {
        MemoryContent content = MemoryBackup.read(file, progress, cancellation);
        var held = new MemoryJournal(
                String.valueOf(file.getFileName()),
                Math.max(1, content.entries().size()),
                Math.max(1, content.snapshots().size()),
                InstantSource.system());
        held.restore(content);
        return Optional.of(held);
    }

    @Override
    public synchronized RestoreOutcome restore(Path backup, CompactionProgress progress, Cancellation cancellation) {
        MemoryContent content = MemoryBackup.read(backup, progress.of(CompactionStep.RESTORING), cancellation);
        cancellation.check();
        journal.restore(content);
        return new RestoreOutcome(List.of(), null);
    }
}
