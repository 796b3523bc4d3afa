package clasp.journal.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The HMACs that CLASP can store with entries, under one key. Thread-safe.
///
/// An HMAC covers the address, the value's stored text and the timestamp, in this order and without separators. It
/// proves nothing about seq, author, signal type, revision or message type, nothing about deleted entries, and it
/// cannot tell where the address ends: `/midi/cc/0` with the value `77` has the same one as `/midi/cc/07` with the
/// value `7`.
public final class Hmacs {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    /// Holds the key, is never fed itself: copying it is cheaper than preparing the key again.
    private final Mac prototype;

    private Hmacs(byte[] key) {
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(key, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }

    /// @param hexKey 64 hexadecimal digits
    /// @throws IllegalArgumentException with a sentence for people when it is anything else
    public static Hmacs withKey(String hexKey) {
        hexKey.codePoints()
                .filter(character -> character > 0x7F || !HexFormat.isHexDigit(character))
                .findFirst()
                .ifPresent(other -> {
                    throw new RefusedException(
                            Character.isSpaceChar(other) || Character.isWhitespace(other)
                                    ? CoreTexts.text("recovery.hmac.blank")
                                    : CoreTexts.text("recovery.hmac.digits", "U+%04X".formatted(other)));
                });
        if (hexKey.length() != 2 * KEY_BYTES) {
            throw new RefusedException(CoreTexts.text(
                    "recovery.hmac.length",
                    Integer.toString(2 * KEY_BYTES),
                    Integer.toString(KEY_BYTES),
                    Integer.toString(hexKey.length())));
        }
        return new Hmacs(HexFormat.of().parseHex(hexKey));
    }

    /// The HMAC as CLASP stores it: 64 hexadecimal digits in lower case.
    public String of(Entry entry) {
        return of(entry.address(), entry.valueJson(), entry.timestampMicros());
    }

    /// The HMAC of an entry with these fields, see [#of(Entry)].
    public String of(String address, String valueJson, long timestampMicros) {
        Mac mac = copy();
        mac.update(address.getBytes(StandardCharsets.UTF_8));
        mac.update(valueJson.getBytes(StandardCharsets.UTF_8));
        mac.update(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(timestampMicros)
                .flip());
        return HexFormat.of().formatHex(mac.doFinal());
    }

    /// Whether this is the entry's HMAC. The time it takes says nothing about how much of it was right.
    public boolean verify(Entry entry, String hmac) {
        return MessageDigest.isEqual(of(entry).getBytes(StandardCharsets.UTF_8), hmac.getBytes(StandardCharsets.UTF_8));
    }

    private Mac copy() {
        try {
            return (Mac) prototype.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The runtime's " + ALGORITHM + " cannot be copied", e);
        }
    }
}
