package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.JournalException;
import clasp.journal.store.MissingEntriesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The damaged parts of a file that a scan met and went around. Used by one thread.
final class DamageReport {
    private static final int MAX_NAMED = 3;

    private final List<DamagedPart> parts = new ArrayList<>();
    private @Nullable JournalException first;

    /// One that begins where the one before began is the same, known better by now.
    void add(DamagedPart part, JournalException cause) {
        if (!parts.isEmpty() && Objects.equals(parts.getLast().after(), part.after())) {
            parts.removeLast();
        }
        parts.add(part);
        first = first == null ? cause : first;
    }

    /// @throws MissingEntriesException saying which entries are missing, when there was any damage
    void tell() {
        JournalException cause = first;
        if (cause != null) {
            String why = JdbcErrors.withoutWords(cause);
            String named =
                    parts.stream().limit(MAX_NAMED).map(DamagedPart::missing).collect(Collectors.joining(","));
            String sentences = parts.size() > MAX_NAMED
                    ? CoreTexts.text("store.missing.more", why, named, Integer.toString(parts.size() - MAX_NAMED))
                    : CoreTexts.text("store.missing", why, named);
            Long after = parts.getFirst().after();
            throw new MissingEntriesException(
                    JdbcErrors.withWords(sentences, cause.getCause()), after == null ? 1 : after + 1, cause.getCause());
        }
    }
}
