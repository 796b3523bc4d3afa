package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.MissingEntriesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The damaged parts of a file that whoever reads its entries met and went around. Used by one thread.
final class DamageReport {
    private static final int MAX_NAMED = 3;

    private final List<DamagedPart> parts = new ArrayList<>();
    private @Nullable DamagedException first;

    /// One that begins where the one before began is the same, known better by now.
    void add(DamagedPart part, DamagedException cause) {
        if (!parts.isEmpty() && Objects.equals(parts.getLast().after(), part.after())) {
            parts.removeLast();
        }
        parts.add(part);
        first = first == null ? cause : first;
    }

    /// Adds the first damaged part in the range.
    ///
    /// @param columns what is read of an entry
    /// @param cause that there is one
    /// @return where reading goes on
    SeqRange around(
            SqliteSource source, String columns, SeqRange range, DamagedException cause, Cancellation cancellation) {
        DamagedPart part = DamagedPart.find(source, columns, range, cancellation);
        if (part.after() != null && part.after() >= range.last()) {
            // The damage lies behind the range.
            return SeqRange.NONE;
        }
        add(part, cause);
        Long next = part.before();
        return next == null ? SeqRange.NONE : new SeqRange(next, range.last());
    }

    /// Adds where rows were whose seqs are damaged.
    void passedOver(SqliteSource source, Attempt tried, List<DamagedPart> passed) {
        if (!passed.isEmpty()) {
            source.noteDamage();
            DamagedException cause = JdbcErrors.damaged(
                    JdbcErrors.disorder(), tried, source.file().name());
            passed.forEach(part -> add(part, cause));
        }
    }

    /// @throws MissingEntriesException saying which entries are missing, when there was any damage
    void tell() {
        missing().ifPresent(missing -> {
            throw missing;
        });
    }

    /// Says which entries are missing; empty without damage.
    Optional<MissingEntriesException> missing() {
        DamagedException cause = first;
        if (cause == null) {
            return Optional.empty();
        }
        String why = cause.sentences();
        String named = parts.stream().limit(MAX_NAMED).map(DamagedPart::missing).collect(Collectors.joining(","));
        String sentences = parts.size() > MAX_NAMED
                ? CoreTexts.text("store.missing.more", why, named, Integer.toString(parts.size() - MAX_NAMED))
                : CoreTexts.text("store.missing", why, named);
        Long after = parts.getFirst().after();
        return Optional.of(new MissingEntriesException(
                JdbcErrors.withWords(sentences, cause.getCause()), after == null ? 1 : after + 1, cause.getCause()));
    }
}
