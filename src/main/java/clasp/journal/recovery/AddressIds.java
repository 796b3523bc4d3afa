package clasp.journal.recovery;

import clasp.journal.store.EntryGlance;
import clasp.journal.store.TextBytes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/// Numbers the addresses that it meets, from 0, so that what is known of each has a place in an array. A million of
/// them
/// are looked up for each of millions of entries, and each look into memory that is not in the processor's cache takes
/// longer than all else: so they are kept as bytes, one behind the other, and found by their bytes, without a text
/// being
/// made. Confined to its owner.
final class AddressIds {
    static final int NONE = -1;

    private static final int CHUNK_BITS = 16;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final VarHandle LENGTH = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /// In its low half the number of an address plus one, in its high half the address's hash; 0 where there is none.
    private long[] places;

    /// Each address behind its length.
    private byte[][] chunks = new byte[0][];

    /// Of each address where it begins: its chunk, and the place there.
    private int[] begins;

    private int chunksUsed;
    private int end = CHUNK;
    private int size;
    /// Of no use but that it is not left out.
    private long reached;

    AddressIds() {
        this(0);
    }

    /// @param expected about how many there will be
    AddressIds(int expected) {
        places = new long[Integer.highestOneBit(Math.max(16, expected)) * 4];
        begins = new int[Math.max(16, expected)];
    }

    /// The number of the address, which is a new one when it never had one.
    int of(TextBytes address) {
        int hash = address.hash();
        int place = place(address, hash);
        if (places[place] == 0) {
            keep(address);
            places[place] = (long) hash << Integer.SIZE | size;
            if (size * 2 > places.length) {
                grow();
            }
            return size - 1;
        }
        return (int) places[place] - 1;
    }

    /// [#NONE] when it never had one.
    int known(TextBytes address) {
        return (int) places[place(address, address.hash())] - 1;
    }

    /// Reaches for what is known of these addresses, so that the ways to memory are gone side by side.
    ///
    /// @param known told the numbers of those that have one, to reach for what belongs to them; it may be another's
    void ahead(List<? extends EntryGlance> entries, IntConsumer known) {
        int mask = places.length - 1;
        long sum = 0;
        for (EntryGlance entry : entries) {
            sum += places[entry.addressBytes().hash() & mask];
        }
        for (EntryGlance entry : entries) {
            int id = (int) places[entry.addressBytes().hash() & mask] - 1;
            if (id != NONE) {
                known.accept(id);
                sum += chunks[begins[id] >>> CHUNK_BITS][begins[id] & CHUNK - 1];
            }
        }
        reached += sum;
    }

    String text(int id) {
        byte[] chunk = chunks[begins[id] >>> CHUNK_BITS];
        int begin = begins[id] & CHUNK - 1;
        TextBytes address = new TextBytes();
        address.set(chunk, begin + Integer.BYTES, begin + Integer.BYTES + (int) LENGTH.get(chunk, begin));
        return address.toString();
    }

    int size() {
        return size;
    }

    /// Where the address is, or where it belongs.
    private int place(TextBytes address, int hash) {
        int mask = places.length - 1;
        int place = hash & mask;
        for (; places[place] != 0; place = place + 1 & mask) {
            if ((int) (places[place] >>> Integer.SIZE) == hash && is(address, (int) places[place] - 1)) {
                break;
            }
        }
        return place;
    }

    private boolean is(TextBytes address, int id) {
        byte[] chunk = chunks[begins[id] >>> CHUNK_BITS];
        int begin = begins[id] & CHUNK - 1;
        return (int) LENGTH.get(chunk, begin) == address.length() && address.isAt(chunk, begin + Integer.BYTES);
    }

    private void keep(TextBytes address) {
        int needed = Integer.BYTES + address.length();
        if (end + needed > CHUNK) {
            if (chunksUsed == chunks.length) {
                chunks = Arrays.copyOf(chunks, 2 * chunksUsed + 1);
            }
            chunks[chunksUsed++] = new byte[Math.max(CHUNK, needed)];
            end = 0;
        }
        if (size == begins.length) {
            begins = Arrays.copyOf(begins, 2 * size);
        }
        byte[] chunk = chunks[chunksUsed - 1];
        LENGTH.set(chunk, end, address.length());
        address.copyTo(chunk, end + Integer.BYTES);
        begins[size++] = chunksUsed - 1 << CHUNK_BITS | end;
        end += needed;
    }

    private void grow() {
        long[] before = places;
        places = new long[2 * before.length];
        int mask = places.length - 1;
        for (long each : before) {
            if (each != 0) {
                int place = (int) (each >>> Integer.SIZE) & mask;
                while (places[place] != 0) {
                    place = place + 1 & mask;
                }
                places[place] = each;
            }
        }
    }
}
