package clasp.journal.ui.recovery;

import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.TimeDisplay;
import clasp.journal.ui.fx.TimeText;

/// How times are written here: as points in time, also while the entry table counts from some entry. Stateless.
final class Times {
    private Times() {}

    static TimeText of(Browsing browsing) {
        TimeDisplay shown = switch (browsing.timeDisplay().get()) {
            case UTC -> TimeDisplay.UTC;
            case LOCAL -> TimeDisplay.LOCAL;
            case RAW -> TimeDisplay.RAW;
            case SINCE_FIRST, SINCE_SELECTED -> TimeDisplay.UTC;
        };
        return TimeText.of(shown, 0);
    }
}
