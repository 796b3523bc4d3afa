package clasp.journal.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

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
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        int damaged = 0;
        for (int page = 0; page < bytes.length; page += PAGE) {
            if (bytes[page] == TABLE_LEAF && contains(bytes, page, wanted)) {
                Arrays.fill(bytes, page, page + PAGE, (byte) 0);
                damaged++;
            }
        }
        if (damaged != 1) {
            throw new IllegalArgumentException(damaged + " pages of tables hold " + text);
        }
        Files.write(file, bytes);
    }

    private static boolean contains(byte[] bytes, int page, byte[] wanted) {
        for (int at = page; at <= page + PAGE - wanted.length; at++) {
            if (Arrays.mismatch(bytes, at, at + wanted.length, wanted, 0, wanted.length) < 0) {
                return true;
            }
        }
        return false;
    }
}
