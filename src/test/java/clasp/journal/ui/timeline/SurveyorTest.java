package clasp.journal.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.TimeRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalReader;
import clasp.journal.testing.Entries;
import clasp.journal.testing.ListJournal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurveyorTest {
    private static final long T = 1_708_500_000_000_000L;

    /// The entries are there all the same.
    @Test
    void aDamagedSnapshotKeepsNothingElseFromBeingSeen() {
        var journal = new ListJournal(List.of()).add(Entries.at(T, "/a")).add(Entries.at(T + 5_000_000, "/b"));
        var damaged = new ForwardingReader() {
            @Override
            protected JournalReader target() {
                return journal;
            }

            @Override
            public List<SnapshotInfo> snapshots() {
                throw new DamagedException("A page of the snapshots is lost.", null);
            }
        };
        TimeSurvey survey = new Surveyor(damaged, Cancellation.none()).survey().orElseThrow();
        assertThat(survey.span()).isEqualTo(new TimeRange(T, T + 5_000_000));
        assertThat(survey.marks()).isEmpty();
    }
}
