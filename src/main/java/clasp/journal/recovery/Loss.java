package clasp.journal.recovery;

import clasp.journal.model.CoreTexts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A param that a router does not come back with as it was. Immutable.
///
/// @param before as it was documented to be; null for one that should not be there
/// @param after as the router recovers it; null when it does not
/// @param rejected the seqs of entries that the router rejects, the last of them, at most [#MOST_LISTED]
/// @param rejections how many it rejects in all
public record Loss(
        Kind kind,
        String address,
        @Nullable RecoveredParam before,
        @Nullable RecoveredParam after,
        List<Long> rejected,
        long rejections) {
    public static final int MOST_LISTED = 3;

    /// In what way it is not as it was. The order is that of badness.
    public enum Kind {
        /// It does not come back.
        MISSING("missing"),
        /// It comes back with another value.
        STALE("stale"),
        /// It comes back with its value, but clients that know its revision are rejected.
        WRONG_REVISION("wrongRevision"),
        /// It comes back although it should not be there.
        EXTRA("extra");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /// Its name in texts and in machine-readable output.
        public String key() {
            return key;
        }
    }

    public Loss {
        rejected = List.copyOf(rejected);
    }

    /// What is lost, and why, in plain words.
    public String explanation() {
        List<String> parts = new ArrayList<>();
        parts.add(CoreTexts.text("recovery.loss." + kind.key(), words(before), words(after)));
        if (rejections > 0) {
            parts.add(CoreTexts.text(
                    "recovery.loss.because",
                    Long.toString(rejections),
                    String.join(", ", rejected.stream().map(String::valueOf).toList())));
        }
        return String.join(" ", parts);
    }

    private static String words(@Nullable RecoveredParam param) {
        return param == null ? CoreTexts.text("recovery.nothing") : RecoveryTexts.inWords(param.param());
    }
}
