package clasp.journal.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.Compactor;
import clasp.journal.store.JournalReader;
import clasp.journal.store.OriginalFile;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.Entries;
import clasp.journal.testing.FxStage;
import clasp.journal.testing.ManualExecutor;
import clasp.journal.testing.ManualLater;
import clasp.journal.testing.SharedJournals;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a real clasp-router left when it was stopped: the originals are shown to be untouched.
class EvidenceTest {
    private final ManualExecutor background = new ManualExecutor();

    @TempDir
    private Path folder;

    @Test
    void theOriginalsOfAPrivateCopyHaveTheHashesThatTheyHadWhenItWasMade() throws Exception {
        Path file = SharedJournals.copy("unclean-stop/live.db", folder);
        Path log = SharedJournals.copy("unclean-stop/live.db-wal", folder);
        String before = sha256(log);
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            assertThat(journal.info().access()).hasToString("private copy");
            assertThat(journal.state().latestSeq()).isEqualTo(13);
            var model = model(journal);
            var evidence = model.question().answer().orElseThrow();
            assertThat(evidence.copied()).isTrue();
            assertThat(evidence.verdict()).isEqualTo(Evidence.Verdict.UNTOUCHED);
            assertThat(evidence.files())
                    .extracting(each -> each.before().file().getFileName().toString())
                    .containsExactly("live.db", "live.db-wal", "live.db-shm");
            assertThat(evidence.files().get(1).before().sha256()).isEqualTo(before);
            assertThat(evidence.files().get(2).now().present()).isFalse();
            assertThat(model.text().orElseThrow()).contains(before);
        }
        assertThat(sha256(log)).isEqualTo(before);
    }

    @Test
    void aFileThatAnotherProgramWritesToIsSaidToHaveChanged() throws Exception {
        Path file = SharedJournals.copy("session-20k.db", folder);
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            var model = model(journal);
            assertThat(model.question().answer().orElseThrow().copied()).isFalse();
            assertThat(verdict(model)).isEqualTo(Evidence.Verdict.UNTOUCHED);
            Files.write(folder.resolve("session-20k.db-wal"), new byte[] {1}, StandardOpenOption.CREATE_NEW);
            model.lookAgain();
            background.runAll();
            var evidence = model.question().answer().orElseThrow();
            assertThat(evidence.verdict()).isEqualTo(Evidence.Verdict.CHANGED);
            assertThat(evidence.files().get(0).same()).isTrue();
            assertThat(evidence.files().get(1).same()).isFalse();
            Files.delete(folder.resolve("session-20k.db-wal"));
        }
    }

    /// It would be no evidence to call a file untouched that this program has just compacted.
    @Test
    void whatThisProgramItselfDidIsSaidAlsoWhenThePageIsLookedAtOnlyAfterwards() throws Exception {
        Path file = SharedJournals.copy("session-20k.db", folder);
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            compact(journal);
            var model = model(journal);
            assertThat(verdict(model)).isEqualTo(Evidence.Verdict.OWN_BEFORE);
            assertThat(model.text().orElseThrow())
                    .startsWith("Not untouched: changed by this program itself (compaction at ")
                    .contains("Since the first look at this page nothing has changed.");
            Files.write(folder.resolve("session-20k.db-wal"), new byte[] {1}, StandardOpenOption.CREATE_NEW);
            lookAgain(model);
            assertThat(verdict(model)).isEqualTo(Evidence.Verdict.OWN_THEN_CHANGED);
            Files.delete(folder.resolve("session-20k.db-wal"));
        }
    }

    @Test
    void whatThisProgramDidBetweenTwoLooksIsSaidToBeItsOwn() throws Exception {
        Path file = SharedJournals.copy("session-20k.db", folder);
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            var model = model(journal);
            assertThat(verdict(model)).isEqualTo(Evidence.Verdict.UNTOUCHED);
            compact(journal);
            compactor(journal).restore(folder.resolve("backup.db"), CompactionProgress.NONE, Cancellation.none());
            lookAgain(model);
            assertThat(verdict(model)).isEqualTo(Evidence.Verdict.OWN_SINCE);
            assertThat(model.text().orElseThrow()).contains("(compaction at ", ", backup restored at ");
        }
    }

    @Test
    void whileThisProgramWritesTheJournalItIsSaid() throws Exception {
        Path file = folder.resolve("recording.db");
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            var model = model(journal);
            assertThat(verdict(model)).isEqualTo(Evidence.Verdict.OWN_SINCE);
            assertThat(model.text().orElseThrow()).contains("entries written since ");
        }
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            var model = model(journal);
            assertThat(verdict(model)).isEqualTo(Evidence.Verdict.OWN_BEFORE);
            assertThat(model.text().orElseThrow()).contains("entries written from ");
        }
    }

    /// The copy is older than what was done to the originals.
    @Test
    void aCompactedJournalOfACrashedWriterIsSaidToBeChanged() throws Exception {
        Path file = SharedJournals.copy("unclean-stop/live.db", folder);
        SharedJournals.copy("unclean-stop/live.db-wal", folder);
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            var model = model(journal);
            compact(journal);
            lookAgain(model);
            assertThat(verdict(model)).isEqualTo(Evidence.Verdict.OWN_SINCE);
        }
    }

    private static Compactor compactor(JournalReader journal) {
        return ((CompactionAccess.Available) journal.compaction()).compactor();
    }

    private void compact(JournalReader journal) {
        var order = new CompactionOrder(3, folder.resolve("backup.db"), true, true, false);
        compactor(journal).compact(order, CompactionProgress.NONE, Cancellation.none());
    }

    private static Evidence.Verdict verdict(EvidenceViewModel model) {
        return model.question().answer().orElseThrow().verdict();
    }

    private void lookAgain(EvidenceViewModel model) {
        model.lookAgain();
        background.runAll();
    }

    /// Whoever compacts in the window and then reads “untouched” would be told wrong.
    @Test
    void whenTheJournalWasCompactedOrRestoredUnderThePageTheHashesAreComputedAnew() throws Exception {
        Path file = SharedJournals.copy("session-20k.db", folder);
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            var browsing = new Browsing(journal, journal.info(), journal.state());
            var model = recovery(browsing);
            assertThat(verdict(model.evidence())).isEqualTo(Evidence.Verdict.UNTOUCHED);
            compact(journal);
            browsing.update(journal.state());
            background.runAll();
            assertThat(verdict(model.evidence())).isEqualTo(Evidence.Verdict.OWN_SINCE);
            assertThat(model.evidence().text().orElseThrow()).contains("(compaction at ");
            compactor(journal).restore(folder.resolve("backup.db"), CompactionProgress.NONE, Cancellation.none());
            browsing.update(journal.state());
            background.runAll();
            assertThat(model.evidence().text().orElseThrow()).contains(", backup restored at ");
            assertThat(model.evidence().outdated().get()).isFalse();
            model.close();
        }
    }

    /// The hashes of a file that a router writes all the time are computed when asked for.
    @Test
    void whenTheJournalHasGrownThePageSaysSo() {
        Path file = folder.resolve("recording.db");
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            journal.append(Entries.set("/a", "1"));
            var browsing = new Browsing(journal, journal.info(), journal.state());
            var model = recovery(browsing);
            journal.append(Entries.set("/a", "2"));
            browsing.update(journal.state());
            background.runAll();
            assertThat(model.evidence().outdated().get()).isTrue();
            lookAgain(model.evidence());
            assertThat(model.evidence().outdated().get()).isFalse();
            model.close();
        }
    }

    private RecoveryViewModel recovery(Browsing browsing) {
        var tasks = new Tasks(background, Runnable::run, (what, error) -> {
            throw new AssertionError(what, error);
        });
        var model = new RecoveryViewModel(browsing, tasks, new ManualLater(), file -> {
            throw new AssertionError(file);
        });
        model.tab().set(RecoveryTab.EVIDENCE);
        model.start();
        background.runAll();
        return model;
    }

    /// That is when somebody wants to know what became of the files.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whenAnotherJournalTookItsPlaceOrItIsGoneThePageShowsThatTheFilesChanged(boolean replaced) throws Exception {
        Path file = SharedJournals.copy("session-20k.db", folder);
        String before = sha256(file);
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            var browsing = new Browsing(journal, journal.info(), journal.state());
            var model = recovery(browsing);
            if (replaced) {
                Files.move(SharedJournals.copy("edge.db", folder), file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.delete(file);
            }
            browsing.rewritten();
            background.runAll();
            var evidence = model.evidence().question().answer().orElseThrow();
            assertThat(evidence.verdict()).isEqualTo(Evidence.Verdict.CHANGED);
            assertThat(evidence.files().getFirst().before().sha256()).isEqualTo(before);
            assertThat(evidence.files().getFirst().now().present()).isEqualTo(replaced);
            try (FxStage stage = FxStage.show(900, 480, false, () -> styled(model.evidence()))) {
                stage.screenshot("evidence-" + (replaced ? "replaced" : "gone") + "-light");
            }
            model.close();
        }
    }

    @Test
    void ofACrashedWritersJournalThatIsReplacedTheOriginalsAreComparedWithThoseOfTheCopy() throws Exception {
        Path file = SharedJournals.copy("unclean-stop/live.db", folder);
        Path log = SharedJournals.copy("unclean-stop/live.db-wal", folder);
        String before = sha256(log);
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            var model = model(journal);
            Files.move(SharedJournals.copy("edge.db", folder), file, StandardCopyOption.REPLACE_EXISTING);
            Files.delete(log);
            lookAgain(model);
            var evidence = model.question().answer().orElseThrow();
            assertThat(evidence.copied()).isTrue();
            assertThat(evidence.verdict()).isEqualTo(Evidence.Verdict.CHANGED);
            assertThat(evidence.files().get(1).before().sha256()).isEqualTo(before);
            assertThat(evidence.files().get(1).now().present()).isFalse();
        }
    }

    @Test
    void theHashIsThatOfTheWholeContent() throws Exception {
        Path file = folder.resolve("x");
        Files.write(file, new byte[3_000_000]);
        OriginalFile original = OriginalFile.of(file, Cancellation.none());
        assertThat(original.sha256()).isEqualTo(sha256(file));
        assertThat(original.sizeBytes()).isEqualTo(3_000_000);
    }

    private static Parent styled(EvidenceViewModel evidence) {
        var view = new StackPane(new EvidencePane(evidence));
        view.getStyleClass().add("recovery-view");
        Stylesheets.add(view, "recovery");
        return view;
    }

    private EvidenceViewModel model(JournalReader journal) {
        var browsing = new Browsing(journal, journal.info(), journal.state());
        var tasks = new Tasks(background, Runnable::run, (what, error) -> {
            throw new AssertionError(what, error);
        });
        var model = new EvidenceViewModel(browsing, tasks, new ManualLater());
        model.question().watch(true);
        background.runAll();
        return model;
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
