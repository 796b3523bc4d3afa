package clasp.journal.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A snapshot's content, as far as it can be read. Immutable.
///
/// @param params what could be read, in stored order
/// @param damage why and where reading stopped, as a sentence; null when all of it was read
/// @param claspRefusal why CLASP itself cannot load this snapshot, as a sentence naming the address that causes it
///     (its reader gives up above 127 levels of nesting, and recovery then goes on without the snapshot in silence);
///     null when it can
/// @param fileDamaged whether reading stopped because the file is damaged there, not because of what is written in it
public record Snapshot(
        SnapshotInfo info,
        List<Param> params,
        @Nullable String damage,
        @Nullable String claspRefusal,
        boolean fileDamaged) {
    /// One in a file that is not damaged there.
    public Snapshot(SnapshotInfo info, List<Param> params, @Nullable String damage, @Nullable String claspRefusal) {
        this(info, params, damage, claspRefusal, false);
    }

    public Snapshot {
        params = List.copyOf(params);
    }

    /// Whether a router can recover from this snapshot.
    public boolean usable() {
        return damage == null && claspRefusal == null;
    }

    /// Whose value CLASP cannot load; empty when it can load all of them.
    public Optional<String> refusedAddress() {
        return claspRefusal == null
                ? Optional.empty()
                : params.stream()
                        .filter(param -> SnapshotJson.claspRefusal(param).isPresent())
                        .map(Param::address)
                        .findFirst();
    }

    /// What is wrong with it, as a sentence; empty for a usable snapshot.
    public Optional<String> problem() {
        return Optional.ofNullable(damage != null ? damage : claspRefusal);
    }
}
