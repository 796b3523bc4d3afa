package clasp.journal.ui.timeline;

import clasp.journal.model.SeqRange;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.TimeRange;

/// Something worth a sign on the strip.
sealed interface TimelineMark {
    /// Where on the strip it stands.
    long atMicros();

    /// A snapshot, at the time of the last entry that it covers: the clock that a snapshot was taken by need not be the
    /// one of the entries.
    record SnapshotTaken(long atMicros, SnapshotInfo info) implements TimelineMark {}

    /// Seqs that are not there, between the times of their neighbours.
    record Gap(TimeRange between, SeqRange missing) implements TimelineMark {
        @Override
        public long atMicros() {
            return between.fromMicros();
        }

        long count() {
            return missing.last() - missing.first() + 1;
        }
    }
}
