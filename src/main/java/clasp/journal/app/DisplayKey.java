package clasp.journal.app;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// What an X server wants to be shown by who connects: the name of a procedure and a secret, both empty for none. The
/// formats are those of Xau's file and of the X protocol's connection setup.
record DisplayKey(byte[] name, byte[] secret) {
    static final DisplayKey NONE = new DisplayKey(new byte[0], new byte[0]);

    private static final byte[] COOKIE = "MIT-MAGIC-COOKIE-1".getBytes(StandardCharsets.US_ASCII);

    /// Addresses of this machine, and of any.
    private static final int LOCAL = 256;

    private static final int WILD = 0xffff;

    private static final int SETUP_BYTES = 12;
    private static final int MOST_FILE_BYTES = 1 << 20;

    /// The first one for this display of this machine in the user's file of keys; [#NONE] when there is none, or the
    /// file cannot be read: the server answers that.
    ///
    /// @param number of the display, such as `0`
    static DisplayKey of(String number, Map<String, String> environment) {
        String file = environment.get("XAUTHORITY");
        Path path = file == null || file.isEmpty()
                ? Path.of(environment.getOrDefault("HOME", ""), ".Xauthority")
                : Path.of(file);
        try {
            return Files.isRegularFile(path) && Files.size(path) <= MOST_FILE_BYTES
                    ? find(number, Files.readAllBytes(path)).orElse(NONE)
                    : NONE;
        } catch (IOException e) {
            return NONE;
        }
    }

    private static Optional<DisplayKey> find(String number, byte[] file) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(file));
        while (in.available() > 0) {
            int family = in.readUnsignedShort();
            counted(in);
            String display = new String(counted(in), StandardCharsets.US_ASCII);
            var key = new DisplayKey(counted(in), counted(in));
            if ((family == LOCAL || family == WILD)
                    && (display.isEmpty() || display.equals(number))
                    && Arrays.equals(key.name, COOKIE)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    private static byte[] counted(DataInputStream in) throws IOException {
        int length = in.readUnsignedShort();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The file of keys is cut off.");
        }
        return bytes;
    }

    /// What a little-endian client of protocol 11.0 says first.
    ByteBuffer greeting() {
        return ByteBuffer.allocate(SETUP_BYTES + padded(name.length) + padded(secret.length))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'l')
                .put((byte) 0)
                .putShort((short) 11)
                .putShort((short) 0)
                .putShort((short) name.length)
                .putShort((short) secret.length)
                .putShort((short) 0)
                .put(Arrays.copyOf(name, padded(name.length)))
                .put(Arrays.copyOf(secret, padded(secret.length)))
                .flip();
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }
}
