package clasp.journal.ui.recovery;

import clasp.journal.store.OriginalFile;
import clasp.journal.store.OwnChange;
import java.util.List;

/// What the files of a journal were, and are now. Immutable.
///
/// @param copied whether a private copy is read: the hashes before are then those of its making, else those of the
/// first
///     look at this page
/// @param own what this program itself did to the files since it runs, oldest first
record Evidence(boolean copied, List<Comparison> files, List<OwnChange> own) {
    /// One file at two moments. Immutable.
    ///
    /// @param known what this program had done to it when the hash before was computed
    record Comparison(OriginalFile before, List<OwnChange> known, OriginalFile now) {
        Comparison {
            known = List.copyOf(known);
        }

        boolean same() {
            return before.untouched(now);
        }
    }

    /// What can be said of all files together.
    enum Verdict {
        UNTOUCHED("untouched", true),
        /// Not by this program.
        CHANGED("changed", false),
        /// This program changed them before the hashes before were computed, and nobody since.
        OWN_BEFORE("ownBefore", false),
        /// As above, and then somebody else changed them.
        OWN_THEN_CHANGED("ownThenChanged", false),
        /// This program changed them, or still does, after the hashes before were computed.
        OWN_SINCE("ownSince", false);

        private final String key;
        private final boolean good;

        Verdict(String key, boolean good) {
            this.key = key;
            this.good = good;
        }

        /// Its part in keys of texts.
        String key() {
            return key;
        }

        boolean good() {
            return good;
        }
    }

    Evidence {
        files = List.copyOf(files);
        own = List.copyOf(own);
    }

    Verdict verdict() {
        boolean same = files.stream().allMatch(Comparison::same);
        if (own.isEmpty()) {
            return same ? Verdict.UNTOUCHED : Verdict.CHANGED;
        }
        boolean since = own.stream().anyMatch(change -> change.end().isEmpty())
                || files.stream().anyMatch(each -> !each.known().equals(own));
        if (since) {
            return Verdict.OWN_SINCE;
        }
        return same ? Verdict.OWN_BEFORE : Verdict.OWN_THEN_CHANGED;
    }
}
