package clasp.journal.recovery;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.EntryGlance;
import java.util.function.Consumer;

/// Looks for times that go backwards from one entry to the next. Confined to one scan.
final class ClockCheck implements ProblemScan.EntryCheck {
    private static final long TWO_HOURS = 7_200;
    private static final long TWO_DAYS = 172_800;

    private final Consumer<Problem> found;
    private long before;
    private boolean started;

    ClockCheck(Consumer<Problem> found) {
        this.found = found;
    }

    @Override
    public void entry(EntryGlance entry, int id) {
        long now = entry.timestampMicros();
        if (started && Long.compareUnsigned(now, before) < 0) {
            found.accept(Problem.of(
                    ProblemKind.TIME_BACKWARDS,
                    entry.seq(),
                    entry.address(),
                    Long.toUnsignedString(before - now),
                    words(before - now)));
        }
        started = true;
        before = now;
    }

    /// In a unit that one can imagine; empty where that is the µs.
    static String words(long micros) {
        long seconds = Long.divideUnsigned(micros, 1_000_000);
        String unit = seconds == 0 ? "" : seconds < TWO_HOURS ? "seconds" : seconds < TWO_DAYS ? "hours" : "days";
        long length = seconds < TWO_HOURS ? 1 : seconds < TWO_DAYS ? TWO_HOURS / 2 : TWO_DAYS / 2;
        return unit.isEmpty() ? "" : CoreTexts.text("recovery.about." + unit, Long.toUnsignedString(seconds / length));
    }
}
