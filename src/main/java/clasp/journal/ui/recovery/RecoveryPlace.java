package clasp.journal.ui.recovery;

import clasp.journal.recovery.RecoveryRule;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where the user is in a recovery view. Immutable.
///
/// @param tab what is on screen below the cursor
/// @param seq where the cursor is; null for nowhere
/// @param address the param in question; empty for that of the entry at the cursor
/// @param pinned whether it stays in question
/// @param rule by which states are recovered
public record RecoveryPlace(RecoveryTab tab, @Nullable Long seq, String address, boolean pinned, RecoveryRule rule) {
    /// A settings file can lack anything.
    public RecoveryPlace {
        tab = Objects.requireNonNullElse(tab, RecoveryTab.STATE);
        address = Objects.requireNonNullElse(address, "");
        rule = Objects.requireNonNullElse(rule, RecoveryRule.DOCUMENTED);
    }
}
