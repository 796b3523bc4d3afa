package clasp.journal.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Damages single pages of SQLite files, as a failing disk does.
public final class DamagedFiles {
    private static final byte TABLE_LEAF = 0x0D;
    private static final int PAGE = 4096;

    private DamagedFiles() {}

    /// Overwrites with zeros the page of a table that holds this text.
    ///
    /// @param file a database with pages of 4,096 bytes, no log beside it
    /// @param text in no page of a table but one
    public static void loseLeafWith(String text, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int page = leafWith(text, bytes);
        Arrays.fill(bytes, page, page + PAGE, (byte) 0);
        Files.write(file, bytes);
    }

    /// Overwrites the page of a table that holds the second text with the one that holds the first, as a disk does that
    /// writes to a wrong place.
    ///
    /// @param file as of [#loseLeafWith]
    public static void copyLeaf(String text, String overwritten, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        System.arraycopy(bytes, leafWith(text, bytes), bytes, leafWith(overwritten, bytes), PAGE);
        Files.write(file, bytes);
    }

    private static int leafWith(String text, byte[] bytes) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        List<Integer> found = new ArrayList<>();
        for (int page = 0; page < bytes.length; page += PAGE) {
            if (bytes[page] == TABLE_LEAF && contains(Arrays.copyOfRange(bytes, page, page + PAGE), wanted)) {
                found.add(page);
            }
        }
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " pages of tables hold " + text);
        }
        return found.getFirst();
    }

    /// Overwrites the first page with zeros.
    public static void loseFirstPage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 0, PAGE, (byte) 0);
        Files.write(file, bytes);
    }

    /// Flips a bit of the seq of the entry whose row holds this text, as a failing memory does.
    ///
    /// @param file as of [#loseLeafWith]
    /// @param bit from the lowest on, less than 7
    public static void flipSeqOf(String text, int bit, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        for (int page = 0; page < bytes.length; page += PAGE) {
            for (int row = 0; bytes[page] == TABLE_LEAF && row < word(bytes, page + 3); row++) {
                int cell = page + word(bytes, page + 8 + 2 * row);
                int seq = behindNumber(bytes, cell);
                int record = behindNumber(bytes, seq);
                if (contains(Arrays.copyOfRange(bytes, record, record + bytes[cell]), wanted)) {
                    bytes[record - 1] ^= (byte) (1 << bit);
                    Files.write(file, bytes);
                    return;
                }
            }
        }
        throw new IllegalArgumentException("No row of fewer than 128 bytes holds " + text);
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    /// Where a number ends that has seven bits in each of its bytes.
    private static int behindNumber(byte[] bytes, int at) {
        int last = at;
        while (bytes[last] < 0) {
            last++;
        }
        return last + 1;
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            if (Arrays.mismatch(bytes, at, at + wanted.length, wanted, 0, wanted.length) < 0) {
                return true;
            }
        }
        return false;
    }
}
