package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.Entries;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as a process of its own, on a machine without a display.
class ProgramTest {
    private static final long SECONDS = 180;

    @TempDir
    private Path folder;

    /// A window that happens to be open here would take the start over.
    @TempDir
    private Path runtime;

    private record Ended(int status, String out, String err) {}

    @Test
    void aPictureOfAJournalNeedsNoDisplay() throws Exception {
        Path journal = folder.resolve("a journal #1.db");
        try (var writer = new SqliteJournals().create(journal, null)) {
            writer.append(Entries.set("/lumen/a", "0.5"));
        }
        byte[] before = Files.readAllBytes(journal);
        Ended ended = run("--screenshot", "pictures/out.png", journal.toString(), "--dark");
        assertThat(ended).isEqualTo(new Ended(0, "", ""));
        BufferedImage picture = ImageIO.read(folder.resolve("pictures/out.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(1440);
        assertThat(colours(picture)).as("different colours in the picture").isGreaterThan(50);
        assertThat(journal).hasBinaryContent(before);
        assertThat(folder).isDirectoryNotContaining("glob:**-{wal,shm}");
    }

    @Test
    void aPictureOfWhatIsNoJournalShowsWhyNot() throws Exception {
        Path journal = Files.writeString(folder.resolve("note.db"), "not a database");
        Ended ended = run("--screenshot", "out.png", journal.toString());
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains("note.db could not be opened").hasLineCount(1);
        assertThat(folder.resolve("out.png")).isNotEmptyFile();
    }

    /// What is not asked for is not left where somebody works.
    @Test
    void withoutADisplayThePictureLiesInTheFolderForTemporaryFiles() throws Exception {
        Ended ended = run();
        assertThat(ended.status()).isZero();
        Matcher told = Pattern.compile("The window was drawn to (.*[.]png)[.]").matcher(ended.out());
        assertThat(told.find()).isTrue();
        Path picture = Path.of(told.group(1));
        assertThat(picture).isNotEmptyFile().hasParent(Path.of(System.getProperty("java.io.tmpdir")));
        Files.delete(picture);
        assertThat(folder).isDirectoryNotContaining("glob:**{.png,target}");
    }

    @Test
    void withoutADisplayTheProgramSaysSoAndShowsWhatItCan() throws Exception {
        Files.createDirectory(folder.resolve("target"));
        Ended ended = run();
        assertThat(ended.status()).isZero();
        assertThat(ended.err())
                .startsWith("No window can be shown: ")
                .contains("apt install")
                .hasLineCount(1);
        assertThat(ended.out()).contains("Demo show", "entries", "snapshots  3", "clasp-journal-browser.png");
        assertThat(folder.resolve("target/clasp-journal-browser.png")).isNotEmptyFile();
    }

    @Test
    void aMistakeIsToldInASentence() throws Exception {
        Ended ended = run("a.db", "--fast");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("--fast").hasLineCount(1);
    }

    private static long colours(BufferedImage picture) {
        return Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                .distinct()
                .count();
    }

    private Ended run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + folder,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().put("XDG_RUNTIME_DIR", runtime.toString());
        try {
            Process process = builder.start();
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
            return new Ended(process.exitValue(), text(out), text(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String absolute(String classPath) {
        String separator = System.getProperty("path.separator");
        return String.join(
                separator,
                Arrays.stream(classPath.split(java.util.regex.Pattern.quote(separator)))
                        .map(part -> Path.of(part).toAbsolutePath().toString())
                        .toList());
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
