package clasp.journal.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import clasp.journal.recovery.Problem;
import clasp.journal.recovery.ProblemKind;
import clasp.journal.recovery.Severity;
import clasp.journal.ui.fx.SeqMark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsViewModelTest {
    private final RecoveryFixture fixture = new RecoveryFixture();

    @Test
    void problemsAreListedWithMarksAtTheirSeqs() {
        fixture.journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 7L).set(3, "/b", "{broken", 1L);
        var model = fixture.open().problems();
        var list = model.question().answer().orElseThrow().list();
        assertThat(list.problems())
                .extracting(Problem::kind)
                .containsExactly(ProblemKind.REVISION_GAP, ProblemKind.UNREADABLE_VALUE);
        assertThat(list.count(Severity.ERROR)).isEqualTo(1);
        assertThat(fixture.browsing().marks().get())
                .extracting(SeqMark::seq, SeqMark::grave)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, false), org.assertj.core.groups.Tuple.tuple(3L, true));
    }

    @Test
    void theCursorGoesFromOneProblemToTheNextOfTheChosenSeverities() {
        fixture.journal
                .set(1, "/b", "{broken", 1L)
                .set(2, "/a", "1", 1L)
                .set(3, "/a", "2", 7L)
                .set(4, "/b", "{broken", 2L)
                .set(5, "/c", "1", 1L);
        var model = fixture.open().problems();
        fixture.model().cursor().focus().select("/c");
        model.go(false);
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(4);
        assertThat(fixture.model().cursor().focus().address()).isEqualTo("/b");
        model.severities().set(EnumSet.of(Severity.ERROR));
        model.go(false);
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(1);
        model.go(false);
        fixture.settle();
        assertThat(model.cursor().message().get()).isEqualTo("There is no earlier problem. F8: a later one.");
    }

    @Test
    void whereTheOnlyProblemIsThereIsNoWayToAnother() {
        fixture.journal.set(1, "/a", "1", 1L).set(2, "/b", "{broken", 1L).set(3, "/a", "2", 2L);
        var model = fixture.open().problems();
        fixture.model().cursor().moveTo(2);
        fixture.settle();
        model.go(true);
        assertThat(message()).isEqualTo("There is no later problem.");
        model.go(false);
        assertThat(message()).isEqualTo("There is no earlier problem.");
    }

    /// The chain of the address that was looked at before is no answer to it.
    @Test
    void aProblemOfNoAddressHasNoChainAndSaysSo() {
        fixture.journal.set(1, "/a", "1", 1L).set(5, "/b", "1", 1L).set(6, "/c", "1", 1L);
        var opened = fixture.open();
        var model = opened.problems();
        opened.cursor().focus().select("/a");
        fixture.settle();
        Problem missing =
                model.question().answer().orElseThrow().list().problems().getFirst();
        assertThat(missing.concerns()).isEmpty();
        model.go(missing);
        fixture.settle();
        assertThat(opened.why().question().answer().orElseThrow().address())
                .isEqualTo(fixture.journal.entry(fixture.seq()).orElseThrow().address())
                .isNotEqualTo("/a");
        opened.cursor().focus().select("/a");
        model.why(missing);
        fixture.settle();
        assertThat(model.cursor().message().get()).startsWith("This problem is not about the value of one address");
        assertThat(opened.why().question().answer().orElseThrow().address()).isNotEqualTo("/a");
    }

    @Test
    void aJournalThatHasChangedIsLookedThroughAgainWhenAsked() {
        fixture.journal.set(1, "/a", "1", 1L);
        var model = fixture.open().problems();
        assertThat(model.outdated().get()).isFalse();
        fixture.journal.set(2, "/b", "{broken", 1L);
        fixture.browsing().update(fixture.journal.state());
        assertThat(model.outdated().get()).isTrue();
        model.lookAgain();
        fixture.settle();
        assertThat(model.outdated().get()).isFalse();
        assertThat(model.question().answer().orElseThrow().list().problems()).hasSize(1);
    }

    @Test
    void whatAppearsInAnEmptyJournalIsLookedForWithoutBeingAsked() {
        var model = fixture.open().problems();
        fixture.journal.set(1, "/b", "{broken", 1L);
        fixture.browsing().update(fixture.journal.state());
        fixture.settle();
        assertThat(model.outdated().get()).isFalse();
        assertThat(model.question().answer().orElseThrow().list().problems()).hasSize(1);
    }

    @Test
    void nothingIsOfBeforeWhileNothingWasFoundOut() {
        fixture.journal.set(1, "/a", "1", 1L);
        var model = fixture.open().problems();
        model.question().stop();
        fixture.journal.set(2, "/b", "1", 1L);
        fixture.browsing().update(fixture.journal.state());
        assertThat(model.outdated().get()).isFalse();
        model.question().again();
        fixture.journal.set(3, "/b", "2", 2L);
        fixture.browsing().update(fixture.journal.state());
        assertThat(model.outdated().get()).isFalse();
        fixture.settle();
        assertThat(model.outdated().get()).isTrue();
    }

    @Test
    void aReportInPlaceOfAnotherIsNoMoreOpenThanThat(@TempDir Path folder) throws Exception {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path file = Files.createFile(folder.resolve("report.html"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        fixture.open().problems().save(file);
        fixture.settle();
        assertThat(file).isNotEmptyFile();
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void theReportIsAPageOrAnArray(@TempDir Path folder) throws Exception {
        fixture.journal.set(1, "/a<b>", "{broken", 1L).set(2, "/b", "{broken", 1L);
        var model = fixture.open().problems();
        model.save(folder.resolve("report.html"));
        fixture.settle();
        assertThat(model.report().get()).isEqualTo("2 problems were written to report.html");
        assertThat(Files.readString(folder.resolve("report.html")))
                .startsWith("<!DOCTYPE html>")
                .contains("/a&lt;b&gt;")
                .doesNotContain("http");
        model.save(folder.resolve("report.json"));
        fixture.settle();
        var json = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(folder.resolve("report.json").toFile());
        assertThat(json).isEqualTo(new com.fasterxml.jackson.databind.ObjectMapper().readTree("""
            [{"kind":"unreadableValue","severity":"error","seq":1,"address":"/a<b>",
              "explanation":"The value is not JSON that CLASP can read; CLASP sees null.",
              "advice":"The stored text is still there: look at it here and set the param once more, in a form \
            that CLASP reads."},
             {"kind":"unreadableValue","severity":"error","seq":2,"address":"/b",
              "explanation":"The value is not JSON that CLASP can read; CLASP sees null.",
              "advice":"The stored text is still there: look at it here and set the param once more, in a form \
            that CLASP reads."}]
            """));
        model.save(folder.resolve("no/such/folder.html"));
        fixture.settle();
        assertThat(model.report().get()).contains("there is no such folder");
    }

    @Test
    void withTheKeyWrongHmacsAreProblemsTooAndAWrongKeyIsSaid() {
        fixture.journal
                .set(1, "/a", "1", 1L)
                .set(2, "/a", "2", 2L)
                .set(3, "/b", "1", 1L)
                .wrongHmacs(2);
        var model = fixture.open().problems();
        assertThat(model.question().answer().orElseThrow().list().total()).isZero();
        assertThat(model.hmacs().get()).isEmpty();
        model.checkHmacs("abc");
        assertThat(model.hmacs().get()).contains("hexadecimal digits");
        assertThat(model.keyRefused().get()).isTrue();
        model.checkHmacs("ab".repeat(32));
        assertThat(model.hmacs().get()).isEqualTo("Checking the HMACs…");
        fixture.settle();
        assertThat(model.question().answer().orElseThrow().list().problems())
                .extracting(Problem::kind, Problem::seq)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ProblemKind.WRONG_HMAC, 2L));
        assertThat(fixture.browsing().marks().get()).extracting(SeqMark::seq).containsExactly(2L);
        assertThat(model.hmacs().get()).startsWith("HMACs: 2 right, 1 wrong, no entry without.");
        assertThat(model.keyRefused().get()).isFalse();
    }

    @Test
    void aKeyThatFitsNoHmacIsProbablyAnother() {
        fixture.journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L).wrongHmacs(1, 2);
        var model = fixture.open().problems();
        model.checkHmacs("ab".repeat(32));
        fixture.settle();
        assertThat(model.hmacs().get())
                .startsWith("No HMAC fits this key: it is probably another one than that with which they were made."
                        + " HMACs: 0 right, 2 wrong");
        assertThat(model.keyRefused().get()).isTrue();
    }

    @Test
    void whatOfADamagedFileCouldNotBeCheckedIsSaid() {
        fixture.journal
                .set(1, "/a", "1", 1L)
                .set(2, "/a", "2", 2L)
                .wrongHmacs()
                .uncheckedHmacs(2, "It is damaged after seq 1.");
        var model = fixture.open().problems();
        model.checkHmacs("ab".repeat(32));
        fixture.settle();
        assertThat(model.hmacs().get())
                .startsWith("HMACs: 2 right, 0 wrong,")
                .endsWith("Not all could be checked: the file is damaged, and the problem says where.");
        assertThat(model.question().answer().orElseThrow().list().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.seq()).isEqualTo(2))
                .satisfies(problem -> assertThat(problem.explanation()).endsWith("It is damaged after seq 1."));
    }

    @Test
    void aSourceWithoutHmacsSaysSo() {
        fixture.journal.set(1, "/a", "1", 1L);
        var model = fixture.open().problems();
        model.checkHmacs("ab".repeat(32));
        fixture.settle();
        assertThat(model.hmacs().get()).startsWith("This source gives no HMACs");
    }

    /// It is not being searched any more.
    @Test
    void whySearchingForProblemsFailedIsSaidByWhoeverAsksForTheNextOne() {
        fixture.journal.set(1, "/a", "1", 1L).unreadable("The disk is gone.");
        var model = fixture.open().problems();
        model.go(true);
        assertThat(model.cursor().message().get()).isEqualTo("The disk is gone.");
    }

    /// Whoever asks for the next problem need not ask again when they are found.
    @Test
    void aProblemThatIsAskedForWhileTheyAreLookedForIsGoneToWhenTheyAreFound() {
        var model = looking();
        model.go(true);
        assertThat(message()).isEqualTo("Looking for problems, then to the next. Esc: stay.");
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(4);
        assertThat(message()).isEmpty();
    }

    @Test
    void ofTwoThatAreAskedForMeanwhileTheLaterOneIsGoneTo() {
        var model = looking();
        model.go(true);
        model.go(false);
        assertThat(message()).contains("then to the previous.");
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(2);
    }

    @Test
    void thatThereIsNoneIsSaidInPlaceOfWhatWasWaitedFor() {
        var model = looking();
        fixture.model().cursor().moveTo(5);
        fixture.background.runLast();
        model.go(true);
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(5);
        assertThat(message()).isEqualTo("There is no later problem. Shift+F8: an earlier one.");
    }

    @Test
    void whyTheyCouldNotBeFoundIsSaidInPlaceOfWhatWasWaitedFor() {
        var model = looking();
        model.go(true);
        fixture.journal.unreadable("The disk is gone.");
        fixture.settle();
        assertThat(message()).isEqualTo("The disk is gone.");
    }

    /// What was found anew is what was known.
    @Test
    void itIsGoneToAlsoWhereTheSameIsFoundOnceMore() {
        var model = looking();
        fixture.settle();
        model.lookAgain();
        model.go(true);
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(4);
        assertThat(message()).isEmpty();
    }

    /// As when the view is opened by asking for a problem.
    @Test
    void itIsGoneToAlsoWhereTheCursorComesToItsPlaceLaterThanTheProblems() {
        somewhatBroken();
        fixture.openWithoutWaiting();
        fixture.model().problems().go(false);
        fixture.background.runLast();
        assertThat(fixture.model().cursor().seq()).isEmpty();
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(4);
        assertThat(message()).isEmpty();
    }

    @Test
    void itIsGoneToAlsoWhereTheJournalIsRewrittenBeforeTheCursorComesToItsPlace() {
        somewhatBroken();
        fixture.openWithoutWaiting();
        fixture.model().problems().go(false);
        fixture.browsing().rewritten();
        assertThat(message()).isEqualTo("Looking for problems, then to the previous. Esc: stay.");
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(4);
        assertThat(message()).isEmpty();
    }

    static Stream<Arguments> orders() {
        Consumer<RecoveryFixture> problemsFirst = RecoveryFixture::settle;
        Consumer<RecoveryFixture> cursorFirst = fixture -> {
            fixture.background.runLast();
            fixture.settle();
        };
        return Stream.of(
                Arguments.of("the problems are known first", problemsFirst),
                Arguments.of("the cursor is there first", cursorFirst));
    }

    /// The next problem is that after the place to which the user was on the way.
    @ParameterizedTest(name = "{0}")
    @MethodSource("orders")
    void itIsTheNextFromWhereTheMoveBeforeLeads(String order, Consumer<RecoveryFixture> settling) {
        var model = looking();
        fixture.settle();
        model.lookAgain();
        fixture.model().cursor().moveTo(1);
        model.go(true);
        assertThat(message()).isEqualTo("Looking for problems, then to the next. Esc: stay.");
        settling.accept(fixture);
        assertThat(fixture.seq()).isEqualTo(2);
        assertThat(message()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orders")
    void thatThereIsNoneStaysOnScreenWhenTheMoveBeforeArrives(String order, Consumer<RecoveryFixture> settling) {
        var model = looking();
        fixture.settle();
        model.lookAgain();
        fixture.model().cursor().moveTo(5);
        model.go(true);
        settling.accept(fixture);
        assertThat(fixture.seq()).isEqualTo(5);
        assertThat(message()).isEqualTo("There is no later problem. Shift+F8: an earlier one.");
    }

    @Test
    void ofTwoThatAreAskedForFasterThanTheCursorMovesNoneIsLost() {
        var model = looking();
        fixture.model().cursor().moveTo(1);
        fixture.settle();
        model.go(true);
        model.go(true);
        assertThat(message()).as("they are known").isEmpty();
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(4);
    }

    @Test
    void itWaitsOnWhereTheMoveBeforeFails() {
        var model = looking();
        fixture.settle();
        model.lookAgain();
        fixture.model().cursor().moveTo(1);
        model.go(true);
        fixture.journal.unreadablePages("The page is gone.");
        fixture.background.runLast();
        assertThat(message()).isEqualTo("Looking for problems, then to the next. Esc: stay.");
        fixture.journal.unreadablePages(null);
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(4);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orders")
    void thatTheCursorIsNowhereIsSaidWithTheReason(String order, Consumer<RecoveryFixture> settling) {
        somewhatBroken();
        fixture.journal.unreadablePages("The page is gone.");
        fixture.openWithoutWaiting();
        var model = fixture.model().problems();
        model.go(true);
        settling.accept(fixture);
        String nowhere = "The page is gone. No entry is chosen: select one in the table, or move the slider.";
        assertThat(message()).isEqualTo(nowhere);
        model.go(true);
        assertThat(message()).as("asked again").isEqualTo(nowhere);
    }

    static Stream<Arguments> elsewhere() {
        Consumer<RecoveryViewModel> step = model -> model.cursor().step(1);
        Consumer<RecoveryViewModel> play = model -> {
            model.player().play();
            model.player().pause();
        };
        Consumer<RecoveryViewModel> esc = model -> model.cursor().giveUp();
        Consumer<RecoveryViewModel> stop = model -> model.problems().question().stop();
        Consumer<RecoveryViewModel> close = model -> {
            model.stop();
            model.start();
        };
        return Stream.of(
                Arguments.of("a step", step, 4L),
                Arguments.of("Play", play, 3L),
                Arguments.of("Esc", esc, 3L),
                Arguments.of("stopping the search", stop, 3L),
                Arguments.of("closing the view", close, 3L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("elsewhere")
    void itIsGivenUpWithItsSentence(String byWhat, Consumer<RecoveryViewModel> doing, long seq) {
        var model = looking();
        model.go(false);
        doing.accept(fixture.model());
        assertThat(message()).isEmpty();
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(seq);
        model.lookAgain();
        fixture.settle();
        assertThat(fixture.seq()).as("also later").isEqualTo(seq);
        assertThat(message()).isEmpty();
    }

    @Test
    void itIsGivenUpWhenAnotherRowIsSelected() {
        var model = looking();
        model.go(false);
        fixture.browsing().selected().set(fixture.journal.entry(5).orElseThrow());
        assertThat(message()).isEmpty();
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(5);
    }

    /// Problems at 2 and 4, the cursor at 3, and the search has begun.
    private ProblemsViewModel looking() {
        somewhatBroken();
        fixture.openWithoutWaiting();
        fixture.browsing().selected().set(fixture.journal.entry(3).orElseThrow());
        return fixture.model().problems();
    }

    private void somewhatBroken() {
        fixture.journal
                .set(1, "/a", "1", 1L)
                .set(2, "/b", "{broken", 1L)
                .set(3, "/a", "2", 2L)
                .set(4, "/b", "{broken", 2L)
                .set(5, "/a", "3", 3L);
    }

    private String message() {
        return fixture.model().cursor().message().get();
    }
}
