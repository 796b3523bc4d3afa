package clasp.journal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.EntryJson;
import clasp.journal.query.AddressPattern;
import clasp.journal.testing.SharedJournals;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands on files that CLASP wrote, against a plain read of the tables.
class ClaspFilesTest {
    private static final int PATTERNS = 300;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"session-20k.db", "edge.db", "foreign-values.db"})
    void queryPrintsEveryEntryAsItIsStored(String name) throws SQLException {
        Path file = SharedJournals.copy(name, folder);
        assertThat(run("query", file)).isZero();
        assertThat(read()).isEqualTo(stored(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"session-20k.db", "edge.db"})
    void queryAgreesWithThePatternsOfTheOracle(String name) throws Exception {
        Path file = SharedJournals.copy(name, folder);
        List<Entry> stored = stored(file);
        for (String pattern : patterns()) {
            AddressPattern address = AddressPattern.of(pattern);
            List<Entry> expected = stored.stream()
                    .filter(entry -> address.matches(entry.address()))
                    .toList();
            // Joined with "=", because a pattern may begin with a hyphen.
            assertThat(run("count", file, "--pattern=" + pattern)).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).as(pattern).isEqualTo(expected.size() + "\n");
            run("query", file, "--pattern=" + pattern, "--limit", 40);
            assertThat(read()).as(pattern).isEqualTo(expected.stream().limit(40).toList());
        }
    }

    @Test
    void snapshotsAreListedAndPrinted() throws SQLException {
        Path file = SharedJournals.copy("session-20k.db", folder);
        assertThat(run("snapshots", file)).isZero();
        assertThat(text().lines())
                .hasSize(3)
                .last()
                .asString()
                .contains("\"id\":3", "\"seq_at\":15000", "\"problem\":null");
        run("snapshots", file, "--id", 2);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT data_json FROM snapshots WHERE id = 2")) {
            assertThat(text()).isEqualTo(row.getString(1) + "\n");
        }
        assertThat(run("snapshots", file, "--id", 9)).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no snapshot 9");
    }

    @Test
    void aSnapshotThatClaspCannotLoadIsNamed() {
        Path file = SharedJournals.copy("edge.db", folder);
        run("snapshots", file);
        assertThat(text().lines().findFirst().orElseThrow())
                .contains("\"id\":1")
                .doesNotContain("\"problem\":null");
    }

    @Test
    void aSnapshotInADamagedPartOfTheFileDoesNotHideTheOthers() throws Exception {
        Path file = SharedJournals.copy("session-20k.db", folder);
        overwritePageWith(file, "SELECT CAST(substr(data_json, 60000, 500) AS BLOB) FROM snapshots WHERE id = 2");
        assertThat(run("snapshots", file)).isEqualTo(ExitStatus.FAILED);
        assertThat(text().lines())
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"id\":1,", "\"problem\":null"),
                        line -> assertThat(line).contains("\"id\":2,", "damaged"),
                        line -> assertThat(line).contains("\"id\":3,", "\"problem\":null"));
    }

    @Test
    void entriesInADamagedPartOfTheFileDoNotHideTheOthers() throws Exception {
        Path file = SharedJournals.copy("session-20k.db", folder);
        List<Entry> stored = stored(file);
        overwritePageWith(
                file, "SELECT CAST(address || signal_type || value_json AS BLOB) FROM journal_entries WHERE seq = 500");
        assertThat(run("query", file)).isEqualTo(ExitStatus.FAILED);
        assertThat(errors()).contains("damaged", "Missing are the entries after seq ");
        List<Entry> read = read();
        assertThat(read).hasSizeGreaterThan(19_900).contains(stored.getFirst(), stored.getLast());
        assertThat(stored).containsSubsequence(read);
    }

    @Test
    void whatIsCountedOfADamagedFileIsWhatCanBeRead() throws Exception {
        Path file = SharedJournals.copy("session-20k.db", folder);
        assertThat(run("count", file)).isZero();
        assertThat(text()).isEqualTo("20000\n");
        overwritePageWith(
                file, "SELECT CAST(address || signal_type || value_json AS BLOB) FROM journal_entries WHERE seq = 500");
        for (List<String> which :
                List.of(List.<String>of(), List.of("--types", "param"), List.of("--filter", "seq:1..1000"))) {
            List<Object> arguments = new ArrayList<>(which);
            arguments.addFirst(file);
            arguments.addFirst("query");
            assertThat(run(arguments.toArray())).as("query %s", which).isEqualTo(ExitStatus.FAILED);
            int readable = read().size();
            arguments.set(0, "count");
            assertThat(run(arguments.toArray())).as("count %s", which).isEqualTo(ExitStatus.FAILED);
            assertThat(text()).isEqualTo(readable + "\n");
            assertThat(errors()).contains("damaged", "Missing are the entries after seq ");
        }
        assertThat(run("count", file, "--limit", 7)).isEqualTo(ExitStatus.FAILED);
        assertThat(text()).isEqualTo("7\n");
        assertThat(errors()).contains("is damaged, and something in it could not be read");
    }

    @Test
    void hmacsInADamagedPartOfTheFileDoNotHideTheOthers() throws Exception {
        Path file = SharedJournals.copy("session-20k.db", folder);
        overwritePageWith(
                file, "SELECT CAST(address || signal_type || value_json AS BLOB) FROM journal_entries WHERE seq = 500");
        run("query", file);
        int readable = read().size();
        assertThat(run("verify", file, "--hmac-key", "ab".repeat(32))).isEqualTo(ExitStatus.FAILED);
        assertThat(errors())
                .contains("0 entries have a right HMAC, 0 a wrong one, " + readable + " none.")
                .contains("could not verify its entries", "Missing are the entries after seq ");
        assertThat(run("problems", file, "--hmac-key", "ab".repeat(32))).isEqualTo(ExitStatus.FAILED);
        assertThat(text()).contains("could not verify its entries", "Missing are the entries after seq ");
    }

    @Test
    void whatIsLeftOfACutOffFileIsPrintedButIsNoSuccess() throws Exception {
        Path file = SharedJournals.copy("session-20k.db", folder);
        List<Entry> stored = stored(file);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));

        assertThat(run("query", file)).isEqualTo(ExitStatus.FAILED);
        List<Entry> left = read();
        assertThat(left).hasSizeGreaterThan(9_000).isSubsetOf(stored);
        assertThat(run("count", file)).isEqualTo(ExitStatus.FAILED);
        assertThat(text()).isEqualTo(left.size() + "\n");
        assertThat(errors()).contains("is cut off").hasLineCount(1);
        assertThat(run("snapshots", file)).isEqualTo(ExitStatus.FAILED);
        assertThat(run("verify", file, "--hmac-key", "ab".repeat(32))).isEqualTo(ExitStatus.FAILED);
        assertThat(errors()).contains("is cut off");
    }

    @Test
    void whatIsLeftOfADamagedLogIsPrintedButIsNoSuccess() throws Exception {
        Path file = SharedJournals.copy("unclean-stop/live.db", folder);
        Path log = SharedJournals.copy("unclean-stop/live.db-wal", folder);
        assertThat(run("count", file)).isZero();
        byte[] content = Files.readAllBytes(log);
        Arrays.fill(content, content.length - 2_000, content.length - 1_900, (byte) 0x55);
        Files.write(log, content);
        assertThat(run("count", file)).isEqualTo(ExitStatus.FAILED);
        assertThat(text()).isNotEqualTo("0\n");
        assertThat(errors()).contains("damaged after frame");
    }

    @Test
    void aLogThatIsCutOffIsNoSuccessOfAnyCommandThatReads() throws Exception {
        Path file = SharedJournals.copy("unclean-stop/live.db", folder);
        Path log = SharedJournals.copy("unclean-stop/live.db-wal", folder);
        byte[] content = Files.readAllBytes(log);
        Files.write(log, Arrays.copyOf(content, content.length - 2_000));
        for (String command : List.of("count", "query", "recover", "problems")) {
            assertThat(run(command, file)).as(command).isEqualTo(ExitStatus.FAILED);
            assertThat(errors()).contains("-wal file is cut off within frame 76");
        }
        assertThat(text()).contains("error  seq", "ends within frame 76, which completes a change");
    }

    @Test
    void aDatabaseWithoutTablesWhoseLogIsUnreadableIsNotToldToLackIt() throws Exception {
        Path file = SharedJournals.copy("unclean-stop/live.db", folder);
        Path log = SharedJournals.copy("unclean-stop/live.db-wal", folder);
        byte[] content = Files.readAllBytes(log);
        content[17] ^= 1;
        Files.write(log, content);
        for (String command : List.of("count", "query", "recover", "problems")) {
            assertThat(run(command, file)).as(command).isEqualTo(ExitStatus.FAILED);
            assertThat(errors())
                    .contains("no tables by itself, and the log beside it", "header of the -wal file is damaged")
                    .doesNotContain("has to be copied with it");
        }
        assertThat(log).hasBinaryContent(content);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /// Damages the page in which the bytes lie that the query finds.
    private static void overwritePageWith(Path file, String query) throws IOException, SQLException {
        byte[] content = Files.readAllBytes(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            byte[] wanted = row.getBytes(1);
            for (int page = 0; page < content.length; page += 4096) {
                for (int at = page; at + wanted.length <= page + 4096; at++) {
                    if (Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length)) {
                        Arrays.fill(content, page, page + 4096, (byte) 0xFF);
                        break;
                    }
                }
            }
        }
        Files.write(file, content);
    }

    @Test
    void readingLeavesTheFileAsItWas() throws IOException {
        Path file = SharedJournals.copy("session-20k.db", folder);
        byte[] before = Files.readAllBytes(file);
        run("count", file, "--pattern", "/lumen/**");
        run("query", file, "--limit", 3);
        run("snapshots", file);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private int run(Object... arguments) {
        out.reset();
        err.reset();
        Console console = new Console(new ByteArrayInputStream(new byte[0]), out, err);
        return new Cli(Tools.of(console, files -> ExitStatus.FAILED))
                .run(Stream.of(arguments).map(Object::toString).toList());
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<Entry> read() {
        return text().lines().map(EntryJson::read).toList();
    }

    private static List<String> patterns() throws IOException {
        List<String> all = Files.readAllLines(SharedJournals.file("glob-open.tsv")).stream()
                .map(line -> line.substring(0, line.indexOf('\t')))
                .distinct()
                .toList();
        int step = Math.max(1, all.size() / PATTERNS);
        List<String> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += step) {
            some.add(all.get(i));
        }
        some.addAll(List.of("/lumen/**", "/lumen/*/3/**", "/LUMEN/**", "/touch/?", "**/{x,y}", "!/lumen/**", "/**"));
        return some;
    }

    private static List<Entry> stored(Path file) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT seq, timestamp, author, address, signal_type, value_json, revision, msg_type"
                                + " FROM journal_entries ORDER BY seq")) {
            while (row.next()) {
                long revision = row.getLong(7);
                Long revisionOrNull = row.wasNull() ? null : revision;
                entries.add(new Entry(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        revisionOrNull,
                        row.getLong(8)));
            }
        }
        return entries;
    }
}
