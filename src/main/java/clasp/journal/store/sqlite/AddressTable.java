package clasp.journal.store.sqlite;

import java.util.Arrays;

/// Addresses in ascending order of their bytes with what the journal holds for each, in few bytes: of an address only
/// that is kept by which it differs from the one before, and numbers take as many bytes as they need. A million
/// addresses take about 15 MB. Immutable.
final class AddressTable {
    private static final int LONGEST_NUMBER = 10;

    private final byte[] coded;
    private final int size;
    private final int longest;

    private AddressTable(byte[] coded, int size, int longest) {
        this.coded = coded;
        this.size = size;
        this.longest = longest;
    }

    /// Gets one address after the other.
    @FunctionalInterface
    interface Visitor {
        /// @param utf8 used again for the next one
        void address(byte[] utf8, int length, long entries, long lastSeq);
    }

    int size() {
        return size;
    }

    int bytes() {
        return coded.length;
    }

    void forEach(Visitor visitor) {
        Decoder decoder = new Decoder(coded, longest);
        for (int i = 0; i < size; i++) {
            decoder.next(visitor);
        }
    }

    /// Makes a table from addresses in ascending order. Used by one thread.
    static final class Builder {
        private byte[] coded = new byte[4096];
        private int end;
        private int size;
        private byte[] before = {};
        private int longest;

        void add(byte[] utf8, long entries, long lastSeq) {
            int same = Arrays.mismatch(before, utf8);
            int shared = same < 0 ? before.length : same;
            int rest = utf8.length - shared;
            int needed = end + rest + 4 * LONGEST_NUMBER;
            if (needed > coded.length) {
                coded = Arrays.copyOf(coded, Math.max(needed, coded.length + coded.length / 2));
            }
            number(shared);
            number(rest);
            System.arraycopy(utf8, shared, coded, end, rest);
            end += rest;
            number(entries);
            number(lastSeq);
            before = utf8;
            longest = Math.max(longest, utf8.length);
            size++;
        }

        /// How much it takes until now.
        int bytes() {
            return end;
        }

        private void number(long number) {
            long left = number;
            for (; (left & ~0x7FL) != 0; left >>>= 7) {
                coded[end++] = (byte) (left | 0x80);
            }
            coded[end++] = (byte) left;
        }

        AddressTable build() {
            return new AddressTable(Arrays.copyOf(coded, end), size, longest);
        }
    }

    private static final class Decoder {
        private final byte[] coded;
        private final byte[] address;
        private int at;

        Decoder(byte[] coded, int longest) {
            this.coded = coded;
            this.address = new byte[longest];
        }

        void next(Visitor visitor) {
            int shared = (int) number();
            int rest = (int) number();
            System.arraycopy(coded, at, address, shared, rest);
            at += rest;
            long entries = number();
            visitor.address(address, shared + rest, entries, number());
        }

        private long number() {
            long number = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = coded[at++];
                number |= (next & 0x7FL) << shift;
                if (next >= 0) {
                    return number;
                }
            }
        }
    }
}
