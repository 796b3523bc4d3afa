package clasp.journal.store;

import clasp.journal.model.CoreTexts;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file as it was at some moment, to show later that it is untouched. Immutable.
///
/// @param present whether it was there; otherwise the rest says nothing
/// @param modifiedMillis since the Unix epoch
/// @param sha256 of its content, in lower-case hexadecimal digits
public record OriginalFile(Path file, boolean present, long sizeBytes, long modifiedMillis, String sha256) {
    private static final int CHUNK = 1 << 20;

    /// Reads the whole file, and changes nothing on it.
    ///
    /// @throws JournalException when it is there and cannot be read
    public static OriginalFile of(Path file, Cancellation cancellation) {
        return of(file, InputStream::close, cancellation);
    }

    /// How a file is closed that was read.
    @FunctionalInterface
    public interface Closing {
        void close(InputStream read) throws IOException;
    }

    /// The same where closing the file may have to wait.
    public static OriginalFile of(Path file, Closing closing, Cancellation cancellation) {
        if (Files.notExists(file)) {
            return new OriginalFile(file, false, 0, 0, "");
        }
        try {
            InputStream content = new FileInputStream(file.toFile());
            try {
                return of(file, content, cancellation);
            } finally {
                closing.close(content);
            }
        } catch (IOException e) {
            throw new JournalException(CoreTexts.text("store.hashUnread", file.toString(), FileReason.of(e)), e);
        }
    }

    private static OriginalFile of(Path file, InputStream content, Cancellation cancellation) throws IOException {
        try {
            long modified = Files.getLastModifiedTime(file).toMillis();
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[CHUNK];
            long size = 0;
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                cancellation.check();
                digest.update(chunk, 0, read);
                size += read;
            }
            return new OriginalFile(file, true, size, modified, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /// Whether it is the same file with the same content and time of its last change.
    public boolean untouched(OriginalFile later) {
        return equals(later);
    }
}
