package clasp.journal.recovery;

import clasp.journal.model.CoreTexts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something that is wrong with a journal. Immutable.
///
/// @param seq where: of the entry, of the first missing one, or a snapshot's seq_at
/// @param address whose param it concerns; null when it concerns none in particular
/// @param details what the explanation fills in, as texts
public record Problem(ProblemKind kind, long seq, @Nullable String address, List<String> details) {
    public Problem {
        details = List.copyOf(details);
    }

    static Problem of(ProblemKind kind, long seq, @Nullable String address, String... details) {
        return new Problem(kind, seq, address, List.of(details));
    }

    public Optional<String> concerns() {
        return Optional.ofNullable(address);
    }

    public Severity severity() {
        return kind.severity();
    }

    /// What is wrong, in plain words.
    public String explanation() {
        return CoreTexts.text("recovery.problem." + kind.key(), details.toArray(String[]::new));
    }

    /// What can be done about it.
    public String advice() {
        return CoreTexts.text("recovery.problem." + kind.key() + ".advice", details.toArray(String[]::new));
    }
}
