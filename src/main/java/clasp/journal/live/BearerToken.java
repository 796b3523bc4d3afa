package clasp.journal.live;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.RefusedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The secret that a relay wants to see before it shows its journal. Never printed, never part of a message. Immutable.
public final class BearerToken {
    /// For a relay that asks for none.
    public static final BearerToken NONE = new BearerToken("");

    private final String secret;

    private BearerToken(String secret) {
        this.secret = secret;
    }

    /// @param secret blanks around it are left out; an empty one is [#NONE]
    /// @throws IllegalArgumentException with a sentence when it cannot be sent
    public static BearerToken of(String secret) {
        String stripped = secret.strip();
        if (!stripped.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new RefusedException(CoreTexts.text("live.token"));
        }
        return stripped.isEmpty() ? NONE : new BearerToken(stripped);
    }

    public boolean isPresent() {
        return !secret.isEmpty();
    }

    /// The value of the header `Authorization`.
    Optional<String> authorization() {
        return isPresent() ? Optional.of("Bearer " + secret) : Optional.empty();
    }

    /// What HELLO says; null for none.
    @Nullable
    String secret() {
        return isPresent() ? secret : null;
    }

    @Override
    public String toString() {
        return isPresent() ? "a token" : "no token";
    }
}
