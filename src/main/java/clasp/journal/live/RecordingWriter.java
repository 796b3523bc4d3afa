package clasp.journal.live;

import clasp.journal.live.RecordingQueue.Batch;
import clasp.journal.model.CoreTexts;
import clasp.journal.model.Entry;
import clasp.journal.store.JournalException;
import clasp.journal.store.Unstored;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Stores what is in the queue, many entries together. What cannot be stored is kept and tried again until it can be,
/// or nobody wants to wait any longer. Runs on a thread of its own; what it tells of itself may be asked from any.
final class RecordingWriter implements Runnable {
    private static final System.Logger LOG = System.getLogger(RecordingWriter.class.getName());
    private static final int MOST_TOGETHER = 16_000;
    private static final int WORTH_STORING = 1_000;
    private static final long GATHER_MILLIS = 20;
    private static final long WAIT_MILLIS = 500;

    private final RecordingQueue queue;
    private final RecordingSink sink;
    private final RecordingLimits limits;
    private final long mostEntries;
    private final CountDownLatch noMoreWaiting = new CountDownLatch(1);
    private final CountDownLatch full = new CountDownLatch(1);
    private final Rate rate = new Rate();
    private volatile long stored;
    private volatile long lost;
    private volatile long sizeBytes;
    private volatile @Nullable String problem;
    private volatile boolean snapshotLost;
    /// All is stored, but not taken from the log into the file.
    private volatile boolean onlyUnsettled;

    RecordingWriter(RecordingQueue queue, RecordingSink sink, RecordingLimits limits, long mostEntries) {
        this.queue = queue;
        this.sink = sink;
        this.limits = limits;
        this.mostEntries = mostEntries;
    }

    long stored() {
        return stored;
    }

    long perSecond() {
        synchronized (rate) {
            return rate.perSecond(System.nanoTime());
        }
    }

    /// Entries that could not be stored before the end.
    long lost() {
        return lost;
    }

    long sizeBytes() {
        return sizeBytes;
    }

    /// Why storing fails at the moment.
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /// Whether it is over, everything is stored, and nothing but the last tidying up failed.
    boolean keptAll() {
        return onlyUnsettled;
    }

    /// Counted down when as many entries are stored as were wanted.
    CountDownLatch full() {
        return full;
    }

    /// What cannot be stored now is given up.
    void waitNoMore() {
        noMoreWaiting.countDown();
    }

    @Override
    public void run() {
        try {
            while (!queue.isOver() && full.getCount() > 0) {
                if (store(queue.take(MOST_TOGETHER, WAIT_MILLIS)) < WORTH_STORING) {
                    // Single entries would each pay for a transaction.
                    noMoreWaiting.await(GATHER_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
            queue.end();
            onlyUnsettled = !works(sink::settle) && lost == 0 && !snapshotLost;
            measure();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            problem = CoreTexts.text("live.mistake.recording", e.toString());
            giveUpRest();
        }
    }

    /// Returns how many entries there were.
    private int store(Batch batch) throws InterruptedException {
        int entries = 0;
        switch (batch) {
            case Batch.Heard(List<Entry> heard) -> {
                entries = heard.size();
                take(heard.subList(0, (int) Math.min(entries, mostEntries - stored)));
            }
            case Batch.State(Unstored.State state) -> snapshotLost |= !attempt(() -> sink.snapshot(state.params()));
        }
        queue.done();
        return entries;
    }

    private void take(List<Entry> entries) throws InterruptedException {
        if (entries.isEmpty()) {
            return;
        }
        if (attempt(() -> sink.take(entries))) {
            stored += entries.size();
            synchronized (rate) {
                rate.add(System.nanoTime(), entries.size());
            }
            measure();
        } else {
            lost += entries.size();
        }
        if (stored >= mostEntries) {
            full.countDown();
        }
    }

    /// On a full disk even this may fail; the entries are stored all the same.
    private void measure() {
        try {
            sizeBytes = sink.sizeBytes();
        } catch (JournalException e) {
            LOG.log(System.Logger.Level.DEBUG, "The size of the recording is not known.", e);
        }
    }

    /// Tries until it works or nobody wants to wait any longer.
    ///
    /// @return whether it worked
    private boolean attempt(Runnable write) throws InterruptedException {
        while (true) {
            boolean last = noMoreWaiting.getCount() == 0;
            if (works(write)) {
                return true;
            }
            if (last) {
                return false;
            }
            boolean unused = noMoreWaiting.await(limits.retryStore().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean works(Runnable write) {
        try {
            write.run();
            problem = null;
            return true;
        } catch (JournalException e) {
            problem = String.valueOf(e.getMessage());
            return false;
        }
    }

    private void giveUpRest() {
        queue.end();
        lost += queue.waiting();
        queue.done();
    }
}
