package clasp.journal.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Param;
import clasp.journal.recovery.StateComparison;
import clasp.journal.recovery.StateDifference;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareViewModelTest {
    private final RecoveryFixture fixture = new RecoveryFixture();

    @Test
    void bothRecoveriesAtTheCursorAreComparedFirst() {
        fixture.journal.set(1, "/a", "0.2", 1L).set(2, "/a", "0.5", 2L).set(3, "/b", "1", 1L);
        var model = open();
        assertThat(comparison().differences())
                .extracting(StateDifference::address, StateDifference::explanation)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "/a",
                        "The documented recovery has 0.5 at revision 2, set by entry 2. clasp-router keeps 0.2 at"
                                + " revision 1: entry 2 is rejected, it carries revision 2 where it expects 1."));
        model.cursor().moveTo(1);
        fixture.settle();
        assertThat(comparison().differences()).isEmpty();
    }

    @Test
    void aSnapshotThatIsDamagedInPartIsSaidToBeSo() {
        fixture.journal
                .set(1, "/a", "1", 1L)
                .set(2, "/b", "1", 1L)
                .snapshot(2, "Reading stopped at character 90.", null, new Param("/a", "1", 1, "w", 1));
        var model = open();
        model.left()
                .choice
                .set(model.choices().get().all().stream()
                        .filter(choice -> choice instanceof StateChoice.Stored)
                        .findFirst()
                        .orElseThrow());
        model.right().choice.set(new StateChoice.Newest());
        fixture.settle();
        assertThat(comparison().partial()).isTrue();
        assertThat(comparison().notes()).first().asString().contains("Snapshot 1 is damaged", "Reading stopped");
        assertThat(comparison().differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.explanation())
                        .contains("Snapshot 1 does not have it, as far as it can be read."));
    }

    @Test
    void snapshotsTheNewestStateAndTheStateAtASeqCanBeChosen() {
        fixture.journal
                .set(1, "/a", "1", 1L)
                .snapshot(1, new Param("/a", "1", 1, "w", 1))
                .set(2, "/a", "2", 2L)
                .set(3, "/a", "3", 3L);
        var model = open();
        assertThat(model.choices().get().all()).anyMatch(choice -> choice instanceof StateChoice.Stored);
        model.left()
                .choice
                .set(model.choices().get().all().stream()
                        .filter(choice -> choice instanceof StateChoice.Stored)
                        .findFirst()
                        .orElseThrow());
        model.right().choice.set(new StateChoice.Newest());
        fixture.settle();
        assertThat(values()).containsExactly("1 3");
        model.right().choice.set(new StateChoice.AtSeq());
        fixture.settle();
        assertThat(model.question().answer()).isEmpty();
        assertThat(model.problem().get()).isEqualTo("Type a seq: a whole number such as 12044.");
        model.right().seq.set("2");
        fixture.settle();
        assertThat(values()).containsExactly("1 2");
        assertThat(model.problem().get()).isEmpty();
    }

    @Test
    void theStateAfterTheNewestEntryFollowsTheJournal() {
        fixture.journal.set(1, "/a", "1", 1L);
        var model = open();
        model.right().choice.set(new StateChoice.Newest());
        fixture.settle();
        assertThat(comparison().differences()).isEmpty();
        fixture.journal.set(2, "/a", "2", 2L);
        fixture.browsing().update(fixture.journal.state());
        fixture.settle();
        assertThat(values()).containsExactly("1 2");
    }

    @Test
    void aJournalThatNoRouterWritesHasNoLiveState() {
        fixture.journal.set(1, "/a", "1", 1L);
        assertThat(open().choices().get().all()).noneMatch(choice -> choice instanceof StateChoice.Live);
    }

    /// What the router took and could not journal is in no entry.
    @Test
    void theLiveStateIsTheRoutersOwnAndFollowsIt() {
        fixture.journal.set(1, "/a", "1", 1L);
        var router = new ScriptedRouter(Optional.empty());
        router.holds(new Param("/a", "7", 2, "w", 9));
        fixture.journal.writtenBy(router);
        var model = open();
        assertThat(model.choices().get().all()).contains(new StateChoice.Live());
        model.left().choice.set(new StateChoice.Newest());
        model.right().choice.set(new StateChoice.Live());
        fixture.settle();
        assertThat(comparison().differences())
                .extracting(StateDifference::explanation)
                .containsExactly(
                        "The newest state has 1 at revision 1, set by entry 1. The router has 7 at revision 2 now.");
        router.holds(new Param("/a", "8", 3, "w", 9));
        fixture.journal.set(2, "/b", "1", 1L);
        fixture.browsing().update(fixture.journal.state());
        fixture.settle();
        assertThat(comparison().differences())
                .extracting(StateDifference::kind)
                .containsExactly(StateDifference.Kind.VALUE, StateDifference.Kind.MISSING);
    }

    @Test
    void aRouterElsewhereIsAskedWhereTheUserSaysAndWhenTheUserSays() {
        fixture.journal.set(1, "/a", "1", 1L);
        var router = new ScriptedRouter(Optional.of("ws://relay:7330"));
        fixture.journal.writtenBy(router);
        var model = open();
        model.right().choice.set(new StateChoice.Live());
        fixture.settle();
        assertThat(router.asked()).containsExactly("ws://relay:7330");
        fixture.journal.set(2, "/b", "1", 1L);
        fixture.browsing().update(fixture.journal.state());
        fixture.settle();
        assertThat(router.asked()).hasSize(1);
        model.right().router.set("ws://relay:9000");
        model.askAgain();
        fixture.settle();
        assertThat(router.asked()).containsExactly("ws://relay:7330", "ws://relay:9000");
    }

    @Test
    void aRouterThatWasStoppedIsSaidToBe() {
        fixture.journal.set(1, "/a", "1", 1L).writtenBy(new ScriptedRouter(Optional.empty()));
        var model = open();
        fixture.journal.writtenBy(null);
        model.right().choice.set(new StateChoice.Live());
        fixture.settle();
        assertThat(model.question().outcome().get())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.sentence()).contains("The router was stopped"));
    }

    @Test
    void anotherJournalCanBeOpenedAndCompared() {
        fixture.journal.set(1, "/a", "1", 1L);
        fixture.other.set(1, "/a", "9", 1L);
        var model = open();
        model.right().choice.set(new StateChoice.Elsewhere());
        fixture.settle();
        assertThat(model.question().answer()).isEmpty();
        model.other().open(Path.of("other.db"));
        fixture.settle();
        assertThat(values()).containsExactly("1 9");
        assertThat(comparison().right().name()).isEqualTo("other.db");
    }

    @Test
    void kindsCanBeLeftOutAndNumbersMayBeApart() {
        fixture.journal.set(1, "/a", "0.2", 1L).set(2, "/a", "0.3", 2L);
        var model = open();
        assertThat(model.listed(comparison())).hasSize(1);
        model.kinds().set(EnumSet.of(StateDifference.Kind.MISSING));
        assertThat(model.listed(comparison())).isEmpty();
        model.tolerance().set("none");
        fixture.settle();
        assertThat(model.problem().get()).contains("0.001");
        model.tolerance().set("0.5");
        fixture.settle();
        assertThat(comparison().differences())
                .extracting(StateDifference::kind)
                .containsExactly(StateDifference.Kind.REVISION);
    }

    @Test
    void theComparisonIsExportedWithBothSidesAndTheReason(@TempDir Path folder) throws Exception {
        fixture.journal.set(1, "/a", "0.2", 1L).set(2, "/a", "0.5", 2L).set(3, "=b", "=1+1", null);
        var model = open();
        Path file = folder.resolve("comparison.csv");
        model.export(file);
        fixture.settle();
        assertThat(model.exported().get()).isEqualTo("2 differences written to comparison.csv");
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            var lines = csv.stream().toList();
            assertThat(lines.getFirst().getFields())
                    .startsWith("value", "/a", "0.5", "2", "author-2")
                    .contains("0.2", "1", "author-1");
            assertThat(lines.getFirst().getField("explanation")).contains("it carries revision 2 where it expects 1");
            assertThat(lines.getLast().getField("kind")).isEqualTo("missing");
            assertThat(lines.getLast().getFields()).contains("'=b", "'=1+1").doesNotContain("=1+1");
        }
    }

    private CompareViewModel open() {
        var model = fixture.open();
        model.tab().set(RecoveryTab.COMPARE);
        fixture.settle();
        compare = model.compare();
        return compare;
    }

    private CompareViewModel compare;

    private StateComparison comparison() {
        return compare.question().answer().orElseThrow();
    }

    private List<String> values() {
        return comparison().differences().stream()
                .map(difference -> difference.first().orElseThrow().param().valueJson() + " "
                        + difference.second().orElseThrow().param().valueJson())
                .toList();
    }

    @Test
    void aSeqThatIsNoNumberOrBeyondTheNewestIsRefusedWithASentence() {
        fixture.journal.set(1, "/a", "1", 1L).set(190, "/a", "2", 2L);
        var model = fixture.open().compare();
        fixture.model().tab().set(RecoveryTab.COMPARE);
        model.left().choice.set(new StateChoice.AtSeq());
        model.left().seq.set("1 90");
        fixture.settle();
        assertThat(model.problem().get()).startsWith("Type a seq");
        assertThat(model.question().answer()).isEmpty();
        model.left().seq.set("191");
        fixture.settle();
        assertThat(model.problem().get()).isEqualTo("The journal ends at seq 190. Type a seq up to that.");
        assertThat(model.question().answer()).isEmpty();
        fixture.journal.set(191, "/a", "3", 3L);
        fixture.browsing().update(fixture.journal.state());
        fixture.settle();
        assertThat(model.problem().get()).isEmpty();
        assertThat(model.question().answer()).isPresent();
    }
}
