package clasp.journal.store.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A part of an index on a text: the entries from one on to another, both included. Such an index is sorted by the
/// bytes of the text, and where these are the same by seq.
record IndexStretch(Key from, Key to) {
    /// Where an entry stands in the index. Nobody may change the bytes.
    ///
    /// @param text in UTF-8
    record Key(byte[] text, long seq) implements Comparable<Key> {
        Key(String text, long seq) {
            this(text.getBytes(StandardCharsets.UTF_8), seq);
        }

        /// The least one that is greater.
        Key next() {
            return seq == Long.MAX_VALUE
                    ? new Key(Arrays.copyOf(text, text.length + 1), Long.MIN_VALUE)
                    : new Key(text, seq + 1);
        }

        @Override
        public int compareTo(Key other) {
            int texts = Arrays.compareUnsigned(text, other.text);
            return texts != 0 ? texts : Long.compare(seq, other.seq);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && compareTo(key) == 0;
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(text) + Long.hashCode(seq);
        }
    }

    /// The rest of it behind an entry.
    IndexStretch after(Key done) {
        return new IndexStretch(done.next(), to);
    }
}
