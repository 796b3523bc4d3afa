package clasp.journal.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/// Writes text as UTF-8 through a buffer, without making an object per field: half of the time of an export would go
/// into those. Unpaired surrogates, which UTF-8 cannot hold, become U+FFFD. Not thread-safe.
final class Utf8Output implements Closeable {
    private static final int CAPACITY = 1 << 16;
    private static final int CHUNK = CAPACITY / 4;
    private static final int MAX_DIGITS = 20;

    private final OutputStream out;
    private final byte[] buffer = new byte[CAPACITY];
    private int used;
    private long flushed;

    Utf8Output(OutputStream out) {
        this.out = out;
    }

    /// Bytes written so far.
    long written() {
        return flushed + used;
    }

    /// A single ASCII character.
    void ascii(char character) throws IOException {
        reserve(1);
        buffer[used++] = (byte) character;
    }

    /// ASCII bytes, at most a few hundred.
    void ascii(byte[] bytes, int offset, int length) throws IOException {
        reserve(length);
        System.arraycopy(bytes, offset, buffer, used, length);
        used += length;
    }

    void decimal(long number) throws IOException {
        if (number < 0) {
            ascii('-');
            unsigned(-number);
        } else {
            unsigned(number);
        }
    }

    /// All 64 bits as an unsigned number.
    void unsigned(long number) throws IOException {
        reserve(MAX_DIGITS);
        long rest = number;
        if (rest < 0) {
            long quotient = Long.divideUnsigned(rest, 10);
            unsigned(quotient);
            ascii((char) ('0' + (int) (rest - quotient * 10)));
            return;
        }
        int end = used + digits(rest);
        int at = end;
        do {
            long quotient = rest / 10;
            buffer[--at] = (byte) ('0' + (int) (rest - quotient * 10));
            rest = quotient;
        } while (rest != 0);
        used = end;
    }

    /// Exactly `width` digits, with leading zeros.
    void padded(int number, int width) throws IOException {
        reserve(width);
        int rest = number;
        for (int at = used + width; at > used; rest /= 10) {
            buffer[--at] = (byte) ('0' + rest % 10);
        }
        used += width;
    }

    void text(String text) throws IOException {
        text(text, 0, text.length());
    }

    void text(String text, int from, int to) throws IOException {
        int begin = from;
        while (begin < to) {
            int end = Math.min(begin + CHUNK, to);
            if (end < to && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            if (end == begin) {
                end++;
            }
            chunk(text, begin, end);
            begin = end;
        }
    }

    /// Writes the whole text if it is short and has only ASCII characters that are not marked; else nothing.
    /// @param marked by character, for the 128 ASCII characters
    boolean plain(String text, boolean[] marked) throws IOException {
        int length = text.length();
        if (length > CHUNK) {
            return false;
        }
        reserve(length);
        byte[] target = buffer;
        int at = used;
        for (int i = 0; i < length; i++) {
            char character = text.charAt(i);
            if (character >= 128 || marked[character]) {
                return false;
            }
            target[at + i] = (byte) character;
        }
        used = at + length;
        return true;
    }

    void flush() throws IOException {
        drain();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try {
            flush();
        } finally {
            out.close();
        }
    }

    private void chunk(String text, int from, int to) throws IOException {
        reserve((to - from) * 3);
        byte[] target = buffer;
        int at = used;
        for (int i = from; i < to; i++) {
            int code = text.charAt(i);
            if (code < 0x80) {
                target[at++] = (byte) code;
            } else if (code < 0x800) {
                target[at++] = (byte) (0xC0 | code >> 6);
                target[at++] = (byte) (0x80 | code & 0x3F);
            } else if (Character.isHighSurrogate((char) code)
                    && i + 1 < to
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                code = Character.toCodePoint((char) code, text.charAt(++i));
                target[at++] = (byte) (0xF0 | code >> 18);
                target[at++] = (byte) (0x80 | code >> 12 & 0x3F);
                target[at++] = (byte) (0x80 | code >> 6 & 0x3F);
                target[at++] = (byte) (0x80 | code & 0x3F);
            } else {
                int shown = Character.isSurrogate((char) code) ? 0xFFFD : code;
                target[at++] = (byte) (0xE0 | shown >> 12);
                target[at++] = (byte) (0x80 | shown >> 6 & 0x3F);
                target[at++] = (byte) (0x80 | shown & 0x3F);
            }
        }
        used = at;
    }

    private void reserve(int bytes) throws IOException {
        if (CAPACITY - used < bytes) {
            drain();
        }
    }

    private void drain() throws IOException {
        out.write(buffer, 0, used);
        flushed += used;
        used = 0;
    }

    private static int digits(long number) {
        int digits = 1;
        for (long limit = 10; digits < 19 && number >= limit; limit *= 10) {
            digits++;
        }
        return digits;
    }
}
