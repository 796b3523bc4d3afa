package clasp.journal.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.SeqRange;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.TimeRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Row;
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

    @Test
    void aDamagedPlaceAmongTheEntriesKeepsNothingElseFromBeingSeen() {
        var journal = new ListJournal(List.of());
        for (int i = 0; i < 5_000; i++) {
            journal.add(Entries.at(T + i * 1_000L, "/a"));
        }
        var lost = new SeqRange(1_990, 2_030);
        var damaged = new ForwardingReader() {
            @Override
            protected JournalReader target() {
                return journal;
            }

            @Override
            public List<Row> page(PageRequest request, Cancellation cancellation) {
                if (lost.contains(request.fromSeq())) {
                    throw new DamagedException("Part of the file is damaged.", null);
                }
                return super.page(request, cancellation);
            }

            @Override
            public List<SeqRange> missingSeqs(int max, Cancellation cancellation) {
                return List.of(lost, new SeqRange(3_000, 3_001));
            }
        };
        TimeSurvey survey = new Surveyor(damaged, Cancellation.none()).survey().orElseThrow();
        assertThat(survey.home()).isEqualTo(new TimeRange(T, T + 4_999_000));
        assertThat(survey.marks())
                .containsExactly(
                        new TimelineMark.Gap(new TimeRange(T + 2_999_000, T + 3_000_000), new SeqRange(3_000, 3_001)));
    }
}
