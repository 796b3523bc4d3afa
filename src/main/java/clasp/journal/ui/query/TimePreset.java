package clasp.journal.ui.query;

import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import java.util.Locale;

/// Time ranges to take with one click.
enum TimePreset {
    LAST_10S(Basis.LAST_ENTRY, Duration.ofSeconds(10)),
    LAST_1MIN(Basis.LAST_ENTRY, Duration.ofMinutes(1)),
    LAST_5MIN(Basis.LAST_ENTRY, Duration.ofMinutes(5)),
    LAST_1H(Basis.LAST_ENTRY, Duration.ofHours(1)),
    SELECTED_1S(Basis.SELECTED_ENTRY, Duration.ofSeconds(1)),
    SELECTED_10S(Basis.SELECTED_ENTRY, Duration.ofSeconds(10)),
    VISIBLE(Basis.TABLE, Duration.ZERO),
    ALL(Basis.NOTHING, Duration.ZERO);

    /// What the range depends on.
    enum Basis {
        /// The journal's last entry: the range begins some time before it and stays open for what comes.
        LAST_ENTRY,
        /// The entry that is selected: the range lies on both sides of it.
        SELECTED_ENTRY,
        /// The rows on screen.
        TABLE,
        NOTHING
    }

    private final Basis basis;
    private final Duration distance;

    TimePreset(Basis basis, Duration distance) {
        this.basis = basis;
        this.distance = distance;
    }

    Basis basis() {
        return basis;
    }

    long micros() {
        return distance.toNanos() / 1_000;
    }

    String label() {
        return Texts.text("query.time.preset." + name().toLowerCase(Locale.ROOT));
    }
}
