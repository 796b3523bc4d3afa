package clasp.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What other processes do to it is in `KilledWorkTest`.
class WorkFolderTest {
    private static final String GUARD = ".clasp-in-use";

    @TempDir
    private Path folder;

    /// As a killed process leaves it.
    private Path left(String target) throws IOException {
        Path made = Files.createDirectory(folder.resolve("." + target + "." + UUID.randomUUID() + ".part"));
        Files.createFile(made.resolve(GUARD));
        Files.writeString(made.resolve(target), "half");
        return made;
    }

    private void makeAnother(String target) throws IOException {
        try (WorkFolder work = WorkFolder.beside(folder.resolve(target))) {
            Files.createFile(work.place(Path.of(target)));
        }
    }

    @Test
    void closingRemovesItWithAllFilesInIt() throws IOException {
        makeAnother("out.csv");
        try (WorkFolder temporary = WorkFolder.temporary("test")) {
            Files.createFile(temporary.path().resolve("a"));
            temporary.close();
            assertThat(temporary.path()).doesNotExist();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void peopleAreToldOfTheFolderThatTheyKnow() throws IOException {
        Path shown = folder.toRealPath();
        try (WorkFolder work = WorkFolder.beside(shown.resolve("out.db"))) {
            assertThat(WorkFolder.knownOf(work.place(Path.of("out.db")))).isEqualTo(shown);
        }
        assertThat(WorkFolder.knownOf(shown.resolve("out.db"))).isEqualTo(shown);
    }

    @Test
    void onlyWhatWasMadeForTheSameNameGoes() throws IOException {
        Path same = left("out.csv");
        Path other = left("out.csv.csv");
        makeAnother("out.csv");
        assertThat(same).doesNotExist();
        assertThat(other).isDirectoryContaining("glob:**/out.csv.csv");
    }

    /// Whoever makes such a folder, locks it before it has a guard.
    @Test
    void whatHasNoGuardStays() throws IOException {
        Path begun = left("out.csv");
        Files.delete(begun.resolve(GUARD));
        makeAnother("out.csv");
        assertThat(begun).isDirectoryContaining("glob:**/out.csv");
    }

    @Test
    void aLinkInItsPlaceIsNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path mine = Files.createFile(elsewhere.resolve("mine"));
        Files.createFile(elsewhere.resolve(GUARD));
        Files.createSymbolicLink(folder.resolve(".out.csv." + UUID.randomUUID() + ".part"), elsewhere);
        makeAnother("out.csv");
        assertThat(mine).exists();
    }

    @Test
    void nobodyElseEntersIt() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        try (WorkFolder beside = WorkFolder.beside(folder.resolve("out.csv"));
                WorkFolder temporary = WorkFolder.temporary("test")) {
            for (Path each : new Path[] {beside.path(), temporary.path()}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .isEqualTo("rwx------");
            }
        }
    }

    @Test
    void theNameOfAFileInItIsShortAndNoHalfSign() throws IOException {
        Path target = folder.resolve("😀".repeat(60));
        try (WorkFolder work = WorkFolder.beside(target)) {
            assertThat(work.place(target).getFileName()).hasToString("😀".repeat(40));
        }
    }

    @Test
    void theNameOfAFileInItEndsAsWindowsTakesItWhereverItIsCut() throws IOException {
        for (String cut : new String[] {"show" + " ".repeat(40) + "evening.csv", "x".repeat(38) + ". evening.csv"}) {
            Path target = folder.resolve(cut);
            try (WorkFolder work = WorkFolder.beside(target)) {
                assertThat(work.place(target).getFileName().toString())
                        .startsWith(cut.substring(0, 4))
                        .doesNotContainPattern("[ .]$");
            }
        }
    }
}
