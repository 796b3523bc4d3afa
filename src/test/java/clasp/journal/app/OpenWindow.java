package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.Settings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.FxStage;
import clasp.journal.testing.SharedRobot;
import clasp.journal.ui.fx.Ending;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.Screenshots;
import clasp.journal.ui.main.Common;
import clasp.journal.ui.main.OpenTabs;
import clasp.journal.ui.sources.Keyring;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The whole program in a window on the headless platform, driven as a person would: by clicks, keys and looks.
final class OpenWindow implements AutoCloseable {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-14T20:17:42.250Z"));

    private final FxRobot robot = SharedRobot.get();
    private final Notices notices;
    private final Common common;
    private final Wiring wiring;
    private final Stage stage;
    private final SeenNodes nodes;

    private final FileAnswers answers = new FileAnswers();
    private final List<OpenTabs> others = new ArrayList<>();
    private boolean failuresExpected;
    private boolean agreedToClose;

    private OpenWindow(Settings settings, Keyring keyring, double width, double height) {
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new IllegalStateException("JavaFX did not start.", e);
        }
        Platform.setImplicitExit(false);
        notices = new Notices();
        common = FxStage.call(() -> Common.of(settings, Later.onFxThread(), others::add, () -> {}));
        wiring = FxStage.call(() -> new Wiring(
                new SqliteJournals(), common, keyring, notices, new DemoSource(CLOCK, false), answers, width, height));
        stage = FxStage.call(() -> {
            var shown = new Stage();
            shown.setX(0);
            shown.setY(0);
            shown.setScene(wiring.window().scene());
            wiring.window().show(false);
            shown.show();
            return shown;
        });
        nodes = new SeenNodes(stage);
    }

    static OpenWindow empty(double width, double height) {
        return empty(Settings.inMemory(), width, height);
    }

    static OpenWindow empty(Settings settings, double width, double height) {
        return new OpenWindow(settings, Keyring.none(), width, height);
    }

    static OpenWindow empty(Settings settings, Keyring keyring, double width, double height) {
        return new OpenWindow(settings, keyring, width, height);
    }

    static OpenWindow on(Path file, double width, double height) {
        return on(file, Settings.inMemory(), width, height);
    }

    static OpenWindow on(Path file, Settings settings, double width, double height) {
        var window = new OpenWindow(settings, Keyring.none(), width, height);
        FxStage.run(() -> window.wiring.window().open(file));
        window.settle();
        return window;
    }

    /// As it is started anew without files.
    static OpenWindow resumed(Settings settings, double width, double height) {
        return resumed(settings, Keyring.none(), width, height);
    }

    static OpenWindow resumed(Settings settings, Keyring keyring, double width, double height) {
        var window = new OpenWindow(settings, keyring, width, height);
        FxStage.run(() -> window.wiring.window().resume());
        window.settle();
        return window;
    }

    static OpenWindow onDemo(double width, double height) {
        var window = empty(width, height);
        FxStage.run(() -> window.wiring.window().openDemo());
        window.settle();
        return window;
    }

    FxRobot robot() {
        return robot;
    }

    /// What is in the window's title bar.
    String title() {
        return FxStage.call(wiring.window().title()::get);
    }

    /// The journal in front.
    JournalReader journal() {
        return FxStage.call(wiring.window()::journal).orElseThrow();
    }

    Node root() {
        return stage.getScene().getRoot();
    }

    void open(Path file) {
        FxStage.run(() -> wiring.window().open(file));
        settle();
    }

    void reveal(long seq) {
        FxStage.run(() -> wiring.window().reveal(seq));
        settle();
    }

    /// As if some code of the program threw this.
    void fail(Throwable mistake) {
        var uncaught = new UncaughtExceptions(notices);
        uncaught.showIn(notices, wiring.window()::showFailure);
        uncaught.uncaughtException(Thread.currentThread(), mistake);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Shows and selects the last entry before seqs are missing.
    void revealBeforeTheGap() {
        JournalReader journal = FxStage.call(wiring.window()::journal).orElseThrow();
        reveal(journal.missingSeqs(1, Cancellation.none()).getFirst().first() - 1);
    }

    /// Asks for the window's end as its close button does; returns whether it may end at once.
    boolean closeAsAUserWould() {
        List<Ending> endings = FxStage.call(wiring.window()::beforeClosing);
        FxStage.run(() -> wiring.window().askAll(endings, () -> agreedToClose = true));
        WaitForAsyncUtils.waitForFxEvents();
        return endings.isEmpty();
    }

    /// Whether the user said yes to what was asked then.
    boolean isAgreedToClose() {
        return FxStage.call(() -> agreedToClose);
    }

    /// What the next dialog for opening answers.
    void willOpen(Path... files) {
        answers.willOpen(files);
    }

    /// What the next dialog for saving answers.
    void willSave(Path file) {
        answers.willSave(file);
    }

    /// Where the last dialog for files began; null when it was left to the system.
    @Nullable
    Path askedIn() {
        return answers.askedIn();
    }

    /// Before other instances, with the keyboard.
    void toFront() {
        FxStage.run(() -> {
            // The headless platform leaves windows in the order in which they were shown.
            stage.hide();
            stage.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits until the background has nothing to do and the screen shows it.
    void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        FxStage.await("the background to be idle", wiring::idle);
        FxStage.await(
                "what is made after the rows", () -> nodes.visible(".to-come").isEmpty());
        FxStage.await("the background to be idle", wiring::idle);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// The node, as soon as it is there and can be seen.
    Node find(String selector) {
        FxStage.await(selector + " to be seen", () -> nodes.visible(selector).isPresent());
        return FxStage.call(() -> nodes.visible(selector).orElseThrow());
    }

    /// The node that shows exactly this text, as soon as it can be seen.
    Node find(String selector, String text) {
        FxStage.await(
                text + " in " + selector, () -> nodes.showing(selector, text).isPresent());
        return FxStage.call(() -> nodes.showing(selector, text).orElseThrow());
    }

    /// Chooses the item with this id from the menu of a line of a table or tree: selects the line as a right click does
    /// and asks for the menu as a system does after one. The headless platform's own right click selects nothing.
    void chooseFromMenu(Node node, String item) {
        LineMenus.choose(node, item);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// What the menu offers that the menu key opens while the node has the keyboard; empty when nothing can be chosen.
    List<String> menuByKeyboard(Node node) {
        return menuByKeyboard(node, KeyCode.CONTEXT_MENU);
    }

    /// The same by other keys.
    List<String> menuByKeyboard(Node node, KeyCode... keys) {
        FxStage.run(node::requestFocus);
        press(keys);
        return LineMenus.offered();
    }

    void awaitGone(String selector) {
        FxStage.await(selector + " to go", () -> nodes.visible(selector).isEmpty());
    }

    boolean sees(String selector) {
        return FxStage.call(() -> nodes.visible(selector).isPresent());
    }

    boolean focusIsWithin(String selector) {
        return FxStage.call(() -> {
            Node at = stage.getScene().getFocusOwner();
            while (at != null && !nodes.all(selector).contains(at)) {
                at = at.getParent();
            }
            return at != null;
        });
    }

    /// All texts of labels, buttons and cells that fit the selector.
    List<String> texts(String selector) {
        return FxStage.call(() -> nodes.all(selector).stream()
                .filter(node -> node.isVisible() && node.getScene() != null)
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList());
    }

    /// The same, of what can be seen only: not of tabs behind the one in front.
    List<String> textsInFront(String selector) {
        return FxStage.call(() -> nodes.all(selector).stream()
                .filter(SeenNodes::isSeen)
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList());
    }

    String text(String selector) {
        return ((Labeled) find(selector)).getText();
    }

    void awaitText(String selector, String part) {
        FxStage.await(
                "“" + part + "” in " + selector,
                () -> nodes.all(selector).stream()
                        .filter(Labeled.class::isInstance)
                        .anyMatch(node ->
                                String.valueOf(((Labeled) node).getText()).contains(part)));
    }

    void click(String selector) {
        robot.clickOn(find(selector));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Chooses what is called so in a box of choices.
    void choose(String selector, String choice) {
        var box = (ComboBox<?>) find(selector);
        FxStage.await(choice + " among the choices", () -> indexOf(box, choice) >= 0);
        FxStage.run(() -> box.getSelectionModel().select(indexOf(box, choice)));
        settle();
    }

    private static <T> int indexOf(ComboBox<T> box, String choice) {
        return box.getItems().stream()
                .map(box.getConverter()::toString)
                .toList()
                .indexOf(choice);
    }

    int count(String selector) {
        return FxStage.call(() ->
                (int) nodes.all(selector).stream().filter(SeenNodes::isSeen).count());
    }

    void clickNth(String selector, int index) {
        Node node = FxStage.call(() -> nodes.all(selector).stream()
                .filter(SeenNodes::isSeen)
                .skip(index)
                .findFirst()
                .orElseThrow());
        robot.clickOn(node);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void press(KeyCode... keys) {
        SharedRobot.at(stage).push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void type(String text) {
        robot.write(text, 0);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Performs the command that the palette finds first by these letters.
    void command(String letters) {
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        find("#palette");
        type(letters);
        press(KeyCode.ENTER);
        awaitGone("#palette");
    }

    /// Clicks the field and types over what is in it.
    void fill(String selector, String text) {
        click(selector);
        press(KeyCode.CONTROL, KeyCode.A);
        type(text);
    }

    /// Presses the mouse at a fraction of the node's width and releases it at another.
    void drag(Node node, double from, double to) {
        Bounds bounds = FxStage.call(() -> node.localToScreen(node.getBoundsInLocal()));
        double y = bounds.getCenterY();
        robot.moveTo(new Point2D(bounds.getMinX() + from * bounds.getWidth(), y));
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(new Point2D(bounds.getMinX() + (from + to) / 2 * bounds.getWidth(), y));
        robot.moveTo(new Point2D(bounds.getMinX() + to * bounds.getWidth(), y));
        robot.release(MouseButton.PRIMARY);
        settle();
    }

    void dark(boolean dark) {
        FxStage.run(() -> wiring.window().show(dark));
        settle();
    }

    /// `NAME-light.png` and `NAME-dark.png` in `target/screenshots`.
    void screenshots(String name) {
        for (boolean dark : new boolean[] {false, true}) {
            FxStage.run(() -> wiring.window().show(dark));
            settle();
            var image = FxStage.call(() -> {
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
                return Screenshots.of(stage.getScene());
            });
            Screenshots.write(image, Path.of("target", "screenshots", name + (dark ? "-dark.png" : "-light.png")));
        }
        FxStage.run(() -> wiring.window().show(false));
    }

    List<String> notices() {
        return FxStage.call(
                () -> notices.all().stream().map(notice -> notice.sentence()).toList());
    }

    /// For notices that are expected, those of tabs, too.
    void dismissNotices() {
        failuresExpected = true;
        FxStage.run(() -> List.copyOf(notices.all()).forEach(notices::dismiss));
    }

    @Override
    public void close() {
        // What a test that failed half-way holds down would go on in the next one's window.
        robot.release(new KeyCode[0]);
        robot.release(new MouseButton[0]);
        List<String> told = FxStage.call(() -> nodes.all(".notice-bar .danger").stream()
                .map(Node::getAccessibleText)
                .toList());
        FxStage.run(stage::close);
        FxStage.run(common.session()::end);
        wiring.close();
        assertThat(notices()).as("failures that nobody expected").isEmpty();
        if (!failuresExpected) {
            assertThat(told).as("failures in tabs that nobody expected").isEmpty();
        }
    }
}
