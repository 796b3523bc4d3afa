package clasp.journal.wire;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Damages frames in the ways that codecs are most likely not to survive. The same for the same seed. Confined to one
/// thread.
final class FrameMutator {
    private static final int MOST_CHANGES = 4;
    private static final int[] TELLING_BYTES = {0x00, 0x01, 0x0a, 0x0b, 0x30, 0x7f, 0x80, 0xc6, 0xdd, 0xdf, 0xff};

    private final List<byte[]> seeds;
    private final SplittableRandom random;

    FrameMutator(List<byte[]> seeds, SplittableRandom random) {
        this.seeds = seeds;
        this.random = random;
    }

    byte[] next() {
        byte[] bytes = seed().clone();
        for (int left = 1 + random.nextInt(MOST_CHANGES); left > 0; left--) {
            bytes = change(bytes);
        }
        return random.nextInt(8) == 0 ? bytes : withRightLength(bytes);
    }

    private byte[] seed() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] change(byte[] bytes) {
        if (bytes.length == 0) {
            return seed().clone();
        }
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(8)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> bytes[at] = (byte) TELLING_BYTES[random.nextInt(TELLING_BYTES.length)];
            case 3 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(4)), (byte) 0xff);
            case 4 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 5 -> {
                return spliced(bytes, at, at, bytes, random.nextInt(bytes.length));
            }
            case 6 -> {
                return spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(4)), new byte[0], 0);
            }
            default -> {
                byte[] other = seed();
                return spliced(bytes, at, at, other, random.nextInt(other.length));
            }
        }
        return bytes;
    }

    /// The bytes up to `from`, some of `other` from `otherFrom`, the bytes from `to`.
    private byte[] spliced(byte[] bytes, int from, int to, byte[] other, int otherFrom) {
        int count = other.length == 0 ? 0 : random.nextInt(Math.min(32, other.length - otherFrom) + 1);
        byte[] result = Arrays.copyOf(bytes, from + count + bytes.length - to);
        System.arraycopy(other, otherFrom, result, from, count);
        System.arraycopy(bytes, to, result, from + count, bytes.length - to);
        return result;
    }

    /// So that the damage is met behind the header.
    private static byte[] withRightLength(byte[] bytes) {
        if (bytes.length > Frame.HEADER_BYTES) {
            bytes[0] = Frame.MAGIC;
            bytes[1] &= (byte) ~(Frame.ENCRYPTED_FLAG | Frame.COMPRESSED_FLAG | 0x06);
            int header = Frame.HEADER_BYTES + ((bytes[1] & Frame.TIMESTAMP_FLAG) == 0 ? 0 : Frame.TIMESTAMP_BYTES);
            int length = Math.max(0, bytes.length - header);
            bytes[2] = (byte) (length >> 8);
            bytes[3] = (byte) length;
        }
        return bytes;
    }
}
