package clasp.journal.live;

import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.store.Unstored;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What was heard and is yet to be stored, in order, up to a bound. It gives the entries their seqs; those of missed
/// entries are left out. What is taken to be stored stays in hand until it is [#done]. Thread-safe.
final class RecordingQueue {
    /// What is stored at a time.
    sealed interface Batch {
        /// Entries that follow each other; empty when nothing came.
        record Heard(List<Entry> entries) implements Batch {}

        record State(Unstored.State state) implements Batch {}
    }

    private static final int WEIGHT = 64;
    private static final Batch NOTHING = new Batch.Heard(List.of());

    private final Deque<Entry> entries = new ArrayDeque<>();

    /// Each has its place after the entry whose seq it names.
    private final Deque<Unstored.State> states = new ArrayDeque<>();

    private final int mostEntries;
    private final long mostCharacters;
    private Batch inHand = NOTHING;
    private long latestSeq;
    private long nextSeq = 1;
    private long characters;
    private long missed;
    private boolean ended;

    RecordingQueue(RecordingLimits limits) {
        mostEntries = limits.entries();
        mostCharacters = limits.characters();
    }

    /// Adds the entry, or counts it as missed when there is no room.
    synchronized void offer(Entry entry) {
        if (ended) {
            return;
        }
        if (hasRoom()) {
            add(entry);
        } else {
            miss(1);
        }
    }

    /// Adds the entry as soon as there is room.
    ///
    /// @return whether it was added: not after the end
    synchronized boolean put(Entry entry) throws InterruptedException {
        while (!ended && !hasRoom()) {
            wait();
        }
        if (ended) {
            return false;
        }
        add(entry);
        return true;
    }

    /// Notes that entries are missing here.
    synchronized void miss(long entries) {
        if (!ended) {
            missed += entries;
            nextSeq += entries;
        }
    }

    /// Notes that nobody knows how much is missing here.
    synchronized void interrupt() {
        if (!ended) {
            nextSeq++;
        }
    }

    synchronized void state(List<Param> params) {
        if (!ended) {
            states.addLast(new Unstored.State(params, latestSeq));
            notifyAll();
        }
    }

    /// Moves the entries of a queue from which nothing was taken to the other one, as far as it has room there.
    synchronized void moveTo(RecordingQueue other) {
        long seq = 1;
        for (Entry entry : entries) {
            other.miss(entry.seq() - seq);
            other.offer(entry);
            seq = entry.seq() + 1;
        }
        other.miss(nextSeq - seq);
        entries.clear();
        characters = 0;
    }

    /// The first entries in it, at most so many.
    synchronized List<Entry> first(int most) {
        return entries.stream().limit(most).toList();
    }

    /// Takes what comes next in hand, at most so many entries, after waiting for a first one. What was in hand before
    /// must be [#done].
    synchronized Batch take(int most, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis; isEmpty() && !ended && left > 0; ) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
        inHand = next(most);
        notifyAll();
        return inHand;
    }

    private Batch next(int most) {
        Unstored.State state = states.peekFirst();
        long last = state == null ? Long.MAX_VALUE : state.seqAt();
        List<Entry> taken = new ArrayList<>(Math.min(most, entries.size()));
        while (taken.size() < most && !entries.isEmpty() && entries.getFirst().seq() <= last) {
            Entry entry = entries.removeFirst();
            characters -= weight(entry);
            taken.add(entry);
        }
        return taken.isEmpty() && state != null ? new Batch.State(states.removeFirst()) : new Batch.Heard(taken);
    }

    /// What is in hand is stored, or given up.
    synchronized void done() {
        inHand = NOTHING;
    }

    /// All that was heard and is not [#done].
    synchronized Unstored unstored() {
        return switch (inHand) {
            case Batch.Heard(List<Entry> first) ->
                new Unstored(Stream.concat(first.stream(), entries.stream()).toList(), List.copyOf(states));
            case Batch.State(Unstored.State first) ->
                new Unstored(
                        List.copyOf(entries),
                        Stream.concat(Stream.of(first), states.stream()).toList());
        };
    }

    /// How many entries were heard and are not [#done].
    synchronized int waiting() {
        return entries.size() + (inHand instanceof Batch.Heard(List<Entry> first) ? first.size() : 0);
    }

    /// Takes nothing more in.
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /// Whether nothing is in it, nor will be.
    synchronized boolean isOver() {
        return ended && isEmpty();
    }

    /// How many entries were missed so far.
    synchronized long missed() {
        return missed;
    }

    private boolean isEmpty() {
        return entries.isEmpty() && states.isEmpty();
    }

    private boolean hasRoom() {
        return entries.size() < mostEntries && characters < mostCharacters;
    }

    private void add(Entry entry) {
        characters += weight(entry);
        latestSeq = nextSeq++;
        entries.addLast(entry.withSeq(latestSeq));
        notifyAll();
    }

    private static long weight(Entry entry) {
        return WEIGHT + (long) entry.address().length() + entry.valueJson().length();
    }
}
