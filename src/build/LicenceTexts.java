import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Gathers the texts of the licences of all jars that are shipped: those in the jars, and those in `packaging/licences`
/// of the jars that lack them.
final class LicenceTexts {
    private static final Pattern TEXT = Pattern.compile("(?i).*(LICEN[CS]E|NOTICE|COPYING)[^/]*");

    /// Of those that come under Apache-2.0, or do so at one's choice, but without its text.
    private static final Pattern APACHE = Pattern.compile("(jetty|jspecify|msgpack-core|picocli)-.*");

    private final Path project;
    private final Path java;
    private final Path to;

    /// @param java the Java that is shipped; JavaFX has the same licence
    /// @param to gets a folder for each jar
    LicenceTexts(Path project, Path java, Path to) {
        this.project = project;
        this.java = java;
        this.to = to;
    }

    /// @throws IllegalStateException when a jar has no text anywhere
    void gather(List<Path> jars) throws IOException {
        for (Path jar : jars) {
            String name = jar.getFileName().toString();
            Path folder = to.resolve(name.substring(0, name.length() - ".jar".length()));
            Files.createDirectories(folder);
            fromJar(jar, folder);
            fromProject(name, folder);
            if (APACHE.matcher(name).matches()) {
                copy(project.resolve("LICENSE-APACHE"), folder);
            }
            if (name.startsWith("javafx-")) {
                copy(java.resolve("legal/java.base/LICENSE"), folder);
            }
            try (Stream<Path> texts = Files.list(folder)) {
                if (texts.findAny().isEmpty()) {
                    throw new IllegalStateException("The text of the licence of " + name + " is missing: put it into"
                            + " packaging/licences, in a folder with the name of the library.");
                }
            }
        }
    }

    private void fromJar(Path jar, Path folder) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar);
                Stream<Path> inside = Files.walk(files.getPath("/META-INF"))) {
            for (Path file : inside.filter(Files::isRegularFile)
                    .filter(path -> TEXT.matcher(path.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()) {
                copy(file, folder);
            }
        }
    }

    private void fromProject(String jar, Path folder) throws IOException {
        try (Stream<Path> libraries = Files.list(project.resolve("packaging/licences"))) {
            for (Path library : libraries
                    .filter(path -> jar.startsWith(path.getFileName() + "-"))
                    .toList()) {
                try (Stream<Path> texts = Files.list(library)) {
                    for (Path text : texts.toList()) {
                        copy(text, folder);
                    }
                }
            }
        }
    }

    private static void copy(Path text, Path folder) throws IOException {
        Files.copy(text, folder.resolve(text.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
    }
}
