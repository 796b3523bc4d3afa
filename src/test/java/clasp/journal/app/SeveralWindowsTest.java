package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.FileSettings;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.FxStage;
import clasp.journal.testing.SharedRobot;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.Screenshots;
import com.sun.javafx.stage.WindowHelper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// A program with more than one window: all that were open at its end come back.
class SeveralWindowsTest {
    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();
    private Path one;
    private Path two;

    /// What is seen of a window.
    private record Seen(String title, double x, double y, double width, double height) {}

    /// The program from its start to its end, on the headless platform.
    private final class Run implements AutoCloseable {
        private final FileSettings settings =
                new FileSettings(folder.resolve("settings.json"), Runnable::run, warnings::add);
        private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
        private final DesktopWindows windows;

        Run(Path... files) {
            var notices = new Notices();
            windows = FxStage.call(() -> new DesktopWindows(
                    new SqliteJournals(), settings, new UncaughtExceptions(notices), () -> ended.complete(true)));
            FxStage.run(() -> windows.begin(List.of(files), notices));
        }

        void another(Path... files) {
            assertThat(taken(true, files)).isTrue();
        }

        void handed(Path... files) {
            assertThat(taken(false, files)).isTrue();
        }

        boolean taken(boolean alone, Path... files) {
            return FxStage.call(() -> windows.take(new Invocation.Window(List.of(files), alone), System.nanoTime()));
        }

        void await(int count) {
            FxStage.await(count + " windows", () -> stages().size() == count);
        }

        void awaitTitle(String title) {
            FxStage.await(title, () -> stages().stream().anyMatch(stage -> isCalled(stage, title)));
        }

        List<Seen> seen() {
            return FxStage.call(() -> stages().stream().map(Run::seen).toList());
        }

        Stage stage(String title) {
            awaitTitle(title);
            return FxStage.call(() -> stages().stream()
                    .filter(stage -> isCalled(stage, title))
                    .findFirst()
                    .orElseThrow());
        }

        void closeByItsButton(String title) {
            Stage stage = stage(title);
            FxStage.run(stage::hide);
        }

        /// As a click into it does.
        void front(String title) {
            Stage stage = stage(title);
            FxStage.run(() -> {
                stages().forEach(each -> WindowHelper.setFocused(each, false));
                WindowHelper.setFocused(stage, true);
            });
        }

        /// In the order in which they came to the screen, the last one first.
        List<String> fromTheFront() {
            return FxStage.call(() -> Window.getWindows().stream()
                    .filter(stages()::contains)
                    .map(window -> ((Stage) window).getTitle().replaceAll(" .*", ""))
                    .toList()
                    .reversed());
        }

        private static Seen seen(Stage stage) {
            return new Seen(
                    stage.getTitle(),
                    stage.getX(),
                    stage.getY(),
                    stage.getScene().getWidth(),
                    stage.getScene().getHeight());
        }

        private static List<Stage> stages() {
            return Window.getWindows().stream()
                    .filter(window -> window instanceof Stage stage && stage.getTitle() != null)
                    .map(Stage.class::cast)
                    .filter(stage -> stage.getTitle().contains("Clasp"))
                    .sorted(Comparator.comparing(Stage::getTitle))
                    .toList();
        }

        private static boolean isCalled(Stage stage, String title) {
            return stage.getTitle().startsWith(title + " ");
        }

