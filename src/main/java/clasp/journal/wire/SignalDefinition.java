package clasp.journal.wire;

import clasp.journal.model.SignalType;
import org.jspecify.annotations.Nullable;

/// A signal that someone offers, as in ANNOUNCE and RESULT. Immutable.
///
/// @param meta in an ANNOUNCE only: RESULT has no room for it
public record SignalDefinition(
        String address,
        SignalType type,
        @Nullable String datatype,
        @Nullable String access,
        @Nullable SignalMeta meta) {
    SignalDefinition withoutMeta() {
        return new SignalDefinition(address, type, datatype, access, null);
    }
}
