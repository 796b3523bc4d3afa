package clasp.journal.ui.compaction;

import clasp.journal.model.TimeRange;
import clasp.journal.recovery.ScriptedJournal;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionOutcome;
import clasp.journal.store.CompactionPreview;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.CompactionStep;
import clasp.journal.store.Compactor;
import clasp.journal.store.JournalException;
import clasp.journal.store.Progress;
import clasp.journal.store.RestoreOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/// A compactor of 20,000 entries that does as it is told. Entries from seq 15,001 on are not covered by its
/// snapshot. Thread-safe as far as the tests need.
final class ScriptedCompactor implements Compactor {
    static final long ENTRIES = 20_000;

    final List<CompactionOrder> orders = new ArrayList<>();
    /// Deletes from the journal.
    volatile LongConsumer deleting = beforeSeq -> {};

    final List<Path> restored = new ArrayList<>();
    volatile RestoreOutcome restoreOutcome = new RestoreOutcome(List.of(), null);
    volatile OptionalLong safePoint = OptionalLong.of(15_000);
    volatile String failure = "";
    volatile String warning = "";
    volatile String unreadable = "";
    /// Work waits here, half done, until the latch opens or it is cancelled.
    volatile CountDownLatch gate = new CountDownLatch(0);

    /// Previews wait here.
    volatile CountDownLatch previewGate = new CountDownLatch(0);

    /// The safe point is found here.
    volatile CountDownLatch safePointGate = new CountDownLatch(0);

    @Override
    public OptionalLong safePoint(Cancellation cancellation) {
        try (var registration = cancellation.onCancel(safePointGate::countDown)) {
            safePointGate.await();
        } catch (InterruptedException e) {
            throw new CancelledException();
        }
        return safePoint;
    }

    @Override
    public long keepingLast(long entries, Cancellation cancellation) {
        return Math.max(1, ENTRIES - entries + 1);
    }

    @Override
    public CompactionPreview preview(long beforeSeq, Progress progress, Cancellation cancellation) {
        progress.report(60, 100);
        try {
            previewGate.await();
        } catch (InterruptedException e) {
            throw new CancelledException();
        }
        if (!unreadable.isEmpty()) {
            throw new JournalException(unreadable);
        }
        long removed = Math.clamp(beforeSeq - 1, 0, ENTRIES);
        long uncovered = Math.max(0, Math.min(beforeSeq, ENTRIES) - safePoint.orElse(0) - 1) / 10;
        return new CompactionPreview(
                beforeSeq,
                removed,
                ENTRIES - removed,
                4_067_328,
                4_067_328 - removed * 190,
                LongStream.range(0, Math.min(uncovered, CompactionPreview.MAX_LISTED))
                        .mapToObj(i -> "/lumen/scene/" + i + "/opacity")
                        .toList(),
                uncovered,
                List.of(),
                0,
                removed == 0 ? null : new TimeRange(ScriptedJournal.time(1), ScriptedJournal.time(removed)));
    }

    @Override
    public CompactionOutcome compact(CompactionOrder order, CompactionProgress progress, Cancellation cancellation) {
        progress.report(CompactionStep.BACKING_UP, 100, 100);
        work(progress.of(CompactionStep.DELETING), cancellation);
        orders.add(order);
        deleting.accept(order.beforeSeq());
        return new CompactionOutcome(
                order.beforeSeq() - 1,
                4_067_328,
                order.vacuum() ? 1_217_000 : 4_067_328,
                order.backup(),
                warning.isEmpty() ? null : warning);
    }

    @Override
    public Path suggestBackup(Path folder) {
        return Path.of("/shows/2024/session-20k.backup-1.db");
    }

    @Override
    public RestoreOutcome restore(Path backup, CompactionProgress progress, Cancellation cancellation) {
        work(progress.of(CompactionStep.RESTORING), cancellation);
        restored.add(backup);
        return restoreOutcome;
    }

    private void work(Progress progress, Cancellation cancellation) {
        progress.report(42, 100);
        try (var registration = cancellation.onCancel(gate::countDown)) {
            gate.await();
        } catch (InterruptedException e) {
            throw new CancelledException();
        }
        cancellation.check();
        if (!failure.isEmpty()) {
            throw new JournalException(failure);
        }
    }
}
