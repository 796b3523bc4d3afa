package clasp.journal.ui.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalAccess;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import clasp.journal.testing.FxWindow;
import clasp.journal.testing.JournalRows;
import clasp.journal.testing.ListJournal;
import clasp.journal.testing.ManualExecutor;
import clasp.journal.testing.SharedJournals;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Counting;
import clasp.journal.ui.fx.Tasks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Label;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressTreeViewTest {
    private final FxWindow window = new FxWindow();
    private Browsing browsing;
    private AddressTreeViewModel model;

    @AfterEach
    void close() {
        // Where the journal is not at hand, the test was left out before it showed it.
        if (model != null) {
            window.run(() -> model.close());
        }
        window.close();
    }

    private void open(JournalReader journal, double width) {
        window.show(
                () -> {
                    browsing = new Browsing(journal, journal.info(), new JournalState(1, 1, 1, 1));
                    model = new AddressTreeViewModel(browsing, window.tasks());
                    return new StackPane(new AddressTreeView(model));
                },
                width,
                560);
        window.await(
                "addresses", () -> model.tree().get() != null || model.problem().get() != null);
        window.nextFrame();
    }

    private void openSession(Path folder, double width) {
        open(new ListJournal(JournalRows.entries(SharedJournals.copy("session-20k.db", folder))), width);
    }

    private TreeView<AddressNode> tree() {
        return window.robot().lookup(".address-tree").query();
    }

    private Label name(String text) {
        return window.robot()
                .lookup(node -> node instanceof Label label
                        && label.getStyleClass().contains("name")
                        && label.getText().equals(text))
                .query();
    }

    @Test
    void anEstimateIsMarkedAsOneAndThenReplacedByTheCount() {
        var journal = new ListJournal(List.of());
        for (int i = 0; i < 1_234; i++) {
            journal.add(Entries.set("/lumen/" + i % 7, "1"));
        }
        var background = new ManualExecutor();
        window.show(
                () -> {
                    browsing = new Browsing(journal, journal.info(), journal.state());
                    model = new AddressTreeViewModel(browsing, new Tasks(background, Runnable::run, (what, error) -> {
                        throw new AssertionError(what, error);
                    }));
                    return new StackPane(new AddressTreeView(model));
                },
                280,
                560);
        window.run(background::runNext);
        window.nextFrame();
        window.screenshots("addresses-estimated");
        assertThat(counts()).containsExactly("≈ 1,200", "≈ 1,200");

        window.run(background::runAll);
        window.nextFrame();
        assertThat(counts()).startsWith("1,234", "1,234").noneMatch(count -> count.contains("≈"));
    }

    @Test
    void whoDoesNotWantToWaitForTheCountCancelsItAndMayHaveItLater() {
        var estimated = new ListJournal(List.of());
        estimated.add(Entries.set("/lumen/1", "1"));
        CountDownLatch gate = new CountDownLatch(1);
        open(
                new ForwardingReader() {
                    @Override
                    protected JournalReader target() {
                        return estimated;
                    }

                    @Override
                    public List<AddressCount> addresses(Progress progress, Cancellation cancellation) {
                        progress.report(3, 10);
                        try {
                            gate.await();
                        } catch (InterruptedException e) {
                            throw new CancelledException();
                        }
                        return super.addresses(progress, cancellation);
                    }
                },
                220);
        window.await("the sign", () -> model.counting().state().get() == Counting.State.SLOW);
        window.await("progress", () -> model.counting().progress().get() == 0.3);
        window.screenshots("addresses-counting");

        window.robot().clickOn("#addressesCountingAction");
        assertThat(window.get(() -> model.counting().state().get())).isEqualTo(Counting.State.STOPPED);
        window.screenshots("addresses-counting-stopped");
        assertThat(counts()).allMatch(count -> count.contains("≈"));

        gate.countDown();
        window.robot().clickOn("#addressesCountingAction");
        window.await("the count", () -> model.status().get().equals("1 address"));
        assertThat(window.robot().lookup("#addressesCounting").query().isVisible())
                .isFalse();
    }

    @Test
    void countsOfARelayThatHasMoreAreMarked() {
        var journal = new ListJournal(List.of());
        for (int i = 0; i < 1_234; i++) {
            journal.add(Entries.set("/lumen/" + i % 7, "1"));
        }
        window.show(
                () -> {
                    browsing = new Browsing(journal, followed(false), journal.state());
                    model = new AddressTreeViewModel(browsing, window.tasks());
                    return new StackPane(new AddressTreeView(model));
                },
                280,
                560);
        window.await("addresses", () -> model.behind().get());
        window.nextFrame();
        window.screenshots("addresses-behind");
        assertThat(counts()).startsWith("≈ 1,200", "≈ 1,200");

        window.run(() -> browsing.update(followed(true), journal.state()));
        window.await("all of them", () -> !model.behind().get());
        window.nextFrame();
        assertThat(counts()).startsWith("1,234", "1,234");
    }

    private static JournalInfo followed(boolean caughtUp) {
        var access = new JournalAccess.Following(caughtUp, Duration.ZERO, 0, 0);
        return new JournalInfo("relay", null, access, 0, -1, false, List.of());
    }

    private List<String> counts() {
        return window.get(() -> window.robot().lookup(".address-tree .count").queryAllAs(Label.class).stream()
                .filter(label -> label.isVisible() && !label.getText().isEmpty())
                .sorted(Comparator.comparingDouble(
                        label -> label.localToScene(0, 0).getY()))
                .map(Label::getText)
                .toList());
    }

    @Test
    void clickSetsThePattern(@TempDir Path folder) {
        openSession(folder, 280);
        window.robot().clickOn(name("/lumen"));
        assertThat(window.get(() -> browsing.query().get().pattern())).hasValue("/lumen/**");
        window.nextFrame();
        window.screenshots("addresses-session");
        window.robot().clickOn(name("All"));
        assertThat(window.get(() -> browsing.query().get().text())).isEmpty();
    }

    @Test
    void keysOpenMoveAndChoose(@TempDir Path folder) {
        openSession(folder, 280);
        window.run(() -> {
            tree().requestFocus();
            tree().getSelectionModel().select(1);
        });
        window.press(KeyCode.RIGHT);
        window.await(
                "opened",
                () -> !tree().getRoot().getChildren().getFirst().getChildren().isEmpty());
        window.press(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.ENTER);
        String chosen = window.get(() -> browsing.query().get().pattern().orElse(""));
        assertThat(chosen).startsWith("/audio/");
        window.await("values", () -> model.values().version().get() >= 0);
        window.screenshots("addresses-open");
    }

    @Test
    void filterFindsAndShowsLastValues(@TempDir Path folder) {
        openSession(folder, 340);
        window.robot().clickOn(".address-filter").write("ch/1/");
        window.await("filtered", () -> model.status().get().contains(" of "));
        window.await("values", () -> model.values().version().get() > 0);
        window.nextFrame();
        window.screenshots("addresses-filtered");
        window.press(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(window.get(() -> browsing.query().get().pattern())).isPresent();
        window.robot().clickOn(".address-filter");
        window.press(KeyCode.ESCAPE);
        window.await("all again", () -> !model.status().get().contains(" of "));
    }

    @Test
    void oddAddressesAreShownTruthfully(@TempDir Path folder) {
        open(new ListJournal(JournalRows.entries(SharedJournals.copy("edge.db", folder))), 280);
        window.screenshots("addresses-edge");
        assertThat(name("(empty address)")).isNotNull();
        assertThat(name("noslash")).isNotNull();
    }

    @Test
    void manyAddressesAreCutWithALineForTheRest() {
        var journal = new ListJournal(List.of());
        for (int i = 0; i < 3_000; i++) {
            journal.add(Entries.set("/sensor" + i + "/value", Integer.toString(i)));
        }
        open(journal, 280);
        window.run(() -> tree().scrollTo(tree().getExpandedItemCount() - 1));
        window.nextFrame();
        window.screenshots("addresses-many");
        window.robot().clickOn(name("… 2,800 more"));
        window.await("more", () -> tree().getExpandedItemCount() == 402);
    }

    /// Beside lines that count all that lies below them, found or not.
    @Test
    void theLineForTheRestSaysThatItIsOfThoseThatWereFound() {
        var journal = new ListJournal(List.of());
        for (int i = 0; i < 3_000; i++) {
            journal.add(Entries.set("/sensor" + i + "/value", "1"));
            journal.add(Entries.set("/sensor" + i + "/unit", "2"));
        }
        open(journal, 280);
        window.robot().clickOn(".address-filter").write("value", 0);
        window.await("filtered", () -> model.status().get().contains(" of "));
        window.run(() -> tree().scrollTo(tree().getExpandedItemCount() - 1));
        window.nextFrame();
        window.screenshots("addresses-many-found");
        window.robot().clickOn(name("… 2,800 more found"));
        window.await("more", () -> tree().getExpandedItemCount() == 402);
    }

    @Test
    void whatIsDamagedIsToldWithAWayToWhatIsLeft() {
        var journal = new ListJournal(List.of());
        open(journal, 280);
        journal.failWith("The file session.db is damaged.");
        var shown = new AtomicBoolean();
        window.run(() -> {
            model.browsing().remains().set(() -> shown.set(true));
            model.retry();
        });
        window.await("failure", () -> model.problem().get() != null);
        window.nextFrame();
        window.screenshots("addresses-damaged");
        window.robot().clickOn("Show what is left");
        assertThat(shown).isTrue();
    }

    @Test
    void emptyJournalAndFailureAreTold() {
        var journal = new ListJournal(List.of());
        open(journal, 280);
        window.screenshots("addresses-empty");
        journal.failWith("The file session.db has vanished.");
        window.run(() -> model.retry());
        window.await("failure", () -> model.problem().get() != null);
        window.nextFrame();
        window.screenshots("addresses-error");
        journal.failWith("");
        journal.add(Entries.set("/a", "1"));
        window.robot().clickOn("Try again");
        window.await("recovered", () -> model.problem().get() == null);
    }
}
