package clasp.journal.ui.export;

import clasp.journal.store.Damage;
import clasp.journal.store.DamagedException;
import clasp.journal.store.MissingEntriesException;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.SizeText;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeLeft;
import java.util.Locale;

/// What the dialog says. Stateless.
final class ExportWords {
    private ExportWords() {}

    /// What an export did, in one line.
    static String done(ExportOutcome outcome) {
        return Texts.text(
                "export.done.line",
                outcome.exported().entries(),
                outcome.matches(),
                SizeText.text(outcome.exported().bytes()),
                outcome.exported().file().toString());
    }

    /// What should be known of it besides; empty when nothing.
    static String remark(ExportOutcome outcome) {
        long missing = outcome.matches() - outcome.exported().entries();
        if (missing > 0) {
            return Texts.text("export.done.gone", missing);
        }
        if (missing < 0) {
            return Texts.text("export.done.miscounted", outcome.matches());
        }
        return outcome.grown() ? Texts.text("export.done.grown", NumberText.seq(outcome.lastSeq())) : "";
    }

    static String working(ExportWork work) {
        String key = work.finding() ? "export.working.finding" : "export.working.written";
        return work.total() < 0
                ? Texts.text(key, work.entries())
                : Texts.text(key + "Of", work.entries(), work.total());
    }

    /// @param left guesses how long the counting takes still
    static String count(MatchCount count, TimeLeft left) {
        return switch (count) {
            case MatchCount.Counting(double fraction) -> {
                String rest = left.words(fraction);
                String done = fraction < 0
                        ? Texts.text("export.count.counting")
                        : Texts.text("export.count.countingPercent", Math.round(fraction * 100));
                yield rest.isEmpty() ? done : done + " · " + rest;
            }
            case MatchCount.Counted counted ->
                Texts.text("export.count.entries", NumberText.grouped(counted.entries()), counted.entries());
            case MatchCount.Stopped _ -> Texts.text("export.count.stopped");
            case MatchCount.Failed(String sentence) -> sentence;
        };
    }

    static String kind(FileKind kind) {
        return Texts.text("export.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    /// As what a sentence says the entries are written.
    static String asKind(FileKind kind) {
        return Texts.text("export.kind." + kind.name().toLowerCase(Locale.ROOT) + ".written");
    }

    /// Why an export failed, and what can be exported all the same.
    ///
    /// @param damage of the journal
    static String failure(Throwable error, Damage damage) {
        boolean damaged = error instanceof DamagedException || error instanceof MissingEntriesException;
        return damaged && damage == Damage.MET ? Texts.text("export.failed.damaged", sentence(error)) : sentence(error);
    }

    static String sentence(Throwable error) {
        String message = error.getMessage();
        return message == null || message.isBlank() ? Texts.text("export.failed.unknown") : message;
    }
}
