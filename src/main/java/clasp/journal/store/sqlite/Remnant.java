package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.Damage;
import clasp.journal.store.JournalException;
import java.util.ArrayList;
import java.util.List;

/// Why only a part of a file can be read. Immutable.
///
/// @param what a sentence that says what is wrong with the file
record Remnant(Damage damage, String what) {
    /// @param missingPages how many of its pages are not there; without any, it is damaged elsewhere
    static Remnant of(JournalFile file, long missingPages, long pages) {
        return missingPages > 0
                ? new Remnant(Damage.CUT_OFF, DatabaseHeader.truncation(file, missingPages, pages))
                : new Remnant(Damage.SALVAGED, CoreTexts.text("store.file.damaged", file.name()));
    }

    /// Where nothing is left, SQLite says what it makes of a file that is cut off; of another one it has said so.
    ///
    /// @throws JournalException where nothing is left of one that is damaged elsewhere
    void refuseNothing() {
        if (damage == Damage.SALVAGED) {
            throw new JournalException(CoreTexts.text("store.damaged.nothing", what));
        }
    }

    /// For the sentence when the copy of what is left cannot be made.
    String whyCopied() {
        return CoreTexts.text("store.copy.left", what);
    }

    /// What whoever opens the file should know.
    String note(Salvage.Found found) {
        return CoreTexts.text("store.left", what, String.join(" ", entries(found)));
    }

    /// Nothing is said to be complete but what shows: whether snapshots are lost never does.
    private static List<String> entries(Salvage.Found found) {
        List<String> sentences = new ArrayList<>();
        boolean lost = found.entries() == 0 || found.missing() > 0 || found.last() != found.given();
        if (found.entries() == 0) {
            sentences.add(CoreTexts.text("store.left.noEntry"));
        } else {
            sentences.add(between(found));
            if (found.first() > 1) {
                sentences.add(CoreTexts.text("store.left.before"));
            }
            if (found.given() > found.last()) {
                sentences.add(CoreTexts.text("store.left.after", Long.toString(found.given())));
            } else if (found.given() < found.last()) {
                sentences.add(CoreTexts.text("store.left.perhapsAfter"));
            }
        }
        sentences.add(CoreTexts.text(lost ? "store.left.lost" : "store.left.snapshots"));
        return sentences;
    }

    private static String between(Salvage.Found found) {
        String first = Long.toString(found.first());
        String last = Long.toString(found.last());
        return found.missing() == 0
                ? CoreTexts.text("store.left.every", first, last)
                : CoreTexts.text("store.left.gaps", first, last, Long.toString(found.missing()));
    }
}
