package clasp.journal.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.ClaspReading;
import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.store.JournalState;
import clasp.journal.testing.Entries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailViewModelTest {
    private final DetailFixture fixture = new DetailFixture();
    private final DetailViewModel model = fixture.model;

    @AfterEach
    void nothingFailedUnseen() {
        assertThat(fixture.unhandled).isEmpty();
    }

    @Test
    void whatARestoredBackupHasUnderTheSameSeqIsShown() {
        fixture.set("/a", "1");
        Entry before = fixture.set("/a", "2");
        fixture.model.tab().set(DetailTab.DIFF);
        fixture.open(before);
        fixture.grow();
        Entry first = new Entry(1, 5, "restored", "/a", "param", "7", 1L, MsgType.SET);
        Entry second = new Entry(2, 6, "restored", "/a", "param", "8", 2L, MsgType.SET);

        fixture.journal.rewrite(List.of(first, second));
        fixture.grow();

        assertThat(fixture.detail().entry()).isEqualTo(second);
        assertThat(fixture.detail().diff())
                .isInstanceOfSatisfying(
                        EntryDiff.Compared.class,
                        diff -> assertThat(diff.before()).isEqualTo(first));
    }

    @Test
    void withoutASelectionThereIsNothingToShow() {
        assertThat(model.content().get()).isEqualTo(new DetailContent.Nothing());
        fixture.open(fixture.set("/a", "1"));
        fixture.select(null);
        assertThat(model.content().get()).isEqualTo(new DetailContent.Nothing());
    }

    @Test
    void followsTheSelection() {
        Entry first = fixture.set("/a", "1");
        Entry second = fixture.set("/b", "2");
        assertThat(fixture.open(first).entry()).isEqualTo(first);
        assertThat(fixture.open(second).entry()).isEqualTo(second);
    }

    @Test
    void anEntryThatWasDeletedSinceIsStillShownAndSaysSo() {
        Entry first = fixture.set("/a", "1");
        Entry second = fixture.set("/a", "2");
        fixture.open(first);
        assertThat(model.deleted().get()).isFalse();
        fixture.browsing.update(new JournalState(second.seq(), second.seq(), second.seq(), 7));
        assertThat(model.deleted().get()).isTrue();
        assertThat(fixture.detail().entry()).isEqualTo(first);

        fixture.open(second);
        assertThat(model.deleted().get()).isFalse();
        fixture.browsing.update(new JournalState(0, 0, second.seq(), 8));
        assertThat(model.deleted().get()).as("in an empty journal").isTrue();
    }

    @Test
    void valueThatTheTableHasCutIsShownWhole() {
        Entry whole = fixture.set("/a", "\"" + "x".repeat(5_000) + "\"");
        EntryDetail detail = fixture.open(whole.withValueJson("\"xxxx"));
        assertThat(detail.raw().text()).isEqualTo(whole.valueJson());
        assertThat(detail.sizeBytes()).isEqualTo(5_002);
    }

    @Test
    void resultOfAnOlderSelectionIsNeverShown() {
        Entry first = fixture.set("/a", "1");
        Entry second = fixture.set("/b", "2");
        fixture.select(first);
        fixture.select(second);
        fixture.background.runLast();
        assertThat(fixture.detail().seq()).isEqualTo(second.seq());
        fixture.background.runAll();
        assertThat(fixture.detail().seq()).isEqualTo(second.seq());
    }

    @Test
    void oldContentStaysUntilTheNewIsThere() {
        Entry first = fixture.set("/a", "1");
        Entry second = fixture.set("/b", "2");
        fixture.open(first);
        var seen = new ArrayList<DetailContent>();
        model.content().subscribe(content -> seen.add(content));
        fixture.select(second);
        fixture.later.advance(PatientLoad.PATIENCE.minusMillis(1));
        assertThat(seen).as("before the new is there").hasSize(1);
        fixture.background.runAll();
        fixture.later.advance(PatientLoad.PATIENCE);
        assertThat(seen).as("old, then new").hasSize(2);
        assertThat(fixture.detail().seq()).isEqualTo(second.seq());
    }

    @Test
    void whatTakesLongSaysSoAlsoWhileTheSelectionMovesOn() {
        Entry first = fixture.set("/a", "1");
        Entry second = fixture.set("/b", "2");
        Entry third = fixture.set("/c", "3");
        fixture.open(first);
        fixture.select(second);
        fixture.later.advance(PatientLoad.PATIENCE.dividedBy(2));
        fixture.select(third);
        fixture.later.advance(PatientLoad.PATIENCE.dividedBy(2));
        assertThat(model.content().get()).isEqualTo(new DetailContent.Loading(third.seq()));
        fixture.select(second);
        assertThat(model.content().get()).isEqualTo(new DetailContent.Loading(second.seq()));
        fixture.background.runAll();
        assertThat(fixture.detail().seq()).isEqualTo(second.seq());
    }

    @Test
    void failureIsShownAndTriedAgain() {
        Entry entry = fixture.set("/a", "1");
        fixture.journal.failWith("The file session.db has vanished.");
        fixture.select(entry);
        fixture.background.runAll();
        assertThat(model.content().get()).isInstanceOfSatisfying(DetailContent.Failed.class, failed -> {
            assertThat(failed.seq()).isEqualTo(entry.seq());
            assertThat(failed.failure().sentence()).isEqualTo("The file session.db has vanished.");
        });
        fixture.journal.failWith("");
        model.retry();
        fixture.background.runAll();
        assertThat(fixture.detail().entry()).isEqualTo(entry);
    }

    @Test
    void entryThatIsGoneIsAFailureWithASentence() {
        fixture.select(Entries.set("/a", "1").withSeq(12_044));
        fixture.background.runAll();
        assertThat(model.content().get())
                .isInstanceOfSatisfying(
                        DetailContent.Failed.class,
                        failed -> assertThat(failed.failure().sentence())
                                .startsWith("Entry 12044 is no longer in the journal"));
    }

    @Test
    void afterClosingTheSelectionIsNotFollowed() {
        model.close();
        fixture.select(fixture.set("/a", "1"));
        fixture.grow();
        assertThat(model.content().get()).isEqualTo(new DetailContent.Nothing());
    }

    @Test
    void whatClaspReadsDifferentlyIsMarked() {
        Entry odd =
                fixture.add(new Entry(1, 0, "a", "/a", "Param", "{\"k\":18446744073709551615,\"k\":1}", -1L, 0x121));
        assertThat(fixture.open(odd).readings())
                .containsExactlyInAnyOrder(
                        ClaspReading.EVENT_FOR_SIGNAL_TYPE,
                        ClaspReading.MSG_TYPE_CUT,
                        ClaspReading.FLOAT_FOR_INTEGER,
                        ClaspReading.LAST_KEY_WINS);
        assertThat(fixture.open(fixture.set("/deep", "[".repeat(200) + "]".repeat(200)))
                        .readings())
                .containsExactly(ClaspReading.NULL_FOR_DEPTH);
        assertThat(fixture.open(fixture.set("/a", "1")).readings()).isEmpty();
    }

    @Test
    void textThatIsNoJsonIsShownRawWithReasonAndPosition() {
        EntryDetail detail = fixture.open(fixture.set("/a", "{\"a\": nope}"));
        assertThat(detail.outline()).isNull();
        assertThat(detail.raw().text()).isEqualTo("{\"a\": nope}");
        assertThat(detail.problem()).hasMessage("The text is not JSON: 'nope' is not allowed here.");
        assertThat(detail.problem().position()).isEqualTo(6);
        assertThat(detail.readings()).containsExactly(ClaspReading.NULL_FOR_BAD_JSON);
        assertThat(fixture.open(fixture.set("/a", "")).problem()).isNotNull();
    }

    @Test
    void copyingGivesTheTextsAsStored() {
        var copied = new ArrayList<String>();
        Entry entry = fixture.set("/a", " {\"a\" : 1e+300}\n");
        EntryDetail detail = fixture.open(entry);
        model.copying().text(detail.raw().text(), copied::add);
        Outline outline = detail.outline();
        model.copying().part(outline, outline.top().getFirst(), copied::add);
        model.copying().entry(entry, copied::add);
        fixture.background.runAll();
        assertThat(copied.subList(0, 2)).containsExactly(" {\"a\" : 1e+300}\n", "1e+300");
        assertThat(model.copying().report().get()).isEqualTo("Copied.");
        fixture.later.advance(Duration.ofSeconds(3));
        assertThat(model.copying().report().get()).isEmpty();
        assertThat(copied.getLast()).startsWith("{\"seq\":1,").contains("\"address\":\"/a\"");
    }

    @Test
    void tooLargeACopyIsRefusedWithASentence() {
        var copied = new ArrayList<String>();
        model.copying().text("x".repeat(ValueCopying.MAX_CHARS + 1), copied::add);
        assertThat(copied).isEmpty();
        assertThat(model.copying().report().get())
                .contains("20 million characters")
                .contains("Save the value");
        model.copying().text("x", copied::add);
        assertThat(copied).containsExactly("x");
    }

    @Test
    void savingWritesTheTextAsStoredOrSaysWhyNot(@TempDir Path folder) throws Exception {
        EntryDetail detail = fixture.open(fixture.set("/a", "\"grüße\"\r\n"));
        Path file = folder.resolve("value.json");
        model.copying().save(detail, file);
        fixture.background.runAll();
        assertThat(Files.readString(file)).isEqualTo("\"grüße\"\r\n");
        assertThat(model.copying().report().get()).isEqualTo("11 bytes written to " + file + ".");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        model.copying().save(detail, folder.resolve("missing").resolve("value.json"));
        fixture.background.runAll();
        assertThat(model.copying().report().get())
                .startsWith("Cannot write")
                .contains("there is no such folder", "choose another one");
    }

    @Test
    void theTabInFrontAndTheFormAreRemembered() {
        model.tab().set(DetailTab.HISTORY);
        model.raw().set(true);
        var again = new DetailViewModel(fixture.browsing, fixture.tasks, fixture.later, fixture.settings);
        assertThat(again.tab().get()).isEqualTo(DetailTab.HISTORY);
        assertThat(again.raw().get()).isTrue();
    }

    @Test
    void revealAsksTheTable() {
        List<Long> revealed = new ArrayList<>();
        fixture.browsing.onReveal(revealed::add);
        model.reveal(7);
        assertThat(revealed).containsExactly(7L);
    }

    @Test
    void valueIsNotReadAgainWhenAnotherTabComesToFront() {
        EntryDetail before = fixture.open(fixture.set("/a", "{\"a\":[1]}"));
        model.tab().set(DetailTab.DIFF);
        fixture.background.runAll();
        assertThat(fixture.detail().outline()).isSameAs(before.outline());
        assertThat(fixture.detail().diff()).isEqualTo(new EntryDiff.NoEarlier());
        assertThat(fixture.open(fixture.add(new Entry(9, 0, "a", "/b", "event", "1", null, MsgType.PUBLISH)))
                        .diff())
                .as("found together with the entry while the diff is in front")
                .isEqualTo(new EntryDiff.NoEarlier());
    }
}
