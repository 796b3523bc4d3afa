package clasp.journal.recovery;

import clasp.journal.store.EntryGlance;
import java.util.function.Consumer;

/// Looks for times that go backwards from one entry to the next. Confined to one scan.
final class ClockCheck implements ProblemScan.EntryCheck {
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
                    ProblemKind.TIME_BACKWARDS, entry.seq(), entry.address(), Long.toUnsignedString(before - now)));
        }
        started = true;
        before = now;
    }
}
