package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.Damage;
import clasp.journal.store.JournalException;

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
    String note() {
        return CoreTexts.text(damage == Damage.CUT_OFF ? "store.cutOff.left" : "store.damaged.left", what);
    }
}
