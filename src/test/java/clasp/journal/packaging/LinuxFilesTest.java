package clasp.journal.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.cli.Cli;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/// What goes into the package beside the program fits the program.
class LinuxFilesTest {
    private static final Path LINUX = Path.of("packaging", "linux");

    @Test
    void theManPageHasEveryCommandAndTheGeneralOptions() throws Exception {
        String page = Files.readString(LINUX.resolve("clasp-journal-browser.1"));
        assertThat(Cli.commands())
                .hasSizeGreaterThan(10)
                .allSatisfy(command -> assertThat(page).containsPattern("(?m)^\\.(B|BI) " + command + "( |$)"));
        assertThat(page).contains("\\-\\-screenshot", "\\-\\-new\\-window", "\\-\\-version", "CLASP_TOKEN");
    }

    @Test
    void theDesktopEntryOpensSqliteFiles() throws Exception {
        List<String> lines = Files.readAllLines(LINUX.resolve("clasp-journal-browser.desktop"));
        assertThat(lines)
                .startsWith("[Desktop Entry]")
                .contains(
                        "Type=Application",
                        "Exec=clasp-journal-browser %F",
                        "Icon=clasp-journal-browser",
                        "MimeType=application/vnd.sqlite3;application/x-sqlite3;");
    }

    @Test
    void theMetadataNameTheDesktopEntryAndTheLicences() throws Exception {
        var document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(LINUX.resolve("clasp-journal-browser.metainfo.xml").toFile());
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("component");
        assertThat(document.getElementsByTagName("launchable").item(0).getTextContent())
                .isEqualTo("clasp-journal-browser.desktop");
        assertThat(document.getElementsByTagName("project_license").item(0).getTextContent())
                .isEqualTo("Apache-2.0 OR MIT");
        assertThat(document.getElementsByTagName("binary").item(0).getTextContent())
                .isEqualTo("clasp-journal-browser");
    }

    @Test
    void theIconIsThereInEverySize() throws Exception {
        for (int size : new int[] {16, 32, 48, 128, 256}) {
            var icon = ImageIO.read(Path.of("src/main/resources/clasp/journal/app/icon-" + size + ".png")
                    .toFile());
            assertThat(icon.getWidth()).isEqualTo(size);
            assertThat(icon.getHeight()).isEqualTo(size);
        }
        assertThat(Path.of("icons", "clasp-journal-browser.svg")).isNotEmptyFile();
    }

    @Test
    void theScriptsCanBeRun() {
        for (String script : List.of("try-deb.sh", "start-up.sh")) {
            assertThat(LINUX.resolve(script)).isExecutable();
        }
    }
}
