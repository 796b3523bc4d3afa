package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.JournalException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Lets many threads append with few commits. There is no writer thread and no waiting for a batch to fill: whoever
/// finds nobody committing takes all that is queued, its own request included, and commits it in one transaction, while
/// the others queue up what will be the next one. A single thread so pays for nothing but its own commit.
///
/// Those whose entries were committed together usually come back together, but one of them is the first, and would
/// commit its next entry alone, and the one after, while the others still wait for a processor. So a commit waits until
/// as many have queued up as the last one had, though no longer than the last one took.
///
/// The order of three steps makes sure that nobody sleeps on: a caller queues its request before it tries
/// to become the committer; a committer steps down before it looks whether something is queued; and if so,
/// it wakes the first of those. Thread-safe.
final class GroupCommit {
    private static final int MAX_ENTRIES = 20_000;
    private static final long MAX_WAIT_NANOS = 2_000_000;
    private static final long WAY_NANOS = 20_000_000;

    private final Consumer<List<AppendRequest>> writer;
    private final LongSupplier nanoTime;
    private final ConcurrentLinkedQueue<AppendRequest> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final ReentrantLock committing = new ReentrantLock();
    private int lastRequests;
    private long lastNanos;

    /// @param writer appends what all requests hold, or nothing, and settles them; called by one thread at a time
    GroupCommit(Consumer<List<AppendRequest>> writer, LongSupplier nanoTime) {
        this.writer = writer;
        this.nanoTime = nanoTime;
    }

    /// Returns the seq of the first entry when all of them are committed.
    long append(AppendRequest request) {
        queue.add(request);
        queued.incrementAndGet();
        boolean interrupted = false;
        while (!request.isSettled()) {
            if (committing.tryLock()) {
                List<AppendRequest> settled;
                try {
                    settled = request.isSettled() ? List.of() : commit();
                } finally {
                    committing.unlock();
                }
                wakeNext();
                settled.forEach(AppendRequest::wake);
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return request.outcome();
    }

    /// Runs other work between two commits.
    <T> T exclusively(Supplier<T> work) {
        committing.lock();
        try {
            return work.get();
        } finally {
            committing.unlock();
            wakeNext();
        }
    }

    /// Lets whoever waits append first. For work in many parts: between two of them nobody would get a turn
    /// otherwise, as it takes longer to wake up than to go on.
    void giveWay() {
        if (!queue.isEmpty()) {
            wakeNext();
            LockSupport.parkNanos(WAY_NANOS);
        }
    }

    private void wakeNext() {
        AppendRequest next = queue.peek();
        if (next != null) {
            next.wake();
        }
    }

    private List<AppendRequest> commit() {
        awaitTheOthers();
        List<AppendRequest> batch = takeQueued();
        long begin = nanoTime.getAsLong();
        write(batch);
        lastRequests = batch.size();
        lastNanos = nanoTime.getAsLong() - begin;
        return batch;
    }

    private void awaitTheOthers() {
        long begin = nanoTime.getAsLong();
        long patience = Math.min(lastNanos, MAX_WAIT_NANOS);
        while (queued.get() < lastRequests && nanoTime.getAsLong() - begin < patience) {
            Thread.yield();
        }
    }

    private List<AppendRequest> takeQueued() {
        List<AppendRequest> batch = new ArrayList<>();
        int entries = 0;
        while (entries < MAX_ENTRIES) {
            AppendRequest next = queue.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
            entries += next.entries().size();
        }
        queued.addAndGet(-batch.size());
        return batch;
    }

    private void write(List<AppendRequest> batch) {
        try {
            writer.accept(batch);
        } catch (JournalException e) {
            failed(batch, e);
        } catch (RuntimeException | Error e) {
            batch.forEach(request -> request.fail(new JournalException(CoreTexts.text("store.notAppended"), e)));
            batch.forEach(AppendRequest::wake);
            throw e;
        }
    }

    /// One bad entry must not take the others with it: each request gets a transaction of its own.
    private void failed(List<AppendRequest> batch, JournalException cause) {
        if (batch.size() == 1) {
            batch.getFirst().fail(cause);
            return;
        }
        for (AppendRequest request : batch) {
            try {
                writer.accept(List.of(request));
            } catch (JournalException e) {
                request.fail(e);
            } catch (RuntimeException | Error e) {
                // Whatever it is, nobody may be left waiting.
                request.fail(new JournalException(CoreTexts.text("store.notAppended"), e));
            }
        }
    }
}
