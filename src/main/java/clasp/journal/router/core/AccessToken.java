package clasp.journal.router.core;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.RefusedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a client must show, if anything. Immutable.
public final class AccessToken {
    /// Everyone may.
    public static final AccessToken NONE = new AccessToken(null);

    private final byte @Nullable [] expected;

    private AccessToken(byte @Nullable [] expected) {
        this.expected = expected;
    }

    /// @throws IllegalArgumentException with a sentence when it is blank, or nobody could show it over HTTP
    public static AccessToken of(String token) {
        if (token.isBlank()) {
            throw new RefusedException(CoreTexts.text("router.token.empty"));
        }
        if (!token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new RefusedException(CoreTexts.text("router.token.odd"));
        }
        return new AccessToken(token.getBytes(StandardCharsets.UTF_8));
    }

    public boolean isRequired() {
        return expected != null;
    }

    /// Why what was shown does not do, as a sentence; empty when it does. Takes equally long for every wrong token.
    public Optional<String> objection(@Nullable String shown) {
        if (expected == null) {
            return Optional.empty();
        }
        if (shown == null || shown.isEmpty()) {
            return Optional.of("Authentication required: this router wants a token.");
        }
        return MessageDigest.isEqual(expected, shown.getBytes(StandardCharsets.UTF_8))
                ? Optional.empty()
                : Optional.of("Invalid token.");
    }

    /// Never the token itself, which must not come into a log.
    @Override
    public String toString() {
        return isRequired() ? "a token" : "no token";
    }
}
