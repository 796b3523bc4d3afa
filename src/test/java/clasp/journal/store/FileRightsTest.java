package clasp.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileRightsTest {
    private static final String NOBODY = "65534";

    @TempDir
    private Path folder;

    private Path original;

    @BeforeEach
    void onlyWhereThereArePermissions() throws Exception {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        original = Files.createFile(folder.resolve("original"));
    }

    private void allow(String permissions) throws Exception {
        Files.setPosixFilePermissions(original, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-r-----", "rw-rw-rw-", "r--r--r--", "---------"})
    void aCopyIsTheUsersAloneUntilItHasTheRightsOfTheOriginal(String rights) throws Exception {
        allow(rights);
        Path copy = folder.resolve("copy");
        FileRights.createOwn(copy);
        assertThat(permissions(copy)).isEqualTo("rw-------");
        FileRights.copy(original, copy);
        assertThat(permissions(copy)).isEqualTo(rights);
    }

    @Test
    void rootGivesACopyToTheOwnerAndTheGroupOfTheOriginal() throws Exception {
        asRoot();
        run("chown", NOBODY + ":" + NOBODY, original.toString());
        Path copy = Files.createFile(folder.resolve("copy"));
        FileRights.copy(original, copy);
        PosixFileAttributes wanted = Files.readAttributes(original, PosixFileAttributes.class);
        PosixFileAttributes found = Files.readAttributes(copy, PosixFileAttributes.class);
        assertThat(found.owner()).isEqualTo(wanted.owner());
        assertThat(found.group()).isEqualTo(wanted.group());
    }

    /// What the group of the original may do is not for the group of whoever copies it.
    @ParameterizedTest
    @CsvSource({"rw-rw-r--, rw-r--r--", "rw-rw----, rw-------", "rw-rw-rw-, rw-rw-rw-"})
    void aGroupThatCannotBeGivenMayDoWhatEverybodyMay(String rights, String left) throws Exception {
        asRoot();
        allow(rights);
        Path classes = Files.createDirectories(folder.resolve("classes/clasp/journal/store"));
        for (Class<?> each :
                List.of(FileRights.class, Class.forName(FileRights.class.getName() + "$Change"), RightsGiven.class)) {
            String name = each.getName().substring(each.getPackageName().length() + 1) + ".class";
            try (var bytes = each.getResourceAsStream(name)) {
                Files.copy(bytes, classes.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        run("chown", NOBODY + ":" + NOBODY, theirs.toString());
        Path copy = theirs.resolve("copy");
        run(
                "setpriv",
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                folder.resolve("classes").toString(),
                RightsGiven.class.getName(),
                original.toString(),
                copy.toString());
        assertThat(permissions(copy)).isEqualTo(left);
    }

    private void asRoot() throws Exception {
        assumeThat(Files.getOwner(original).getName()).isEqualTo("root");
        assumeThat(Files.getFileAttributeView(original, PosixFileAttributeView.class))
                .isNotNull();
        assumeThat(Path.of("/usr/bin/setpriv")).exists();
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
