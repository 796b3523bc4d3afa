package clasp.journal.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/// Sound database files and logs, changed in their bytes, by the name of what is wrong then.
public final class HostileBytes {
    private static final int PAGE_SIZE_AT = 16;
    private static final byte TABLE_LEAF = 0x0D;
    private static final byte TABLE_BRANCH = 0x05;

    private HostileBytes() {}

    /// What is wrong, with the change of a sound database.
    public static Map<String, UnaryOperator<byte[]>> databases() {
        Map<String, UnaryOperator<byte[]>> all = new LinkedHashMap<>();
        all.put("rows that claim gigabytes", bytes -> onPages(bytes, TABLE_LEAF, HostileBytes::claimGigabytes));
        all.put(
                "cells beyond their page",
                bytes -> onPages(bytes, TABLE_LEAF, (page, start) -> {
                    page.putShort(start + 8, (short) 0xFFFF);
                    page.putShort(start + 10, (short) 1);
                }));
        all.put(
                "more cells than fit",
                bytes -> onPages(bytes, TABLE_LEAF, (page, start) -> page.putShort(start + 3, (short) 0xFFFF)));
        all.put(
                "a tree that goes round",
                bytes -> onPages(bytes, TABLE_BRANCH, (page, start) -> {
                    int self = start / pageSize(page) + 1;
                    page.putInt(start + 8, self);
                    page.putInt(start + Short.toUnsignedInt(page.getShort(start + 12)), self);
                }));
        all.put(
                "leaves that are branches",
                bytes -> onPages(bytes, TABLE_LEAF, (page, start) -> page.put(start, TABLE_BRANCH)));
        all.put("a page size of one", bytes -> header(bytes, PAGE_SIZE_AT, 0x0001_0101));
        all.put("a page size of three", bytes -> header(bytes, PAGE_SIZE_AT, 0x0003_0101));
        all.put("a page size of nothing", bytes -> header(bytes, PAGE_SIZE_AT, 0x0000_0101));
        all.put("more reserved than a page has", bytes -> {
            bytes[20] = (byte) 0xFF;
            return bytes;
        });
        all.put("four billion pages", bytes -> header(bytes, 28, -1));
        all.put("a list of free pages that goes round", bytes -> header(header(bytes, 32, 2), 36, 1_000_000));
        all.put("an encoding that is none", bytes -> header(bytes, 56, 77));
        all.put("a schema format of the future", bytes -> header(bytes, 44, 99));
        all.put("half a page", bytes -> Arrays.copyOf(bytes, pageSize(ByteBuffer.wrap(bytes)) / 2));
        all.put("a header and nothing else", bytes -> Arrays.copyOf(bytes, 100));
        all.put("random pages", bytes -> {
            byte[] random = new byte[bytes.length - pageSize(ByteBuffer.wrap(bytes))];
            new Random(3).nextBytes(random);
            System.arraycopy(random, 0, bytes, bytes.length - random.length, random.length);
            return bytes;
        });
        return all;
    }

    /// What is wrong, with the change of a sound write-ahead log.
    public static Map<String, UnaryOperator<byte[]>> logs() {
        Map<String, UnaryOperator<byte[]>> all = new LinkedHashMap<>();
        all.put("salts of another log", bytes -> header(bytes, 16, 0x1234_5678));
        all.put("salts of another log in a frame", bytes -> header(bytes, 32 + 8, 0x1234_5678));
        all.put("a checksum that does not fit", bytes -> header(bytes, 24, 0));
        all.put("another page size", bytes -> header(bytes, 8, 512));
        all.put("a page size of nothing", bytes -> header(bytes, 8, 0));
        all.put("a page size below nothing", bytes -> header(bytes, 8, -4096));
        all.put("a page of two gigabytes", bytes -> header(bytes, 8, 1 << 30));
        all.put("a frame of page zero", bytes -> header(bytes, 32, 0));
        all.put("a frame of the last page of all", bytes -> header(bytes, 32, -1));
        all.put("a commit of four billion pages", bytes -> header(bytes, 36, -1));
        all.put("the middle overwritten", bytes -> header(bytes, bytes.length / 2, 0x5555_5555));
        all.put("no log at all", bytes -> "not a log, but a text\n".repeat(50).getBytes(StandardCharsets.US_ASCII));
        all.put("half a header", bytes -> Arrays.copyOf(bytes, 17));
        all.put("zeros", bytes -> new byte[bytes.length]);
        return all;
    }

    private interface PageChange {
        void on(ByteBuffer file, int start);
    }

    private static byte[] onPages(byte[] bytes, byte kind, PageChange change) {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        int pageSize = pageSize(file);
        for (int start = pageSize; start < bytes.length; start += pageSize) {
            if (bytes[start] == kind) {
                change.on(file, start);
            }
        }
        return bytes;
    }

    private static void claimGigabytes(ByteBuffer file, int start) {
        int cell = Short.toUnsignedInt(file.getShort(start + 8));
        file.put(start + cell, new byte[] {(byte) 0x87, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F});
    }

    private static byte[] header(byte[] bytes, int at, int value) {
        ByteBuffer.wrap(bytes).putInt(at, value);
        return bytes;
    }

    private static int pageSize(ByteBuffer file) {
        return Short.toUnsignedInt(file.getShort(PAGE_SIZE_AT));
    }
}
