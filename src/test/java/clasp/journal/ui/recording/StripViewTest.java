package clasp.journal.ui.recording;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.export.Exporter;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Recording;
import clasp.journal.store.RecordingState;
import clasp.journal.store.RecordingStatus;
import clasp.journal.store.Unstored;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Fitting;
import clasp.journal.testing.FxStage;
import clasp.journal.testing.SavingDialogs;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripViewTest {
    private final FakeRecording recording = new FakeRecording();

    /// A long recording that has seen much.
    private static final class FakeRecording extends ForwardingReader implements Recording {
        private final MemoryJournal journal = new MemoryJournal("recorded", 10, 1, InstantSource.system());
        private final List<String> tokens = new ArrayList<>();
        private RecordingState state = new RecordingState.Running();
        private long entries = 123_456_789;
        private long waiting;
        private boolean inMemoryOnly;

        @Override
        public RecordingStatus recording() {
            return new RecordingStatus(
                    state,
                    entries,
                    48_912,
                    21_474_836_480L,
                    Duration.ofHours(26).plusMinutes(47),
                    waiting,
                    1_234_567,
                    12,
                    List.of());
        }

        @Override
        public Unstored unstored() {
            return Unstored.NOTHING;
        }

        @Override
        public void stopListening() {
            if (waiting == 0) {
                stopRecording();
            }
        }

        @Override
        public void stopRecording() {
            state = new RecordingState.Ended("");
        }

        @Override
        public void useToken(String token) {
            tokens.add(token);
        }

        @Override
        public boolean inMemoryOnly() {
            return inMemoryOnly;
        }

        @Override
        public void close() {
            journal.close();
        }

        @Override
        protected JournalReader target() {
            return journal;
        }
    }

    private final Notices notices = new Notices();
    private boolean diskFull;

    private static long writing(Path target) {
        try {
            Files.writeString(target, "saved");
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StripViewModel model() {
        return new StripViewModel(
                recording,
                new Exporter((selection, target, progress, cancellation) -> {
                    if (diskFull) {
                        throw new JournalException("The disk is full.");
                    }
                    return writing(target);
                }),
                new Tasks(Runnable::run, Runnable::run, (what, error) -> {
                    throw new AssertionError(what, error);
                }),
                notices,
                use -> use.accept("another"));
    }

    @Test
    void aSaveThatSucceedsTakesBackWhatWasSaidOfTheOneThatFailed(@TempDir Path folder) {
        StripViewModel model = model();
        diskFull = true;
        model.save(folder.resolve("session.db"));
        assertThat(notices.all()).extracting(Notice::kind).containsExactly(Notice.Kind.FAILURE);

        diskFull = false;
        model.save(folder.resolve("session.db"));

        assertThat(notices.all()).extracting(Notice::kind).containsExactly(Notice.Kind.SUCCESS);
    }

    /// Without a file there is none in which anything stays.
    @Test
    void whoClosesARecordingThatRunsIsToldWhatBecomesOfIt() {
        StripViewModel model = model();
        assertThat(asked(model)).contains("stays in its file").doesNotContain("memory");

        recording.inMemoryOnly = true;
        assertThat(asked(model)).contains("in memory only", "will be gone");

        recording.entries = 0;
        assertThat(asked(model()))
                .contains("in memory only", "Nothing has come in")
                .doesNotContain("file");
    }

    private void fillDisk() {
        recording.state = new RecordingState.Blocked("There is no space left for it.");
        recording.waiting = 1_539;
    }

    @Test
    void whatWaitsForRoomIsCounted() {
        assertThat(model().facts().get()).doesNotContain("wait");

        fillDisk();

        assertThat(model().facts().get()).contains("123,456,789 entries", "1,539 entries wait");
    }

    @Test
    void whoStopsWhileTheDiskIsFullIsToldThatTheRestWaitsAndHowToKeepIt() {
        fillDisk();
        StripViewModel model = model();

        model.stop();

        assertThat(recording.state).isInstanceOf(RecordingState.Blocked.class);
        assertThat(model.sentence().get())
                .startsWith("There is no space left for it.")
                .contains("before you stopped waits in memory", "Save session as");
        assertThat(model.facts().get()).contains("1,539 entries wait");
    }

    @Test
    void whoClosesARecordingThatWaitsForRoomIsToldHowMuchIsLost() {
        fillDisk();
        StripViewModel model = model();
        assertThat(asked(model)).contains("1,539 entries", "Closing loses").doesNotContain("stays in its file");

        model.stop();

        assertThat(asked(model)).contains("1,539 entries", "Closing loses");
    }

    @Test
    void whatIsSavedElsewhereIsNotLostByClosing(@TempDir Path folder) {
        fillDisk();
        StripViewModel model = model();
        model.stop();

        model.save(folder.resolve("session.db"));

        assertThat(model.beforeClosing()).isEmpty();
    }

    @Test
    void whatCameInAfterSavingIsLostByClosing(@TempDir Path folder) {
        fillDisk();
        StripViewModel model = model();
        model.save(folder.resolve("session.db"));

        recording.waiting++;

        assertThat(asked(model)).contains("1,540 entries", "Closing loses");
    }

    private static String asked(StripViewModel model) {
        return model.beforeClosing().orElseThrow().sentence();
    }

    private FxStage show(double width, double height, boolean dark) {
        return FxStage.show(
                width, height, dark, () -> new StripView(model(), new SavingDialogs(path -> Optional.empty())));
    }

    private static RecordingState refused() {
        return new RecordingState.Disconnected(
                "wss://router.stage.example.org:7330 refused the token: it is wrong or has" + " expired.",
                Duration.ofSeconds(2),
                true);
    }

    @ParameterizedTest
    @CsvSource({"800, 600, true", "800, 600, false", "1024, 700, true", "1024, 700, false"})
    void everythingIsReadableInASmallWindow(int width, int height, boolean dark) {
        recording.state = refused();
        try (FxStage stage = show(width, height, dark)) {
            stage.screenshot("recording-strip-" + width + (dark ? "-dark" : "-light"));
            assertThat(Fitting.misfits(stage, ".recording-strip FlowPane")).isEmpty();
            assertThat(Fitting.misfits(stage, ".recording-strip > HBox")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"800, 600, true", "1024, 700, false"})
    void whatWaitsForRoomIsReadableInASmallWindow(int width, int height, boolean dark) {
        fillDisk();
        try (FxStage stage = show(width, height, dark)) {
            FxStage.run(stage.find("#recordingStop", Button.class)::fire);
            stage.screenshot("recording-strip-full-" + width + (dark ? "-dark" : "-light"));
            assertThat(Fitting.misfits(stage, ".recording-strip FlowPane")).isEmpty();
            assertThat(Fitting.misfits(stage, ".recording-strip > HBox")).isEmpty();
        }
    }

    @Test
    void aTokenCanBeEnteredWhileTheRouterWantsAnother() {
        recording.state = refused();
        try (FxStage stage = show(800, 600, false)) {
            Button token = stage.find("#recordingToken", Button.class);
            assertThat(token.isVisible()).isTrue();
            FxStage.run(token::fire);
            assertThat(recording.tokens).containsExactly("another");

            FxStage.run(() -> recording.state = new RecordingState.Running());
            FxStage.await("the button to go", () -> !token.isVisible());
        }
    }
}
