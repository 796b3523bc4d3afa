package clasp.journal.live;

import clasp.journal.live.RelayPages.Page;
import clasp.journal.live.Session.Reading;
import clasp.journal.model.CoreTexts;
import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.store.JournalCopy;
import clasp.journal.store.JournalException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Follows a relay's journal: reads what there is, then asks for what came since, for as long as it is not closed. What
/// fails is tried again, from the last entry that was taken. Runs on a thread of its own; status and session may be
/// asked from any.
final class Follower implements Runnable {
    /// Hears what happens, on the thread that follows.
    interface Told {
        void event(LiveEvent event);

        /// The relay began anew; this copy is no longer the follower's.
        void ended(JournalCopy copy);
    }

    private static final System.Logger LOG = System.getLogger(Follower.class.getName());

    private final RelayClient client;
    private final RelayPages pages;
    private final Portion portion;
    private final Supplier<JournalCopy> copies;
    private final List<SeqRange> gaps = new CopyOnWriteArrayList<>();
    private final Told told;
    private final Pace pace = new Pace();
    private final Rate rate = new Rate();
    private final Semaphore nudges = new Semaphore(0);
    private volatile boolean stopped;
    private boolean begun;
    private volatile Session session;
    private volatile int sessions = 1;
    private volatile LiveStatus status = new LiveStatus(null, false, false, Duration.ZERO, 0, 0);

    Follower(RelayClient client, RelayPages pages, Portion portion, Supplier<JournalCopy> copies, Told told) {
        this.client = client;
        this.pages = pages;
        this.copies = copies;
        this.told = told;
        this.portion = portion;
        this.session = new Session(copies.get(), portion);
    }

    JournalCopy copy() {
        return session.copy();
    }

    /// How many sessions of the relay there were, from 1.
    int sessions() {
        return sessions;
    }

    LiveStatus status() {
        return status;
    }

    /// Ends [#run()] after the request that is under way.
    void stop() {
        stopped = true;
        nudges.release();
    }

    /// Asks again without waiting: something has changed that may help.
    void retry() {
        nudges.release();
    }

    @Override
    public void run() {
        Duration wait = Duration.ZERO;
        while (!closed(wait)) {
            try {
                wait = poll();
            } catch (JournalException e) {
                wait = pace.afterFailure();
                if (!closed(Duration.ZERO)) {
                    lost(String.valueOf(e.getMessage()), wait, e.wantsToken());
                }
            } catch (RuntimeException e) {
                if (closed(Duration.ZERO)) {
                    // Closing breaks requests off in many ways.
                    return;
                }
                // Whatever it is, nobody may wait for entries that do not come and not know why.
                LOG.log(Level.ERROR, "Following the relay's journal failed.", e);
                wait = pace.afterFailure();
                lost(CoreTexts.text("live.mistake.following", e.toString()), wait, false);
            }
        }
    }

    /// Asks once; returns when to ask again.
    ///
    /// @throws JournalException when the relay did not answer, or what it answered could not be kept
    Duration poll() {
        Session current = session;
        if (!begun) {
            begin(current);
            begun = true;
        }
        long begin = System.nanoTime();
        Page page = pages.after(current.askAfter());
        Duration delay = Duration.ofNanos(System.nanoTime() - begin);
        return switch (current.reading(page)) {
            case Reading.Continued(List<Entry> fresh, SeqRange missing) -> {
                boolean wasLost = status.problem() != null;
                current.take(fresh);
                answered(delay, (int) fresh.stream().filter(portion::holds).count(), page.full(), missing);
                tell(fresh, missing, wasLost);
                yield pace.afterAnswer(fresh.size(), page.full());
            }
            case Reading.Nothing() -> {
                // All compacted away, or begun anew with fewer entries than before.
                long latest = client.latest();
                boolean anew = latest > 0 && latest < current.lastSeq();
                answered(delay, 0, anew, SeqRange.NONE);
                yield anew ? beginAnew() : pace.afterAnswer(0, false);
            }
            case Reading.Other() -> beginAnew();
        };
    }

    /// Where only a portion is wanted: takes what there is of it, or else finds out from which seq on to read.
    private void begin(Session fresh) {
        if (portion.isAll()) {
            return;
        }
        long latest = client.latest();
        List<Entry> anchor = latest == 0 ? List.of() : client.since(latest - 1, 1);
        if (anchor.isEmpty()) {
            return;
        }
        PortionHistory history = new PortionHistory(client, pages, portion);
        Optional<List<Entry>> all = history.upTo(anchor.getFirst().seq());
        if (all.isPresent()) {
            fresh.beginWith(all.get(), anchor.getFirst());
        } else {
            fresh.beginAt(history.firstSeq().orElse(latest));
        }
    }

    /// Seqs that the relay had dropped before they were read.
    List<SeqRange> gaps() {
        return List.copyOf(gaps);
    }

    private Duration beginAnew() {
        Session ended = session;
        session = new Session(copies.get(), portion);
        begun = false;
        gaps.clear();
        LiveStatus before = status;
        status = new LiveStatus(before.problem(), before.wantsToken(), false, before.delay(), 0, before.missed());
        sessions++;
        told.ended(ended.copy());
        return Duration.ZERO;
    }

    private void answered(Duration delay, int entries, boolean more, SeqRange missing) {
        long now = System.nanoTime();
        rate.add(now, entries);
        LiveStatus before = status;
        long missed = before.missed() + (missing.isEmpty() ? 0 : missing.last() - missing.first() + 1);
        status = new LiveStatus(null, false, !more, delay, rate.perSecond(now), missed);
        if (before.problem() != null) {
            told.event(new LiveEvent.Connected());
        }
    }

    private void tell(List<Entry> fresh, SeqRange missing, boolean wasLost) {
        if (!missing.isEmpty()) {
            gaps.add(missing);
            told.event(new LiveEvent.Gap(missing, wasLost));
        }
        if (!fresh.isEmpty()) {
            told.event(new LiveEvent.Batch(
                    new SeqRange(fresh.getFirst().seq(), fresh.getLast().seq()), fresh.size()));
        }
    }

    private void lost(String sentence, Duration nextTry, boolean wantsToken) {
        @Nullable String before = status.problem();
        status = new LiveStatus(sentence, wantsToken, false, status.delay(), 0, status.missed());
        if (!Objects.equals(before, sentence)) {
            told.event(new LiveEvent.Disconnected(sentence, nextTry, wantsToken));
        }
    }

    private boolean closed(Duration wait) {
        try {
            if (nudges.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                nudges.drainPermits();
            }
            return stopped;
        } catch (InterruptedException e) {
            return true;
        }
    }
}
