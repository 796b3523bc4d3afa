package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.FileSettings;
import clasp.journal.settings.Settings;
import clasp.journal.testing.MemoryKeyring;
import clasp.journal.testing.Patience;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The whole window on a relay that wants a token: how it is asked for, refused, kept and forgotten.
@Tag("thorough")
class RelayTokenWindowTest extends RelayScreen {
    @Test
    void aWrongTokenIsExplainedAndNoTokenIsEverStored() {
        start();
        Path file = folder.resolve("settings.json");
        List<String> warnings = new ArrayList<>();
        var settings = new FileSettings(file, Runnable::run, warnings::add);
        try (var window = OpenWindow.empty(settings, 1000, 700)) {
            connect(window, "guess");
            window.click("#connectTest");
            window.awaitText("#connectOutcome", "refused the token");
            window.fill("#connectToken", TOKEN);
            window.click("#connectOpen");
            window.awaitText(".status-line .label", "live · ");
        }
        settings.close();
        assertThat(warnings).isEmpty();
        assertThat(file).content().contains("127.0.0.1:").doesNotContain(TOKEN).doesNotContain("guess");
    }

    @Test
    void whatWasRefusedIsOpenedWithAnotherToken() {
        append("/a/", 100);
        start();
        try (var window = OpenWindow.empty(1000, 700)) {
            connectUntil(window, "guess", ".opening .label", "refused the token");
            window.command("enter token");
            window.awaitText(
                    "#tokenRefused", "refused the token: it is wrong or has expired. It says: “Invalid token”.");
            window.screenshots("window-relay-token-opening");
            window.type("another-guess");
            window.press(KeyCode.ENTER);
            window.awaitGone("#tokenDialog");
            window.awaitText(".opening .label", "refused the token");
            window.click("#command-connect");
            window.settle();
            assertThat(field(window, "#connectToken")).as("no use once more").isEmpty();
            window.press(KeyCode.ESCAPE);
            window.click("#openingToken");
            window.find("#tokenRefused");
            window.type(TOKEN);
            window.press(KeyCode.ENTER);
            window.awaitText(".status-line .label", "100 entries");
        }
    }

    @Test
    void whereATokenIsWantedAndNoneWasSentThatIsSaid() {
        start();
        try (var window = OpenWindow.empty(1000, 700)) {
            connectUntil(window, "", ".opening .label", "wants a token, and none was sent.");
        }
    }

    @Test
    void aRelayThatIsOpenIsGoneToAndShownTheTokenInsteadOfBeingOpenedAgain() {
        append("/a/", 100);
        start();
        try (var window = OpenWindow.empty(1000, 700)) {
            connectAndRead(window, TOKEN, "100 entries");
            window.open(GeneratedJournal.in(folder.resolve("beside.db"), 10));
            window.awaitText(".status-line .label", "10 entries");
            restartWith("another");
            append("/b/", 50);
            window.click("#command-connect");
            window.settle();
            window.fill("#connectToken", "another");
            window.click("#connectOpen");
            window.awaitText(".status-line .label", "150 entries");
            assertThat(window.texts("#journals > .tab-header-area .tab-label"))
                    .hasSize(2)
                    .last()
                    .isEqualTo("beside.db");
            window.dismissNotices();
        }
    }

    /// What could not be opened is no tab to go to.
    @Test
    void aRelayThatRefusedTheTokenIsOpenedInItsPlace() throws Exception {
        append("/a/", 100);
        start();
        try (var window = OpenWindow.empty(1000, 700)) {
            connectUntil(window, "guess", ".opening .label", "refused the token");
            connectAndRead(window, TOKEN, "100 entries");
            // A tab that is closed fades.
            Patience.until(
                    "one tab",
                    () -> window.texts("#journals > .tab-header-area .tab-label")
                                    .size()
                            == 1);
        }
    }

    @Test
    void aTokenIsKeptWhereItIsAskedFor() throws Exception {
        append("/a/", 100);
        start();
        var keyring = new MemoryKeyring();
        try (var window = OpenWindow.empty(Settings.inMemory(), keyring, 1000, 700)) {
            connectUntil(window, "guess", ".opening .label", "refused the token");
            window.click("#openingToken");
            window.awaitText("#tokenRemember", "Keep the token");
            assertThat(window.find("#tokenRemember").isDisabled()).isTrue();
            window.type(TOKEN);
            window.click("#tokenRemember");
            window.click("#tokenUse");
            window.awaitText(".status-line .label", "100 entries");
            Patience.until(
                    "it is told",
                    () -> window.notices().stream()
                            .anyMatch(notice -> notice.startsWith("The system’s keyring keeps the token for ")));
            assertThat(keyring.secrets).containsValue(TOKEN).hasSize(1);
            window.dismissNotices();
        }
    }

    @Test
    void aTokenIsKeptInTheKeyringAndForgottenAgain() {
        append("/a/", 10);
        start();
        var keyring = new MemoryKeyring();
        Settings settings = Settings.inMemory();
        try (var window = OpenWindow.empty(settings, keyring, 1000, 700)) {
            connect(window, TOKEN);
            window.awaitText("#connectRemember", "Keep the token");
            window.click("#connectRemember");
            window.screenshots("window-connect-remember");
            window.click("#connectOpen");
            window.awaitText(".status-line .label", "10 entries");
            window.settle();
            assertThat(keyring.secrets).containsValue(TOKEN).hasSize(1);
            window.dismissNotices();
        }
        try (var window = OpenWindow.empty(settings, keyring, 1000, 700)) {
            window.click("#command-connect");
            window.settle();
            window.click("#connectTest");
            window.awaitText("#connectOutcome", "up to seq 10");
            window.click("#connectRemember");
            window.click("#connectOpen");
            window.awaitText(".status-line .label", "10 entries");
            window.settle();
            assertThat(keyring.secrets).isEmpty();
            assertThat(window.notices()).anyMatch(notice -> notice.contains("was forgotten"));
            window.dismissNotices();
        }
    }

    @Test
    void aTokenThatIsRevokedIsAskedForAgainAndNothingIsLost() throws Exception {
        append("/a/", 100);
        start();
        try (var window = OpenWindow.empty(1000, 700)) {
            connectAndRead(window, TOKEN, "100 entries");

            restartWith("another");
            append("/b/", 50);
            window.awaitText(".status-line .label", "wants another token");
            window.awaitText(".remedy", "Enter token");
            window.screenshots("window-relay-refused");
            window.click(".remedy");
            window.type("mistyped");
            window.screenshots("window-relay-token");
            window.click("#tokenUse");
            window.awaitGone("#tokenDialog");
            window.awaitText(".status-line .label", "wants another token");

            // The same by the palette, also when the notice was read and put away.
            window.dismissNotices();
            window.command("enter token");
            window.find("#tokenDialog");
            window.type("another");
            window.press(KeyCode.ENTER);
            window.awaitText(".status-line .label", "150 entries");
            window.awaitText(".status-line .label", "live · ");
            window.awaitGone(".remedy");
            assertThat(window.notices()).isEmpty();
        }
    }
}
