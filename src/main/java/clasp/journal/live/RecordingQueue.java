package clasp.journal.live;

import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What was heard and is yet to be stored, in order, up to a bound. What does not fit is counted, at its place.
/// Thread-safe.
final class RecordingQueue {
    /// One thing to store.
    sealed interface Item {
        record Heard(Entry entry) implements Item {}

        /// So many entries are missing here.
        record Missed(long entries) implements Item {}

        /// The state at this point.
        record State(List<Param> params) implements Item {}
    }

    private static final int WEIGHT = 64;

    private final Deque<Item> items = new ArrayDeque<>();
    private final int mostEntries;
    private final long mostCharacters;
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
        if (ended || entries == 0) {
            return;
        }
        missed += entries;
        skip(entries);
    }

    /// Notes that nobody knows how much is missing here.
    synchronized void interrupt() {
        if (!ended) {
            skip(1);
        }
    }

    synchronized void state(List<Param> params) {
        if (!ended) {
            items.addLast(new Item.State(params));
            notifyAll();
        }
    }

    /// Moves everything to the other queue, as far as it has room there.
    synchronized void moveTo(RecordingQueue other) {
        for (Item item : items) {
            switch (item) {
                case Item.Heard(Entry entry) -> other.offer(entry);
                case Item.Missed(long entries) -> other.miss(entries);
                case Item.State(List<Param> params) -> other.state(params);
            }
        }
        items.clear();
        characters = 0;
        notifyAll();
    }

    /// The first entries in it, at most so many.
    synchronized List<Entry> first(int most) {
        return items.stream()
                .limit(most)
                .filter(Item.Heard.class::isInstance)
                .map(item -> ((Item.Heard) item).entry())
                .toList();
    }

    /// Takes what is there, at most so much, after waiting for a first one; nothing when nothing came in time.
    synchronized List<Item> take(int most, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis; items.isEmpty() && !ended && left > 0; ) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
        List<Item> taken = new ArrayList<>(Math.min(most, items.size()));
        while (taken.size() < most && !items.isEmpty()) {
            Item item = items.removeFirst();
            if (item instanceof Item.Heard(Entry entry)) {
                characters -= weight(entry);
            }
            taken.add(item);
        }
        notifyAll();
        return taken;
    }

    /// Takes nothing more in.
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /// Whether nothing is in it, nor will be.
    synchronized boolean isOver() {
        return ended && items.isEmpty();
    }

    synchronized int size() {
        return items.size();
    }

    /// How many entries were missed so far.
    synchronized long missed() {
        return missed;
    }

    private boolean hasRoom() {
        return items.size() < mostEntries && characters < mostCharacters;
    }

    private void add(Entry entry) {
        characters += weight(entry);
        items.addLast(new Item.Heard(entry));
        notifyAll();
    }

    private void skip(long entries) {
        long before = items.peekLast() instanceof Item.Missed(long already) ? already : 0;
        if (before > 0) {
            items.removeLast();
        }
        items.addLast(new Item.Missed(before + entries));
        notifyAll();
    }

    private static long weight(Entry entry) {
        return WEIGHT + (long) entry.address().length() + entry.valueJson().length();
    }
}
