package clasp.journal.cli;

import clasp.journal.model.SeqRange;
import clasp.journal.recovery.Coverage;
import clasp.journal.recovery.LostEntries;
import clasp.journal.recovery.RecoveryRule;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says what of a state the journal does not have any more, and for which recovery. Immutable.
///
/// @param coverage for the recovery that was asked for
/// @param documented for the one that loses least
record CoverageWords(RecoveryRule rule, Coverage coverage, Coverage documented) {
    private static final int NAMED = 5;

    /// @param seq any; Long.MAX_VALUE for the newest
    static CoverageWords of(JournalReader journal, RecoveryRule rule, long seq) {
        Coverage coverage = Coverage.of(journal, rule, seq, Cancellation.none());
        boolean same = rule == RecoveryRule.DOCUMENTED || coverage.isWhole();
        return new CoverageWords(
                rule,
                coverage,
                same ? coverage : Coverage.of(journal, RecoveryRule.DOCUMENTED, seq, Cancellation.none()));
    }

    /// Why nothing can be said of the state; empty where something can.
    Optional<String> unknown() {
        boolean forAll = documented.unknown();
        String whole = (forAll ? "can be recovered" : "clasp-router recovers") + " as a whole";
        return coverage.beginning()
                .filter(gone -> coverage.unknown())
                .map(gone -> "The state at seq " + coverage.seq() + " cannot be recovered"
                        + (forAll ? "" : " as clasp-router does it") + ": " + whatIsGone(gone) + " "
                        + (coverage.earliest().isPresent()
                                ? "The earliest seq whose state " + whole + " is "
                                        + coverage.earliest().getAsLong() + "."
                                : "There is no seq whose state " + whole + ".")
                        + (forAll
                                ? " For this one, look for a backup made before the compaction."
                                : " Recovery as documented begins with " + documentedSnapshot()
                                        + ": ask for it with --as documented."));
    }

    /// What whoever reads the state should know.
    ///
    /// @param asked the seq that was asked for; null for the newest
    List<String> remarks(@Nullable Long asked) {
        List<String> sentences = new ArrayList<>();
        if (asked != null && asked > coverage.end()) {
            sentences.add(beyond(asked));
        }
        coverage.beginning()
                .ifPresent(gone ->
                        sentences.add("This is not the whole state: " + whatIsGone(gone) + " " + whoseLoss(gone)));
        if (coverage.holes() > 0) {
            sentences.add(holes());
        }
        return sentences;
    }

    private String beyond(long asked) {
        return asked <= coverage.given()
                ? "The entries from seq " + (coverage.end() + 1) + " on are not in the journal, although it gave out"
                        + " seqs up to " + coverage.given() + ": this is the state after seq " + coverage.end() + "."
                : "There is no seq " + asked + ": the journal ends at seq " + coverage.end()
                        + ", and this is the state there.";
    }

    private String whatIsGone(SeqRange gone) {
        return (isOne(gone) ? "the entry " + seqs(gone) + " is" : "the entries " + seqs(gone) + " are")
                + " not in the journal any more, and " + snapshot();
    }

    private String snapshot() {
        if (coverage.snapshotSeq() > 0) {
            return "the latest snapshot that was there by then has only what was set up to seq "
                    + coverage.snapshotSeq() + ".";
        }
        return documented.snapshotSeq() > 0
                ? "the newest snapshot that was there by then cannot be loaded: clasp-router takes no other."
                : "no snapshot that was there by then can be loaded.";
    }

    private String whoseLoss(SeqRange gone) {
        String which = isOne(gone) ? "it" : "they";
        Optional<SeqRange> forAll = documented.beginning();
        if (forAll.equals(Optional.of(gone))) {
            return "What only " + which + " set is lost for every recovery.";
        }
        String documentedHas =
                "clasp-router alone: recovery as documented begins with " + documentedSnapshot() + ", which has it.";
        return forAll.map(lost -> "What only " + (isOne(lost) ? "that " : "those ") + seqs(lost)
                        + " set is lost for every recovery; what those before set, for " + documentedHas)
                .orElseGet(() -> "What only " + which + " set is lost for " + documentedHas);
    }

    private String holes() {
        String missing = Counted.entries(coverage.holes()) + (coverage.holes() == 1 ? " is" : " are")
                + " missing in the middle (from seq " + coverage.firstHole() + "): a param that only "
                + (coverage.holes() == 1 ? "it" : "they") + " set does not come back, and one that "
                + (coverage.holes() == 1 ? "it" : "they");
        if (!isRouter()) {
            return missing + " set last comes back older.";
        }
        String router = missing + (coverage.holes() == 1 ? " was" : " were")
                + " the first to set comes back with a later value.";
        if (documented.holes() == coverage.holes()) {
            return router;
        }
        return router + " Recovery as documented lacks "
                + (documented.holes() == 0 ? "none" : "only " + documented.holes()) + " of them: it begins with "
                + documentedSnapshot() + ".";
    }

    private boolean isRouter() {
        return rule == RecoveryRule.CLASP_ROUTER;
    }

    private String documentedSnapshot() {
        return "the snapshot taken at seq " + documented.snapshotSeq();
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

    private static boolean isOne(SeqRange range) {
        return range.first() == range.last();
    }

    private static String seqs(SeqRange range) {
        return isOne(range) ? "with seq " + range.first() : "with seqs " + range.first() + " to " + range.last();
    }
}