        @Override
        public void close() {
            windows.close();
            settings.close();
        }
    }

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        one = GeneratedJournal.in(folder.resolve("one.db"), 300);
        two = GeneratedJournal.in(folder.resolve("two.db"), 200);
    }

    @Test
    void allComeBackWithTheirTabsPlacesAndSizes() {
        List<Seen> before;
        try (var run = new Run(one)) {
            run.another(two);
            Stage second = run.stage("two.db");
            FxStage.run(() -> {
                second.setX(120);
                second.setY(90);
                second.setWidth(700);
                second.setHeight(520);
            });
            FxStage.await("its size", () -> second.getScene().getHeight() == 520);
            before = run.seen();
            assertThat(before).extracting(Seen::x).doesNotHaveDuplicates();
        }
        try (var run = new Run()) {
            run.awaitTitle("two.db");
            run.awaitTitle("one.db");
            assertThat(run.seen()).isEqualTo(before);
            for (String name : List.of("one.db", "two.db")) {
                Stage stage = run.stage(name);
                FxStage.await(
                        "rows of " + name,
                        () -> stage.getScene().getRoot().lookupAll(".entry-cell.seq").stream()
                                .anyMatch(cell -> cell instanceof Labeled label && "1".equals(label.getText())));
                var image = FxStage.call(() -> Screenshots.of(stage.getScene()));
                Screenshots.write(image, Path.of("target", "screenshots", "several-" + name + ".png"));
            }
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void theyLieOverEachOtherAsTheyDid() {
        Path three = GeneratedJournal.in(folder.resolve("three.db"), 50);
        try (var run = new Run(one)) {
            run.another(two);
            run.another(three);
            run.front("one.db");
            run.front("two.db");
        }
        try (var run = new Run()) {
            run.awaitTitle("one.db");
            run.awaitTitle("two.db");
            run.awaitTitle("three.db");
            assertThat(run.fromTheFront()).containsExactly("two.db", "one.db", "three.db");
        }
    }

    @Test
    void windowsThatAreClosedOneAfterTheOtherComeBackTogether() {
        try (var run = new Run(one)) {
            run.another(two);
            run.closeByItsButton("two.db");
            run.await(1);
            assertThat(run.ended).isNotDone();
            run.closeByItsButton("one.db");
            run.await(0);
            assertThat(run.ended).isCompleted();
        }
        try (var run = new Run()) {
            run.awaitTitle("one.db");
            run.awaitTitle("two.db");
        }
    }

    @Test
    void filesOfAnotherStartGoToTheWindowThatHadTheKeyboardLast() {
        Path three = GeneratedJournal.in(folder.resolve("three.db"), 50);
        try (var run = new Run(one)) {
            run.another(two);
            run.awaitTitle("two.db");
            run.handed(three);
            run.awaitTitle("three.db");
            assertThat(run.seen()).extracting(Seen::title).anyMatch(title -> title.startsWith("one.db"));
            assertThat(run.seen()).hasSize(2);
        }
    }

    /// The start that brought them shows them itself then.
    @Test
    void filesThatComeWhileTheProgramEndsAreNotTaken() {
        Run ending;
        try (var run = new Run(one)) {
            ending = run;
            run.closeByItsButton("one.db");
            run.await(0);
            assertThat(run.taken(false, two)).isFalse();
            assertThat(run.taken(true, two)).isFalse();
        }
        assertThat(ending.taken(true, two)).isFalse();
        try (var run = new Run()) {
            run.awaitTitle("one.db");
            assertThat(run.seen()).hasSize(1);
        }
    }

    @Test
    void aNewWindowIsOpenedAndAllAreQuitByKeys() {
        try (var run = new Run(one)) {
            SharedRobot.at(run.stage("one.db")).push(KeyCode.CONTROL, KeyCode.N);
            run.await(2);
            assertThat(run.ended).isNotDone();
            run.handed(two);
            Stage second = run.stage("two.db");
            SharedRobot.at(second).push(KeyCode.CONTROL, KeyCode.Q);
            FxStage.await("the program to be told", run.ended::isDone);
        }
        try (var run = new Run()) {
            run.awaitTitle("one.db");
            run.awaitTitle("two.db");
        }
    }

    @Test
    void aWindowIsClosedByKeysAndTheOthersStay() {
        try (var run = new Run(one)) {
            run.another(two);
            SharedRobot.at(run.stage("two.db")).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
            run.await(1);
            run.awaitTitle("one.db");
            assertThat(run.ended).isNotDone();
        }
    }

    @Test
    void afterACrashAllAreOfferedInOneGo() throws Exception {
        try (var run = new Run(one)) {
            run.another(two);
            run.awaitTitle("two.db");
        }
        Path file = folder.resolve("settings.json");
        Files.writeString(file, Files.readString(file).replaceAll("\"ended\" : true", "\"ended\" : false"));
        try (var run = new Run()) {
            run.await(1);
            Node again = FxStage.call(
                    () -> Run.stages().getFirst().getScene().getRoot().lookup(".remedy"));
            FxStage.run(() -> ((ButtonBase) again).fire());
            run.awaitTitle("one.db");
            run.awaitTitle("two.db");
        }
    }
}
