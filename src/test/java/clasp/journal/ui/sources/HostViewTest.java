package clasp.journal.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.RefusedException;
import clasp.journal.settings.Settings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Tasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

class HostViewTest {
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

    /// Copies half of a journal, then waits until it is cancelled.
    private static final class Copying implements HostAccess {
        private final CountDownLatch cancelled = new CountDownLatch(1);

        @Override
        public HostedSession host(HostChoice choice, Progress progress, Cancellation cancellation) {
            progress.report(0, 8_000_000_000L);
            progress.report(4_000_000_000L, 8_000_000_000L);
            try (var registration = cancellation.onCancel(cancelled::countDown)) {
                cancelled.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            cancellation.check();
            throw new IllegalStateException("nobody cancelled");
        }
    }

    @AfterEach
    void end() {
        background.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whileAJournalIsCopiedBeforeTheDialogSaysSoAndHowFarItIs(boolean dark) throws Exception {
        var access = new Copying();
        try (FxStage stage = show(access, dark)) {
            Node copying = stage.find("#hostCopying", Node.class);
            assertThat(FxStage.<Boolean>call(copying::isVisible)).isFalse();
            stage.robot().clickOn(stage.find("#hostStart", Button.class));
            FxStage.await("half of it", () -> ((ProgressBar) copying.lookup(".progress-bar")).getProgress() == 0.5);
            assertThat(FxStage.<Boolean>call(copying::isVisible)).isTrue();
            stage.screenshot("host-copying-" + (dark ? "dark" : "light"));
            stage.robot().clickOn(stage.find("#hostCancel", Button.class));
            access.cancelled.await();
        }
    }

    /// A dialog for saving would ask whether to replace the journal.
    @Test
    void anExistingJournalIsChosenToGoOnWithAndNotToBeReplaced() {
        var asked = new ArrayList<String>();
        FileDialogs dialogs = new FileDialogs() {
            @Override
            public List<Path> chooseOpen(String title, @Nullable Path folder, List<Kind> kinds) {
                asked.add("open");
                return List.of(Path.of("/shows/there.db"));
            }

            @Override
            public Optional<Path> chooseSave(String title, Path suggestion, List<Kind> kinds) {
                asked.add("save " + suggestion);
                return Optional.of(Path.of("/shows/new.db"));
            }
        };
        HostAccess nobody = (choice, progress, cancellation) -> {
            throw new RefusedException("no");
        };
        try (FxStage stage = show(nobody, dialogs, false)) {
            TextField file = stage.find("#hostFile", TextField.class);
            RadioButton inFile = stage.find("#hostInFile", RadioButton.class);
            Button existing = stage.find("#hostBrowseExisting", Button.class);
            FxStage.run(existing::fire);
            assertThat(FxStage.<String>call(file::getText)).isEqualTo("/shows/there.db");
            assertThat(FxStage.<Boolean>call(inFile::isSelected))
                    .as("who chooses a file wants the journal in it")
                    .isTrue();
            FxStage.run(stage.find("#hostInMemory", RadioButton.class)::fire);
            Button fresh = stage.find("#hostBrowse", Button.class);
            FxStage.run(fresh::fire);
            assertThat(FxStage.<String>call(file::getText)).isEqualTo("/shows/new.db");
            assertThat(FxStage.<Boolean>call(inFile::isSelected)).isTrue();
            assertThat(asked).containsExactly("open", "save session.db");
            stage.screenshot("host-in-file-light");
        }
    }

    @Test
    void whereNothingIsCopiedTheDialogSaysNothingOfIt() {
        HostAccess refusing = (choice, progress, cancellation) -> {
            throw new RefusedException("no");
        };
        try (FxStage stage = show(refusing, false)) {
            Label outcome = stage.find("#hostOutcome", Label.class);
            stage.robot().clickOn(stage.find("#hostStart", Button.class));
            FxStage.await("the failure", () -> !outcome.getText().isEmpty());
            assertThat(FxStage.<Boolean>call(stage.find("#hostCopying", Node.class)::isManaged))
                    .isFalse();
        }
    }

    @Test
    void theFirstDownKeyInTheAddressesChoosesAnotherOneThanIsShown() {
        try (FxStage stage = show(refusing("no"), false)) {
            ComboBox<?> address = stage.find("#hostAddress", ComboBox.class);
            assertThat(FxStage.<Integer>call(() -> address.getSelectionModel().getSelectedIndex()))
                    .as("the one that is shown is marked in the list")
                    .isZero();
            stage.robot().clickOn(address.getEditor()).type(KeyCode.F4);
            assertThat(FxStage.<Boolean>call(address::isShowing)).isTrue();
            stage.robot().type(KeyCode.DOWN);
            assertThat(FxStage.<String>call(address.getEditor()::getText)).isEqualTo("0.0.0.0");
            stage.robot().type(KeyCode.UP, KeyCode.ENTER);
            assertThat(FxStage.<String>call(address.getEditor()::getText)).isEqualTo("127.0.0.1");
        }
    }

    /// An address of this machine's own that is not among those offered.
    @Test
    void anAddressThatWasTypedIsTheOneThatIsChosen() {
        try (FxStage stage = show(refusing("no"), false)) {
            ComboBox<?> address = stage.find("#hostAddress", ComboBox.class);
            FxStage.run(() -> address.getEditor().setText(""));
            stage.robot().clickOn(address.getEditor()).write("192.168.0.7", 0);
            assertThat(FxStage.<String>call(address.getEditor()::getText)).isEqualTo("192.168.0.7");
            assertThat(FxStage.<Object>call(address::getValue)).isEqualTo("192.168.0.7");
        }
    }

    @Test
    void theKeyboardStaysOnStartWhereARouterCannotStart() {
        var asked = new CountDownLatch(1);
        HostAccess slow = (choice, progress, cancellation) -> {
            try {
                asked.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new RefusedException("Cannot listen there.");
        };
        try (FxStage stage = show(slow, false)) {
            Label outcome = stage.find("#hostOutcome", Label.class);
            stage.robot().clickOn(stage.find("#hostStart", Button.class));
            WaitForAsyncUtils.waitForFxEvents();
            asked.countDown();
            FxStage.await("the failure", () -> outcome.getText().equals("Cannot listen there."));
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(focusOwner(stage)).isEqualTo("hostStart");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hostAddress, '', Write the address to listen on",
        "hostPort, 70000, “70000” is no port",
        "hostHttpPort, seven, “seven” is no port",
        "hostHttpPort, 7330, are the same",
        "hostCapacity, none, is no number of entries"
    })
    void theKeyboardGoesToTheFieldThatIsWrong(String field, String typed, String said) {
        try (FxStage stage = show(refusing("no"), false)) {
            Node node = stage.find("#" + field, Node.class);
            FxStage.run(() -> (node instanceof ComboBox<?> box ? box.getEditor() : (TextField) node).setText(typed));
            stage.robot().clickOn(stage.find("#hostStart", Button.class));
            assertThat(FxStage.<String>call(stage.find("#hostOutcome", Label.class)::getText))
                    .contains(said);
            assertThat(focusOwner(stage)).isEqualTo(field);
            stage.screenshot("host-wrong-" + field);
        }
    }

    private static String focusOwner(FxStage stage) {
        Node start = stage.find("#hostStart", Node.class);
        return FxStage.call(() -> start.getScene().getFocusOwner().getId());
    }

    private static HostAccess refusing(String why) {
        return (choice, progress, cancellation) -> {
            throw new RefusedException(why);
        };
    }

    private FxStage show(HostAccess access, boolean dark) {
        return show(access, FileDialogs.none(), dark);
    }

    private FxStage show(HostAccess access, FileDialogs dialogs, boolean dark) {
        var tasks = new Tasks(background, FxThread::run, (what, error) -> {});
        return FxStage.show(620, 620, dark, () -> {
            var model = new HostViewModel(access, Settings.inMemory(), tasks, session -> {});
            return new HostView(model, dialogs, model::stop);
        });
    }
}
