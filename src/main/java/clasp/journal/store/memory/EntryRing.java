package clasp.journal.store.memory;

import clasp.journal.model.Entry;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The newest entries up to a capacity, in ascending seq. Guarded by its owner's lock.
final class EntryRing {
    /// What an entry takes besides its texts: seq, timestamp, revision, message type.
    private static final int FIXED_BYTES = 4 * Long.BYTES;

    private final int capacity;
    private final Deque<EntryChunk> chunks = new ArrayDeque<>();

    /// Entries at the front of the first chunk that are gone.
    private int gone;

    private int size;
    private long bytes;
    private @Nullable EntryView view;

    EntryRing(int capacity) {
        this.capacity = capacity;
    }

    /// Appends an entry, whose seq is higher than all others; at capacity the oldest one makes room.
    void append(Entry entry) {
        int end = gone + size;
        if (end % EntryChunk.SIZE == 0) {
            chunks.addLast(new EntryChunk());
        }
        chunks.getLast().set(end % EntryChunk.SIZE, entry);
        size++;
        bytes += bytesOf(entry);
        view = null;
        if (size > capacity) {
            dropOldest();
        }
    }

    /// Removes the entries below the seq and returns how many they were.
    long dropBefore(long seq) {
        int due = view().lowerBound(seq);
        for (int i = 0; i < due; i++) {
            dropOldest();
        }
        return due;
    }

    private void dropOldest() {
        bytes -= bytesOf(chunks.getFirst().get(gone));
        gone++;
        size--;
        view = null;
        if (gone == EntryChunk.SIZE || size == 0) {
            chunks.removeFirst();
            gone = 0;
        }
    }

    /// What is in it now.
    EntryView view() {
        EntryView current = view;
        if (current == null) {
            current = new EntryView(chunks.toArray(EntryChunk[]::new), gone, size);
            view = current;
        }
        return current;
    }

    /// Roughly what the entries would take as text.
    long sizeBytes() {
        return bytes;
    }

    private static long bytesOf(Entry entry) {
        return FIXED_BYTES
                + (long) entry.author().length()
                + entry.address().length()
                + entry.signalType().length()
                + entry.valueJson().length();
    }
}
