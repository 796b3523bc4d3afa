package clasp.journal.recovery;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One part of a value that is not as before. Immutable.
///
/// @param kind `ADDED`, `REMOVED`, `CHANGED` or `RETYPED`
/// @param path where the part is: `layer[3].opacity`; empty for the whole value
/// @param beforeJson what stood there; null when nothing did
/// @param afterJson what stands there now; null when nothing does
public record ValueChange(
        ChangeKind kind,
        String path,
        @Nullable String beforeJson,
        @Nullable String afterJson) {
    /// By how much the number rose, exactly; empty when there is not a number on both sides.
    public Optional<BigDecimal> rise() {
        return beforeJson == null || afterJson == null
                ? Optional.empty()
                : JsonNumber.difference(afterJson, beforeJson);
    }
}
