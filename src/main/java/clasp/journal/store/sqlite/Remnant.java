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
        return CoreTexts.text("store.left", what, String.join(" ", sentences(found)));
    }

    /// Nothing is said to be complete but what shows by its numbers.
    private static List<String> sentences(Salvage.Found found) {
        List<String> sentences = new ArrayList<>(entries(found.entries()));
        Salvage.Numbers snapshots = found.snapshots();
        long taken = Math.max(snapshots.given(), snapshots.count() == 0 ? 0 : snapshots.last());
        if (taken == 1 && snapshots.count() == 0) {
            sentences.add(CoreTexts.text("store.left.onlySnapshot"));
        } else if (taken > snapshots.count()) {
            sentences.add(CoreTexts.text(
                    "store.left.snapshots", Long.toString(taken), Long.toString(taken - snapshots.count())));
        } else if (snapshots.given() == 0) {
            sentences.add(CoreTexts.text("store.left.perhapsSnapshots"));
        } else {
            sentences.add(CoreTexts.text("store.left.everySnapshot"));
        }
        addSome(sentences, "store.left.brokenSnapshots", found.brokenSnapshots());
        addSome(sentences, "store.left.hmacs", found.lostHmacs());
        addSome(sentences, "store.left.seqs.byPlace", found.seqs().byPlace());
        addSome(sentences, "store.left.seqs.asStored", found.seqs().asStored());
        addSome(sentences, "store.left.seqs.leftOut", found.seqs().leftOut());
        boolean lost = taken > snapshots.count()
                || found.brokenSnapshots() > 0
                || found.lostHmacs() > 0
                || isMissing(found.entries());
        sentences.add(CoreTexts.text(lost ? "store.left.lost" : "store.left.nothingLost"));
        return sentences;
    }

    private static void addSome(List<String> sentences, String key, long number) {
        if (number > 0) {
            sentences.add(CoreTexts.text(key, Long.toString(number)));
        }
    }

    private static boolean isMissing(Salvage.Numbers found) {
        return found.count() == 0 || found.missing() > 0 || found.last() != found.given();
    }

    private static List<String> entries(Salvage.Numbers found) {
        if (found.count() == 0) {
            return List.of(CoreTexts.text("store.left.noEntry"));
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(between(found));
        if (found.first() > 1) {
            sentences.add(CoreTexts.text("store.left.before"));
        }
        if (found.given() > found.last()) {
            sentences.add(CoreTexts.text("store.left.after", Long.toString(found.given())));
        } else if (found.given() < found.last()) {
            sentences.add(CoreTexts.text("store.left.perhapsAfter"));
        }
        return sentences;
    }

    private static String between(Salvage.Numbers found) {
        String first = Long.toString(found.first());
        String last = Long.toString(found.last());
        return found.missing() == 0
                ? CoreTexts.text("store.left.every", first, last)
                : CoreTexts.text("store.left.gaps", first, last, Long.toString(found.missing()));
    }
}
