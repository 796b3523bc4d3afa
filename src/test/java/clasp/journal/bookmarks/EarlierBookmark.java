package clasp.journal.bookmarks;

import clasp.journal.model.Entry;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A bookmark as the first versions stored it: its digest has the entry's revision in it. Stateless.
public final class EarlierBookmark {
    private EarlierBookmark() {}

    public static Bookmark of(Entry entry, String note) {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        try {
            out.writeLong(entry.timestampMicros());
            out.writeLong(entry.msgType());
            out.writeBoolean(entry.revision() != null);
            out.writeLong(Optional.ofNullable(entry.revision()).orElse(0L));
            for (String text : List.of(entry.author(), entry.address(), entry.signalType(), entry.valueJson())) {
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(encoded.length);
                out.write(encoded);
            }
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
            return new Bookmark(entry.seq(), entry.timestampMicros(), entry.address(), digest, note, "show.db");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
