package clasp.journal.store.memory;

import clasp.journal.model.Entry;

/// A run of neighbouring entries. It is filled from front to back by one thread at a time and never changed
/// otherwise, so whoever learned from the writer how far it was filled may read that much without a lock.
final class EntryChunk {
    static final int SIZE = 1_024;

    private final Entry[] entries = new Entry[SIZE];
    private long least = -1L;
    private long greatest;

    void set(int index, Entry entry) {
        entries[index] = entry;
        long micros = entry.timestampMicros();
        if (Long.compareUnsigned(micros, least) < 0) {
            least = micros;
        }
        if (Long.compareUnsigned(micros, greatest) > 0) {
            greatest = micros;
        }
    }

    Entry get(int index) {
        return entries[index];
    }

    /// The least timestamp, unsigned; to be asked of a full chunk only.
    long leastMicros() {
        return least;
    }

    /// The greatest timestamp, unsigned; to be asked of a full chunk only.
    long greatestMicros() {
        return greatest;
    }
}
