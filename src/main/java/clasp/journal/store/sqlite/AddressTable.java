package clasp.journal.store.sqlite;

import java.util.Arrays;

/// Addresses in ascending order of their bytes with what the journal holds for each, in few bytes: of an address only
/// that is kept by which it differs from the one before, and numbers take as many bytes as they need. Every
/// sixteenth is kept whole, so that one in the middle is found without those before it. A million addresses
/// take about 15 MB. Immutable.
final class AddressTable {
    private static final int LONGEST_NUMBER = 10;
    private static final int BLOCK = 16;

    private final byte[] coded;
    /// Where each block begins.
    private final int[] blocks;

    private final int size;
    private final int longest;

    private AddressTable(byte[] coded, int[] blocks, int size, int longest) {
        this.coded = coded;
        this.blocks = blocks;
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

    /// Visits one address.
    void visit(int index, Visitor visitor) {
        Decoder decoder = new Decoder(coded, blocks[index / BLOCK], longest);
        for (int i = index % BLOCK; i > 0; i--) {
            decoder.next((utf8, length, entries, lastSeq) -> {});
        }
        decoder.next(visitor);
    }

    /// Visits them all, in order.
    void forEach(Visitor visitor) {
        Decoder decoder = new Decoder(coded, 0, longest);
        for (int i = 0; i < size; i++) {
            decoder.next(visitor);
        }
    }

    /// Makes a table from addresses in ascending order. Used by one thread.
    static final class Builder {
        private byte[] coded = new byte[4096];
        private int[] blocks = new int[16];
        private int end;
        private int size;
        private byte[] before = {};
        private int longest;

        void add(byte[] utf8, long entries, long lastSeq) {
            int shared = size % BLOCK == 0 ? beginBlock() : shared(utf8);
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

        private int beginBlock() {
            int block = size / BLOCK;
            if (block == blocks.length) {
                blocks = Arrays.copyOf(blocks, 2 * block);
            }
            blocks[block] = end;
            return 0;
        }

        private int shared(byte[] utf8) {
            int same = Arrays.mismatch(before, utf8);
            return same < 0 ? before.length : same;
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
            int[] begun = Arrays.copyOf(blocks, (size + BLOCK - 1) / BLOCK);
            return new AddressTable(Arrays.copyOf(coded, end), begun, size, longest);
        }
    }

    private static final class Decoder {
        private final byte[] coded;
        private final byte[] address;
        private int at;

        Decoder(byte[] coded, int at, int longest) {
            this.coded = coded;
            this.at = at;
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
