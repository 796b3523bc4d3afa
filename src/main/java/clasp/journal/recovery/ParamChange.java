package clasp.journal.recovery;

import clasp.journal.model.Param;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One address in two states; at least one of them has it. Immutable.
public record ParamChange(
        ChangeKind kind,
        String address,
        @Nullable Param before,
        @Nullable Param after) {
    public Optional<Param> earlier() {
        return Optional.ofNullable(before);
    }

    public Optional<Param> later() {
        return Optional.ofNullable(after);
    }

    /// By how much the number rose, exactly; empty when the address has not a number on both sides.
    public Optional<BigDecimal> rise() {
        return before == null || after == null
                ? Optional.empty()
                : JsonNumber.difference(after.valueJson(), before.valueJson());
    }
}
