package clasp.journal.bookmarks;

import clasp.journal.model.Entry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/// An entry that somebody has marked. It belongs to every journal that holds the same entry under the same seq: to a
/// copy as well, and not to another file that took the journal's place. Immutable.
///
/// @param micros the entry's time, µs since the Unix epoch, unsigned
/// @param address the entry's
/// @param content a digest of all fields of the entry but its seq and its revision, which a compaction may number anew;
///     earlier versions took the revision as well
/// @param note what was written to it; empty for nothing
/// @param journal the name of the journal where it was marked
public record Bookmark(long seq, long micros, String address, String content, String note, String journal) {
    /// A settings file can lack anything.
    public Bookmark {
        address = Objects.requireNonNullElse(address, "");
        content = Objects.requireNonNullElse(content, "");
        note = Objects.requireNonNullElse(note, "");
        journal = Objects.requireNonNullElse(journal, "");
    }

    /// @param entry whole: a value that was cut would be another one
    public static Bookmark of(Entry entry, String note, String journal) {
        return new Bookmark(entry.seq(), entry.timestampMicros(), entry.address(), digest(entry), note, journal);
    }

    /// Whether it marks this entry, which must be whole.
    public boolean isOf(Entry entry) {
        return entry.seq() == seq
                && entry.timestampMicros() == micros
                && (digest(entry).equals(content) || earlierDigest(entry).equals(content));
    }

    /// Whether both mark the same entry.
    public boolean marksAs(Bookmark other) {
        return seq == other.seq && micros == other.micros && content.equals(other.content);
    }

    /// The same as this version makes it of the entry that it marks.
    public Bookmark renewed(Entry entry) {
        return of(entry, note, journal);
    }

    public Bookmark withNote(String text) {
        return new Bookmark(seq, micros, address, content, text, journal);
    }

    private static String digest(Entry entry) {
        return digest(
                entry,
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(entry.timestampMicros())
                        .putLong(entry.msgType()));
    }

    private static String earlierDigest(Entry entry) {
        Long revision = entry.revision();
        return digest(
                entry,
                ByteBuffer.allocate(3 * Long.BYTES + 1)
                        .putLong(entry.timestampMicros())
                        .putLong(entry.msgType())
                        .put((byte) (revision == null ? 0 : 1))
                        .putLong(revision == null ? 0 : revision));
    }

    private static String digest(Entry entry, ByteBuffer numbers) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(numbers.flip());
            for (String text : new String[] {entry.author(), entry.address(), entry.signalType(), entry.valueJson()}) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
