package clasp.journal.router.core;

import clasp.journal.wire.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to become of a write. Immutable.
public sealed interface Decision {
    /// It holds, once the journal has it.
    ///
    /// @param changes in the order in which they take effect
    /// @param ack what its sender is told; null for nothing, as after a PUBLISH
    record Accepted(List<Change> changes, @Nullable Message ack) implements Decision {
        public Accepted {
            changes = List.copyOf(changes);
        }
    }

    /// Nothing of it holds.
    record Refused(Refusal refusal) implements Decision {}
}
