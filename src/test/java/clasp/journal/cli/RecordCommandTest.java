package clasp.journal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.router.Router;
import clasp.journal.router.TestClient;
import clasp.journal.router.core.AccessToken;
import clasp.journal.router.core.Messages;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.JavaCommand;
import clasp.journal.testing.SelfSigned;
import clasp.journal.testing.TlsFront;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RecordCommandTest {
    private Router router;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        router = Router.withJournal(new MemoryJournal()).start();
        try (TestClient client = TestClient.greeted(router)) {
            for (int i = 1; i <= 9; i++) {
                client.send(Messages.set(i % 3 == 0 ? "/a" : "/b", i));
            }
            client.untilPong();
        }
    }

    @AfterEach
    void stop() {
        router.close();
    }

    private String url() {
        return "ws://127.0.0.1:" + router.address().getPort();
    }

    private static List<Entry> entries(Path file, int snapshots) {
        List<Entry> all = new ArrayList<>();
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            journal.scan(Filter.ALL, SeqRange.ALL, all::add, Cancellation.none());
            assertThat(journal.snapshots()).hasSize(snapshots);
        }
        return all;
    }

    @Test
    void historyIsRecordedIntoAFileUntilItIsTime() {
        Path file = folder.resolve("session.db");
        Session session = Session.withoutFiles();

        int status = session.run(
                "record",
                url(),
                "--journal",
                file,
                "--replay",
                "--pattern",
                "/a/**",
                "--pattern",
                "/a",
                "--types",
                "param",
                "--for",
                "4s");

        assertThat(session.err()).contains("Recording " + url() + " into " + file);
        assertThat(status).isEqualTo(ExitStatus.OK);
        assertThat(session.out()).isEqualTo("3\n");
        assertThat(entries(file, 1)).extracting(Entry::valueJson).containsExactly("3.0", "6.0", "9.0");
        assertThat(folder).isDirectoryNotContaining("glob:**-wal");
    }

    /// The state that the router told is that after all of its history, of which only a part is wanted.
    @Test
    void whatMemoryKeepsIsSavedAfterSoManyEntries() {
        Path file = folder.resolve("saved.db");
        Session session = Session.withoutFiles();

        int status = session.run("record", url(), "--memory", 3, "--save", file, "--replay", "--entries", 7);

        assertThat(status).isEqualTo(ExitStatus.OK);
        assertThat(session.out()).isEqualTo("7\n");
        assertThat(entries(file, 0)).extracting(Entry::seq).containsExactly(5L, 6L, 7L);
    }

    @Test
    void toldToStopItSaysHowMuchItHas() throws Exception {
        String file = folder.resolve("session.db").toString();
        Process process = new ProcessBuilder(
                        JavaCommand.of(CommandProcess.class, List.of(), "record", url(), "--journal", file))
                .start();
        assertThat(process.errorReader().readLine()).startsWith("Recording " + url());

        // Its streams stay open, as they would not by destroying the process itself.
        process.toHandle().destroy();

        assertThat(process.inputReader().lines()).containsExactly("0");
    }

    @Test
    void withoutTheTokenNothingIsRecordedAndNoFileIsLeft() {
        router.close();
        router = Router.withJournal(new MemoryJournal())
                .withToken(AccessToken.of("right"))
                .start();
        Path file = folder.resolve("session.db");

        assertThat(complaint("record", url(), "--journal", file, "--token", "wr0ng"))
                .isEqualToIgnoringNewLines(
                        url() + " refused the token: it is wrong or has expired. It says: “Invalid token”.");
        assertThat(complaint("record", url(), "--journal", file))
                .isEqualToIgnoringNewLines(
                        url() + " wants a token, and none was sent. It says: “Authentication required: this router"
                                + " wants a token”.");
        assertThat(file).doesNotExist();
    }

    /// In a process of its own, since the list is told by its environment.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aRouterBehindTlsIsRecordedWhereTheSystemTrustsItsCertificate() throws Exception {
        SelfSigned certificate = SelfSigned.in(folder);
        try (TlsFront front = certificate.before(router.address().getPort())) {
            String url = "wss://localhost:" + front.port();
            Path file = folder.resolve("session.db");
            var builder = new ProcessBuilder(JavaCommand.of(
                            CommandProcess.class,
                            List.of(),
                            "record",
                            url,
                            "--journal",
                            file.toString(),
                            "--replay",
                            "--entries",
                            "9"))
                    .redirectErrorStream(true);
            String refused = output(builder);
            builder.environment().put("SSL_CERT_FILE", certificate.certificate().toString());
            String recorded = output(builder);

            assertThat(refused).contains("The certificate of " + url + " is not trusted here");
            assertThat(recorded).endsWith("9\n");
        }
    }

    private static String output(ProcessBuilder builder) throws IOException {
        return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String complaint(Object... arguments) {
        Session session = Session.withoutFiles();
        assertThat(session.run(arguments)).isNotEqualTo(ExitStatus.OK);
        return session.err();
    }

    @Test
    void whatMakesNoSenseIsSaidInASentence() throws Exception {
        Path there = Files.createFile(folder.resolve("there.db"));
        assertThat(complaint("record", url())).contains("--journal").contains("--memory");
        assertThat(complaint("record", url(), "--memory", 0)).startsWith("--memory must be at least 1.");
        assertThat(complaint("record", url(), "--memory", 5)).startsWith("With --memory, --save FILE says where");
        assertThat(complaint("record", url(), "--journal", there)).contains("is there already");
        assertThat(complaint("record", "ws://127.0.0.1:1", "--memory", 5, "--save", folder.resolve("none/x.db")))
                .contains("there is no folder", "none' to write into.");
        assertThat(complaint("record", url(), "--journal", "x.db", "--for", "soon"))
                .contains("'soon' is no time span, as in 90s, 5m or 2h");
        assertThat(complaint("record", url(), "--journal", "x.db", "--types", "para"))
                .startsWith("There is no signal type 'para'");
        assertThat(complaint("record", url(), "--journal", "x.db", "--pattern", "/a["))
                .startsWith("The pattern “/a[” cannot be meant.");
        assertThat(complaint("record", "http://127.0.0.1:7350", "--journal", "x.db"))
                .contains("is where a relay’s journal can be read. Clients connect over ws or wss");
        assertThat(folder).isDirectoryNotContaining("glob:**x.db");
    }
}
