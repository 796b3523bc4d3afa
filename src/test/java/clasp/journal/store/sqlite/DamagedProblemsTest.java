package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Param;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.query.Filter;
import clasp.journal.recovery.Problem;
import clasp.journal.recovery.ProblemKind;
import clasp.journal.recovery.ProblemScan;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.MissingEntriesException;
import clasp.journal.store.Progress;
import clasp.journal.testing.DamagedFiles;
import clasp.journal.testing.Entries;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What is damaged in a file is one of its problems, and keeps no other from being found.
class DamagedProblemsTest extends DamagedJournal {
    @Test
    void problemsOfWhatIsLeftAreFoundAndTheDamageIsOne() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        List<Problem> found = new ArrayList<>();
        try (JournalReader journal = open(file)) {
            new ProblemScan(journal).run(found::add, Progress.NONE, Cancellation.none());
            List<Long> missing =
                    new ArrayList<>(LongStream.rangeClosed(1, ENTRIES).boxed().toList());
            assertThatThrownBy(() -> journal.scan(
                            Filter.ALL,
                            SeqRange.ALL,
                            entry -> missing.remove(Long.valueOf(entry.seq())),
                            Cancellation.none()))
                    .isInstanceOf(MissingEntriesException.class);
            assertThat(found)
                    .filteredOn(problem -> problem.kind() == ProblemKind.DAMAGED)
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.seq()).isEqualTo(missing.getFirst()))
                    .satisfies(problem -> assertThat(problem.explanation())
                            .contains("after seq " + (missing.getFirst() - 1))
                            .contains("before seq " + (missing.getLast() + 1)));
            assertThat(found).extracting(Problem::kind).contains(ProblemKind.MISSING_SEQS);
        }
    }

    @Test
    void aDamagedSnapshotIsToldAndKeepsNothingElseFromBeingRead() throws Exception {
        try (SqliteJournal journal = journals.openForWriting(file, KEY)) {
            journal.snapshot(List.of(new Param("/scene/1", "\"" + "x".repeat(100_000) + "\"", 1, "author", 1)));
            journal.snapshot(List.of());
        }
        loseOverflowOf("xxxxxxxx", file);
        try (JournalReader journal = open(file)) {
            long id = journal.snapshots().getFirst().id();
            Snapshot damaged = journal.snapshot(id, Cancellation.none()).orElseThrow();
            assertThat(damaged.damage()).contains("Part of the file is damaged");
            assertThat(damaged.fileDamaged()).isTrue();
            List<Problem> found = new ArrayList<>();
            new ProblemScan(journal).run(found::add, Progress.NONE, Cancellation.none());
            assertThat(found)
                    .filteredOn(problem -> problem.kind() == ProblemKind.UNREADABLE_SNAPSHOT)
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.advice())
                            .as("also where a newer snapshot makes up for it")
                            .startsWith("The file is damaged. Write nothing to it"));
        }
    }

    @Test
    void snapshotsThatCannotBeListedKeepNoOtherProblemFromBeingFound() throws Exception {
        try (SqliteJournal journal = journals.openForWriting(file, KEY)) {
            journal.snapshot(List.of(new Param("/scene/1", "\"of the snapshot\"", 1, "author", 1)));
            journal.append(Entries.set("/broken", "{"));
        }
        DamagedFiles.loseLeafWith("of the snapshot", file);
        List<Problem> found = new ArrayList<>();
        try (JournalReader journal = open(file)) {
            new ProblemScan(journal).run(found::add, Progress.NONE, Cancellation.none());
        }
        assertThat(found).extracting(Problem::kind).contains(ProblemKind.UNREADABLE_VALUE);
        assertThat(found)
                .filteredOn(problem -> problem.kind() == ProblemKind.DAMAGED)
                .singleElement()
                .satisfies(problem -> assertThat(problem.explanation()).contains("could not list its snapshots"));
        assertThat(found.getFirst().kind())
                .as("what is to be known of the others")
                .isEqualTo(ProblemKind.DAMAGED);
    }

    @Test
    void aValueWhosePageIsLostKeepsNoOtherProblemFromBeingFound() throws Exception {
        try (SqliteJournal journal = journals.openForWriting(file, KEY)) {
            journal.append(Entries.set("/long", "\"" + "x".repeat(100_000) + "\""));
            journal.append(Entries.set("/broken", "{"));
        }
        loseOverflowOf("xxxxxxxx", file);
        List<Problem> found = new ArrayList<>();
        try (JournalReader journal = open(file)) {
            new ProblemScan(journal).run(found::add, Progress.NONE, Cancellation.none());
        }
        assertThat(found)
                .extracting(Problem::kind)
                .contains(ProblemKind.DAMAGED, ProblemKind.UNREADABLE_VALUE, ProblemKind.MISSING_SEQS);
    }
}
