package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.Settings;
import clasp.journal.testing.DamagedFiles;
import clasp.journal.testing.FxStage;
import clasp.journal.testing.OwnLanguage;
import clasp.journal.testing.SceneJournal;
import clasp.journal.ui.fx.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// In a window of 1024×700, what the program itself says is read whole: no label, button or heading is cut off, in
/// either language, and nothing stands beyond its edge. What a journal says may be, in a cell or where an
/// address stands, and then it ends in dots.
@Tag("thorough")
@OwnLanguage
class FittingWindowTest {
    private static final double LEAST_TO_TYPE_IN = 40;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theWelcomeAndTheDialogsThatNeedNoJournal(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        new DialogTour(FittingWindowTest::check, 1024, 700).withoutJournal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theEntriesAndWhatIsDoneWithThem(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        Path file = GeneratedJournal.in(folder.resolve("show.db"), 500);
        try (var window = OpenWindow.on(file, Settings.inMemory(), 1024, 700)) {
            window.reveal(100);
            check(window, "entries");
            assertThat(FxStage.call(() -> valuesOutOfSight(window.root())))
                    .as("values that end where the table does, without dots")
                    .isEmpty();
            var tour = new DialogTour(FittingWindowTest::check, 1024, 700);
            tour.show(window, "bookmarks", KeyCode.CONTROL, KeyCode.DIGIT4);
            tour.show(window, "note", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
            tour.show(window, "colours", KeyCode.CONTROL, KeyCode.ALT, KeyCode.D);
            tour.show(window, "export", KeyCode.CONTROL, KeyCode.E);
            tour.show(window, "compact", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            window.settle();
            check(window, "lifelines");
            window.press(KeyCode.SPACE);
            window.find("#sharedPlot");
            window.settle();
            check(window, "lifelines with a plot");
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
            window.settle();
            check(window, "snapshots");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void whatIsAskedWithinTheEntriesAndTheStepsOfACompaction(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        try (var window = journal(1024, 700)) {
            var tour = new DialogTour(FittingWindowTest::check, 1024, 700);
            tour.entries(window);
            tour.show(window, "columns", KeyCode.CONTROL, KeyCode.ALT, KeyCode.C);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void whatCannotBeGoneToStaysReadableAboveTheReason(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        try (var window = journal(1024, 700)) {
            for (String typed : List.of("2024-02-30 07:20:11.034512", "soon, around 07:20 or a bit later")) {
                window.press(KeyCode.CONTROL, KeyCode.G);
                window.type(typed);
                window.press(KeyCode.ENTER);
                window.settle();
                check(window, "go to, refused");
                var field = (TextField) window.find("#goTo");
                FxStage.run(() -> {
                    Node shown = field.lookupAll(".text").stream()
                            .filter(node -> node instanceof Text text && typed.equals(text.getText()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(shown.getLayoutBounds().getWidth()).isLessThan(field.getWidth());
                });
                window.screenshots("go-to-refused-" + language);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void whatFindsNothingSaysWhatToDoNext(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        try (var window = journal(1024, 700)) {
            window.reveal(100);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            window.fill(".address-filter", "zzz");
            nothing(window, "addresses.noneFound", language);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
            window.fill("#paramFilter", "zzz");
            nothing(window, "snapshot.nothingMatches", language);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.fill("#stateFilter", "zzz");
            nothing(window, "recoveryView.state.none", language);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.type("/zzz");
            window.press(KeyCode.CONTROL, KeyCode.SPACE);
            nothing(window, "query.complete.none", language);
        }
    }

    private static void nothing(OpenWindow window, String key, String language) {
        String sentence = Texts.text(key);
        FxStage.await(
                sentence,
                () -> roots(window).stream()
                        .flatMap(root -> root.lookupAll(".label").stream())
                        .anyMatch(label -> label instanceof Labeled labeled && sentence.equals(labeled.getText())));
        window.settle();
        check(window, key);
        window.screenshots("nothing-" + key + "-" + language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void whatOpensBelowTheQueryAndThePagesOfTheRecovery(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        try (var window = journal(1024, 700)) {
            window.reveal(100);
            var tour = new DialogTour(FittingWindowTest::check, 1024, 700);
            tour.queryPanes(window);
            tour.pages(window);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.press(KeyCode.F2);
            window.find("#whySummary");
            window.settle();
            check(window, "why");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void questionsAndFailures(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        try (var window = journal(1024, 700)) {
            window.fail(new IllegalStateException("a mistake"));
            window.find("#failureReport");
            check(window, "failure");
            window.press(KeyCode.ESCAPE);
            window.awaitGone("#failure");
            window.dismissNotices();
            HostDialog.open(window);
            window.click("#hostStart");
            window.find("#hostStrip");
            window.settle();
            check(window, "hosted session");
            window.click("#hostClients");
            nothing(window, "host.guests.none", language);
            window.press(KeyCode.ESCAPE);
            window.closeAsAUserWould();
            window.find("#questionYes");
            check(window, "question");
            window.click("#questionYes");
        }
    }

    /// The least size: what does not fit may end in dots here, but nothing is out of reach.
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void inTheLeastWindowEveryControlIsWithinIt(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        var tour = new DialogTour(FittingWindowTest::checkWithin, 800, 600);
        tour.withoutJournal();
        try (var window = journal(800, 600)) {
            window.reveal(100);
            checkWithin(window, "entries");
            tour.show(window, "go to", KeyCode.CONTROL, KeyCode.G);
            tour.show(window, "columns", KeyCode.CONTROL, KeyCode.ALT, KeyCode.C);
            tour.show(window, "bookmarks", KeyCode.CONTROL, KeyCode.DIGIT4);
            tour.show(window, "note", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
            tour.show(window, "colours", KeyCode.CONTROL, KeyCode.ALT, KeyCode.D);
            tour.show(window, "export", KeyCode.CONTROL, KeyCode.E);
            tour.show(window, "compact", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            tour.queryPanes(window);
            tour.pages(window);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void inTheLeastWindowAllThatCanBeDoneWithAFileThatCannotBeOpenedIsRead(String language) throws Exception {
        Locale.setDefault(Locale.forLanguageTag(language));
        Path file = SceneJournal.write(folder.resolve("show.db"), 4_000);
        DamagedFiles.loseFirstPage(file);
        try (var window = OpenWindow.on(file, 800, 600)) {
            window.find("#openingRestore");
            window.settle();
            window.screenshots("window-failed-800-" + language);
            check(window, "a file that cannot be opened");
        }
    }

    /// Laid out only: the headless screen has fewer pixels.
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void onAScreenOf3840By2160NothingIsCutOffAndItsRoomIsUsed(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        try (var window = journal(1280, 900)) {
            window.reveal(100);
            FxStage.call(() -> {
                window.root().getScene().getRoot().resize(3840, 2160);
                return null;
            });
            window.settle();
            Node table = window.find(".entry-table .table-view");
            FxStage.call(() -> {
                assertThat(cut(window.root(), new ArrayList<>())).isEmpty();
                Bounds room = table.localToScene(table.getLayoutBounds());
                assertThat(room.getWidth()).as("of the table").isGreaterThan(3840 / 2);
                assertThat(room.getHeight()).as("of the table").isGreaterThan(2160 * 0.8);
                double end = window.root().lookupAll(".entry-cell").stream()
                        .mapToDouble(cell ->
                                cell.localToScene(cell.getLayoutBounds()).getMaxX())
                        .max()
                        .orElseThrow();
                assertThat(end).as("end of the last column").isBetween(room.getMaxX() - 40, room.getMaxX());
                return null;
            });
        }
    }

    private OpenWindow journal(double width, double height) {
        return OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 500), Settings.inMemory(), width, height);
    }

    @Test
    void whatAnAddressGaveToItsValueInANarrowWindowIsNotRemembered() {
        Path file = GeneratedJournal.in(folder.resolve("show.db"), 500);
        Settings settings = Settings.inMemory();
        double narrow = widthOfAddresses(file, settings, 1024);
        double wide = widthOfAddresses(file, settings, 1600);
        assertThat(narrow).isLessThan(wide);
        assertThat(wide).isEqualTo(widthOfAddresses(file, Settings.inMemory(), 1600));
    }

    /// A router names its sessions by UUIDs, of which the beginning alone says little.
    @Test
    void inAWideWindowAuthorsAreReadWholeAndInANarrowOneAsBefore() {
        Path file = GeneratedJournal.in(folder.resolve("show.db"), 500);
        Settings settings = Settings.inMemory();
        assertThat(width("author", file, settings, 1920)).isGreaterThan(36 * 7.2);
        assertThat(width("author", file, settings, 1280)).isEqualTo(120);
    }

    private static double widthOfAddresses(Path file, Settings settings, double windowWidth) {
        return width("address", file, settings, windowWidth);
    }

    private static double width(String column, Path file, Settings settings, double windowWidth) {
        try (var window = OpenWindow.on(file, settings, windowWidth, 700)) {
            return ((Region) window.find("#column-" + column)).getWidth();
        }
    }

    private static void check(OpenWindow window, String where) {
        List<String> cut = FxStage.call(() -> {
            List<String> found = new ArrayList<>();
            roots(window).forEach(root -> cut(root, found));
            return found;
        });
        assertThat(cut).as("what is cut off: " + where).isEmpty();
        List<String> overlaid = FxStage.call(() -> {
            List<String> found = new ArrayList<>();
            roots(window).forEach(root -> overlaid(root, found));
            return found;
        });
        assertThat(overlaid).as("what lies over its neighbour: " + where).isEmpty();
        checkWithin(window, where);
    }

    private static void checkWithin(OpenWindow window, String where) {
        List<String> beyond = FxStage.call(() -> {
            List<String> found = new ArrayList<>();
            roots(window).forEach(root -> beyond(root, found));
            return found;
        });
        assertThat(beyond).as("what is beyond the edge of the window: " + where).isEmpty();
    }

    /// Of the window and of what is open over it.
    private static List<Parent> roots(OpenWindow window) {
        return Window.getWindows().stream()
                .filter(shown -> shown == window.root().getScene().getWindow()
                        || shown instanceof PopupWindow && !(shown instanceof Tooltip))
                .map(shown -> shown.getScene().getRoot())
                .toList();
    }

    /// Controls that are not whole in their window; what scrolls may be.
    private static void beyond(Node node, List<String> found) {
        if (!node.isVisible() || node instanceof IndexedCell<?> || node instanceof ScrollPane) {
            return;
        }
        if (node instanceof Control && node.isFocusTraversable() && !node.isDisabled()) {
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            Scene scene = node.getScene();
            boolean within = bounds.getMinX() >= -1
                    && bounds.getMinY() >= -1
                    && bounds.getMaxX() <= scene.getWidth() + 1
                    && bounds.getMaxY() <= scene.getHeight() + 1
                    && bounds.getWidth() > (node instanceof TextField ? LEAST_TO_TYPE_IN : 4)
                    && bounds.getHeight() > 4;
            if (!within) {
                found.add(node + " " + bounds);
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> beyond(child, found));
        }
    }

    private static List<String> cut(Node node, List<String> found) {
        if (!node.isVisible()
                || node instanceof IndexedCell<?> && !node.getStyleClass().contains("command-cell")) {
            return found;
        }
        if (node instanceof Labeled labeled && isCut(labeled) && !saysAnAddress(labeled)) {
            found.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> cut(child, found));
        }
        return found;
    }

    /// Texts that share some room with another one in the same pane.
    private static void overlaid(Node node, List<String> found) {
        if (!node.isVisible() || node instanceof IndexedCell<?> || !(node instanceof Parent parent)) {
            return;
        }
        List<Labeled> texts = parent.getChildrenUnmodifiable().stream()
                .filter(child -> child.isVisible()
                        && child instanceof Labeled labeled
                        && !String.valueOf(labeled.getText()).isEmpty())
                .map(Labeled.class::cast)
                .toList();
        for (int i = 0; i < texts.size(); i++) {
            Bounds one = texts.get(i).getBoundsInParent();
            for (Labeled other : texts.subList(i + 1, texts.size())) {
                Bounds two = other.getBoundsInParent();
                boolean apart = one.getMaxX() <= two.getMinX() + 1
                        || two.getMaxX() <= one.getMinX() + 1
                        || one.getMaxY() <= two.getMinY() + 1
                        || two.getMaxY() <= one.getMinY() + 1;
                if (!apart) {
                    found.add(texts.get(i).getText() + " | " + other.getText());
                }
            }
        }
        parent.getChildrenUnmodifiable().forEach(child -> overlaid(child, found));
    }

    private static boolean saysAnAddress(Labeled labeled) {
        return labeled.getText().startsWith("/");
    }

    private static boolean isCut(Labeled labeled) {
        String text = labeled.getText();
        return text != null
                && !text.isEmpty()
                && labeled.getWidth() > 0
                && labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY
                && labeled.getChildrenUnmodifiable().stream()
                        .filter(child -> child instanceof Text && child != labeled.getGraphic())
                        .anyMatch(child -> !((Text) child).getText().equals(text));
    }

    private static List<String> valuesOutOfSight(Node root) {
        Node table = root.lookup(".entry-table .table-view");
        double end = table.localToScene(table.getLayoutBounds()).getMaxX();
        return root.lookupAll(".entry-cell.value").stream()
                .filter(cell -> cell.localToScene(cell.getLayoutBounds()).getMaxX() > end + 1)
                .map(cell -> ((Labeled) cell).getText())
                .toList();
    }
}
