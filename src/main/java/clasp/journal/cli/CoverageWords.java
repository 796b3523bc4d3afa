package clasp.journal.cli;

import clasp.journal.model.SeqRange;
import clasp.journal.recovery.Coverage;
import clasp.journal.recovery.LostEntries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says what of a state the journal does not have any more. Stateless.
final class CoverageWords {
    private static final int NAMED = 5;

    private CoverageWords() {}

    /// Why nothing can be said of the state; empty where something can.
    static Optional<String> unknown(Coverage coverage) {
        return coverage.beginning()
                .filter(gone -> coverage.unknown())
                .map(gone -> "The state at seq " + coverage.seq() + " cannot be recovered: the entries "
                        + seqs(gone) + " are not in the journal any more, and " + snapshot(coverage) + " "
                        + (coverage.earliest().isPresent()
                                ? "The earliest seq whose state can be recovered as a whole is "
                                        + coverage.earliest().getAsLong() + "."
                                : "There is no seq whose state can be recovered as a whole.")
                        + " For this one, look for a backup made before the compaction.");
    }

    /// What whoever reads the state should know.
    ///
    /// @param asked the seq that was asked for; null for the newest
    static List<String> of(Coverage coverage, @Nullable Long asked) {
        List<String> sentences = new ArrayList<>();
        if (asked != null && asked > coverage.end()) {
            sentences.add(
                    asked <= coverage.given()
                            ? "The entries from seq " + (coverage.end() + 1) + " on are not in the journal, although it"
                                    + " gave out seqs up to " + coverage.given() + ": this is the state after seq "
                                    + coverage.end() + "."
                            : "There is no seq " + asked + ": the journal ends at seq " + coverage.end()
                                    + ", and this is the state there.");
        }
        coverage.beginning()
                .ifPresent(gone -> sentences.add("This is not the whole state: the entries " + seqs(gone)
                        + " are not in the journal any more, and " + snapshot(coverage)
                        + " What only they set is lost for every recovery."));
        if (coverage.holes() > 0) {
            sentences.add(Counted.entries(coverage.holes()) + (coverage.holes() == 1 ? " is" : " are")
                    + " missing in the middle (from seq " + coverage.firstHole()
                    + "): a param that only they set does not come back, and one that they set last comes back older.");
        }
        return sentences;
    }

    /// Which params show by their revisions that they were set in a hole.
    static List<String> of(LostEntries holes) {
        List<String> sentences = new ArrayList<>();
        if (!holes.stale().isEmpty()) {
            sentences.add("By their next SETs, these come back older for every recovery: " + some(holes.stale()) + ".");
        }
        if (!holes.madeGood().isEmpty()) {
            sentences.add("These lost SETs there but were set again since: " + some(holes.madeGood()) + ".");
        }
        return sentences;
    }

    private static String some(List<String> addresses) {
        String listed = String.join(
                ", ", addresses.stream().limit(NAMED).map(JsonStrings::quoted).toList());
        return addresses.size() > NAMED ? listed + " and " + (addresses.size() - NAMED) + " more" : listed;
    }

    private static String seqs(SeqRange range) {
        return range.first() == range.last()
                ? "with seq " + range.first()
                : "with seqs " + range.first() + " to " + range.last();
    }

    private static String snapshot(Coverage coverage) {
        return coverage.snapshotSeq() == 0
                ? "no snapshot that was there by then can be loaded."
                : "the latest snapshot that was there by then has only what was set up to seq " + coverage.snapshotSeq()
                        + ".";
    }
}
