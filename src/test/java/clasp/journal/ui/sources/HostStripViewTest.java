package clasp.journal.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Fitting;
import clasp.journal.testing.FxStage;
import clasp.journal.testing.ManualLater;
import clasp.journal.ui.fx.DropDown;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostStripViewTest {
    /// Reachable at several addresses, and in trouble.
    private static class Busy implements HostedSession {
        private final MemoryJournal journal = new MemoryJournal("hosted", 10, 1, InstantSource.system());

        @Override
        public JournalReader journal() {
            return journal;
        }

        @Override
        public String name() {
            return "hosted";
        }

        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }

        @Override
        public List<String> clientUrls() {
            return List.of("ws://192.168.100.101:7330", "ws://10.200.100.101:7330");
        }

        @Override
        public List<String> journalUrls() {
            return List.of("http://192.168.100.101:7350", "http://10.200.100.101:7350");
        }

        @Override
        public String token() {
            return "s3cret";
        }

        @Override
        public Traffic traffic() {
            return new Traffic(120, 340, 98_765, 123_456_789, 1_234, 56_789);
        }

        @Override
        public List<Guest> guests() {
            return List.of(
                    new Guest("Lumen desk", "7f1f6f3e-8f0b-4c55-9a53-0d8f0d8c2b11", 1_708_500_000_000_000L, 12),
                    new Guest("audio\nbridge", "0c2f1b7a-55f4-43f1-8b1c-8a1d7c3e9f22", 1_708_500_060_000_000L, 1),
                    new Guest("", "b7d7f8c0-1f6e-4a6b-9f8e-2f8f6d1c4e33", 1_708_500_120_000_000L, 0));
        }

        @Override
        public Optional<String> failure() {
            return Optional.empty();
        }

        @Override
        public void stop() {}
    }

    @Test
    void aStoppedSessionInMemoryIsNotForgottenUnasked() {
        var session = new Busy();
        var model = new HostStripViewModel(session, tasks(), new ManualLater());
        assertThat(model.beforeClosing().orElseThrow().sentence()).contains("120 clients are connected");
        model.stop();
        assertThat(model.beforeClosing()).as("nothing is in it").isEmpty();
        for (int i = 0; i < 12; i++) {
            session.journal.append(new Entry(0, i, "desk", "/a", "param", "1", i + 1L, MsgType.SET));
        }
        assertThat(model.beforeClosing().orElseThrow().sentence())
                .as("two made room")
                .isEqualTo("The 10 entries of this journal are in memory only and will be gone."
                        + " Export them to keep them.");
    }

    /// What is below it would be pushed out of the window for a moment.
    @Test
    void hasItsOwnHeightFromTheFirstLayoutOn() {
        List<Double> heights = new ArrayList<>();
        try (FxStage stage = FxStage.show(1024, 700, false, () -> {
            var strip = new HostStripView(
                    new HostStripViewModel(new Busy(), tasks(), new ManualLater()), (question, agreed) -> {});
            strip.heightProperty().subscribe((before, now) -> heights.add(now.doubleValue()));
            var page = new BorderPane(new Pane());
            page.setTop(strip);
            return page;
        })) {
            stage.screenshot("host-strip-first-light");
            assertThat(heights).isNotEmpty().allMatch(height -> height < 120);
        }
    }

    @Test
    void aStoppedSessionInAFileIsClosedAtOnce(@TempDir Path folder) {
        var kept = new Busy() {
            @Override
            public Optional<Path> file() {
                return Optional.of(folder.resolve("kept.db"));
            }
        };
        var model = new HostStripViewModel(kept, tasks(), new ManualLater());
        model.stop();
        assertThat(model.beforeClosing()).isEmpty();
    }

    @Test
    void whatWasCopiedIsSaidForAWhile() {
        var later = new ManualLater();
        try (FxStage stage = shown(false, later)) {
            Label copied = stage.find("#hostCopied", Label.class);
            stage.robot().clickOn(stage.find("#hostCopy", Button.class));
            assertThat(copied).matches(Label::isVisible).returns("Copied.", Label::getText);
            stage.screenshot("host-strip-copied-light");
            FxStage.run(() -> later.advance(Duration.ofSeconds(4)));
            assertThat(FxStage.<Boolean>call(copied::isVisible)).isFalse();
        }
    }

    /// Whoever has copied an address goes on to what stands beside it.
    @Test
    void nothingMovesWhenItIsSaidThatSomethingWasCopied() {
        var later = new ManualLater();
        try (FxStage stage = shown(false, later)) {
            List<Bounds> before = places(stage);
            stage.robot().clickOn(stage.find("#hostCopy", Button.class));
            assertThat(places(stage)).isEqualTo(before);
            FxStage.run(() -> later.advance(Duration.ofSeconds(4)));
            assertThat(places(stage)).isEqualTo(before);
        }
    }

    private static List<Bounds> places(FxStage stage) {
        return FxStage.call(() -> {
            var strip = (Parent) stage.lookup("#hostStrip");
            strip.layout();
            return Stream.of("#hostClients", "#hostTraffic", "#hostStop", "#hostStrip")
                    .map(stage::lookup)
                    .map(node -> node.localToScene(node.getLayoutBounds()))
                    .toList();
        });
    }

    @Test
    void addressesAreWrittenAsLargeAsTheWordsBesideThem() {
        try (FxStage stage = shown(false, new ManualLater())) {
            Label traffic = stage.find("#hostTraffic", Label.class);
            double words = FxStage.call(() -> traffic.getFont().getSize());
            for (String button : List.of("#hostCopy", "#hostClients", "#hostStop")) {
                Button shown = stage.find(button, Button.class);
                assertThat(FxStage.<Double>call(() -> shown.getFont().getSize()))
                        .as(button)
                        .isEqualTo(words);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoIsConnectedIsListedBelowTheStrip(boolean dark) {
        try (FxStage stage = shown(dark, new ManualLater())) {
            stage.robot().clickOn(stage.find("#hostClients", Button.class));

            ListView<?> list = stage.robot().lookup("#hostGuests").queryListView();
            stage.screenshot(list.getScene(), "host-guests-" + (dark ? "dark" : "light"));
            assertThat(FxStage.<List<String>>call(() -> list.lookupAll(".list-cell").stream()
                            .filter(cell -> ((ListCell<?>) cell).getItem() != null)
                            .map(cell -> cell.lookupAll(".label").stream()
                                    .map(label -> ((Label) label).getText())
                                    .collect(Collectors.joining(" | ")))
                            .toList()))
                    .containsExactlyInAnyOrder(
                            "Lumen desk | 7f1f6f3e-8f0b-4c55-9a53-0d8f0d8c2b11 · since 2024-02-21 07:20:00 UTC · 12"
                                    + " subscriptions",
                            "audio bridge | 0c2f1b7a-55f4-43f1-8b1c-8a1d7c3e9f22 · since 2024-02-21 07:21:00 UTC · 1"
                                    + " subscription",
                            "(no name) | b7d7f8c0-1f6e-4a6b-9f8e-2f8f6d1c4e33 · since 2024-02-21 07:22:00 UTC · no"
                                    + " subscriptions");
        }
    }

    @Test
    void escapeClosesTheListOfClients() {
        try (FxStage stage = shown(false, new ManualLater())) {
            stage.robot().clickOn(stage.find("#hostClients", Button.class));
            PopOver list = listOfClients(stage);
            assertThat(FxStage.<Boolean>call(list::isShowing)).isTrue();

            stage.robot().type(KeyCode.ESCAPE);

            assertThat(FxStage.<Boolean>call(list::isShowing)).isFalse();
        }
    }

    /// Where the button stands at the left, there is no room for the list at the left of it.
    @ParameterizedTest
    @CsvSource({"0, TOP_LEFT", "400, TOP_CENTER", "800, TOP_RIGHT"})
    void theListOfClientsPointsAtItsButton(double place, PopOver.ArrowLocation arrow) {
        try (FxStage stage = FxStage.show(1024, 700, false, () -> {
            var button = new DropDown(
                    "hostClients", "sources", () -> new GuestsPane(FXCollections.observableList(new Busy().guests())));
            button.say("Clients", false, "Clients");
            button.setLayoutX(place);
            return new Pane(button);
        })) {
            Button button = stage.find("#hostClients", Button.class);
            stage.robot().clickOn(button);
            assertThat(FxStage.<PopOver.ArrowLocation>call(listOfClients(stage)::getArrowLocation))
                    .isEqualTo(arrow);
        }
    }

    /// Done at once, and never failing.
    private static Tasks tasks() {
        return new Tasks(Runnable::run, Runnable::run, (what, error) -> {
            throw new AssertionError(what, error);
        });
    }

    private static FxStage shown(boolean dark, Later later) {
        return FxStage.show(
                1024,
                700,
                dark,
                () -> new HostStripView(new HostStripViewModel(new Busy(), tasks(), later), (question, agreed) -> {}));
    }

    private static PopOver listOfClients(FxStage stage) {
        return (PopOver)
                stage.robot().lookup("#hostGuests").queryListView().getScene().getWindow();
    }

    /// Nobody is served any more then, whatever became of the file.
    @Test
    void aSessionWhoseFileCannotBeSettledIsStoppedAndSaysWhy() {
        var full = new Busy() {
            @Override
            public void stop() {
                throw new JournalException("“hosted.db” cannot be brought to disk: there is no space.");
            }
        };
        try (FxStage stage = FxStage.show(
                1024,
                700,
                false,
                () -> new HostStripView(
                        new HostStripViewModel(full, tasks(), new ManualLater()),
                        (question, agreed) -> agreed.run()))) {
            stage.robot().clickOn(stage.find("#hostStop", Button.class));
            assertThat(FxStage.<String>call(stage.find("#hostState", Label.class)::getText))
                    .isEqualTo("Stopped");
            assertThat(FxStage.<String>call(stage.find("#hostTrouble", Label.class)::getText))
                    .isEqualTo("“hosted.db” cannot be brought to disk: there is no space.");
        }
    }

    @ParameterizedTest
    @CsvSource({"800, true", "1024, false"})
    void aRouterThatEndsByItselfIsSaidToHaveAndItsJournalIsBroughtToItsFile(int width, boolean dark) {
        var later = new ManualLater();
        var failure = new AtomicReference<String>();
        var stopped = new AtomicBoolean();
        var dying = new Busy() {
            @Override
            public Optional<Path> file() {
                return Optional.of(Path.of("hosted.db"));
            }

            @Override
            public Optional<String> failure() {
                return Optional.ofNullable(failure.get());
            }

            @Override
            public void stop() {
                stopped.set(true);
            }
        };
        try (FxStage stage = FxStage.show(
                width,
                700,
                dark,
                () -> new HostStripView(new HostStripViewModel(dying, tasks(), later), (question, agreed) -> {}))) {
            Label state = stage.find("#hostState", Label.class);
            assertThat(FxStage.<String>call(state::getText)).isEqualTo("Hosting");

            failure.set("java.lang.OutOfMemoryError: Java heap space");
            FxStage.run(() -> later.advance(Duration.ofSeconds(1)));

            assertThat(FxStage.<String>call(state::getText)).isEqualTo("Ended by itself");
            assertThat(FxStage.<String>call(stage.find("#hostTrouble", Label.class)::getText))
                    .isEqualTo("The router has ended by itself: java.lang.OutOfMemoryError: Java heap space.");
            assertThat(FxStage.<String>call(stage.find("#hostTraffic", Label.class)::getText))
                    .contains("all that was acknowledged is in the file", "host the file again");
            assertThat(FxStage.<Boolean>call(stage.find("#hostStop", Button.class)::isVisible))
                    .isFalse();
            assertThat(stopped).isTrue();
            stage.screenshot("host-strip-ended-" + (dark ? "dark" : "light"));
            assertThat(Fitting.misfits(stage, "#hostStrip")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"800, 600, true", "800, 600, false", "1024, 700, true", "1024, 700, false"})
    void everythingIsReadableInASmallWindow(int width, int height, boolean dark) {
        try (FxStage stage = FxStage.show(
                width,
                height,
                dark,
                () -> new HostStripView(
                        new HostStripViewModel(new Busy(), tasks(), Later.onFxThread()), (question, agreed) -> {}))) {
            stage.screenshot("host-strip-" + width + (dark ? "-dark" : "-light"));
            assertThat(Fitting.misfits(stage, "#hostStrip")).isEmpty();
        }
    }
}
