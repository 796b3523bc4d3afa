import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// Makes what people install, on the system that it runs on: a folder with the program and its own Java (an app image),
/// with an ahead-of-time cache, and from it a `.deb`, `.dmg` or `.msi`. `PackageProgram <project> <version>`, after
/// Maven's `package` has made the jars. Everything goes to `target/dist`.
final class PackageProgram {
    private static final String NAME = "clasp-journal-browser";
    private static final String MAIN_CLASS = "clasp.journal.app.Main";
    private static final String CACHE = "program.aot";

    /// Of the Java that is shipped: what the program and its libraries use, with the locales of its two languages.
    private static final String MODULES = "java.base,java.compiler,java.desktop,java.logging,java.management,"
            + "java.naming,java.net.http,java.scripting,java.security.jgss,java.sql,java.xml,jdk.crypto.ec,"
            + "jdk.localedata,jdk.unsupported,jdk.zipfs";

    /// A heap that begins small is sooner there, and stays small for small journals. Room for classes from the
    /// beginning saves a full collection, in which the window stands still. The first compiler begins three times
    /// later than by itself and the second one ten times: each pays for work that lasts, and a start does not.
    private static final List<String> JAVA_OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:MetaspaceSize=128m",
            "-Xms64m",
            "-Xmx1g",
            "-XX:Tier3InvocationThreshold=600",
            "-XX:Tier3MinInvocationThreshold=300",
            "-XX:Tier3CompileThreshold=6000",
            "-XX:Tier3BackEdgeThreshold=180000",
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000",
            "-Dfile.encoding=UTF-8");

    /// Where the libraries of JavaFX and SQLite lie unpacked, they need not be unpacked at each start.
    private static final List<String> LINUX_OPTIONS =
            List.of("-Dorg.sqlite.lib.path=$APPDIR", "-Dorg.sqlite.lib.name=libsqlitejdbc.so");

    private final Path project;
    private final String version;
    private final Path dist;
    private final Path image;
    private final String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    private PackageProgram(Path project, String version) {
        this.project = project.toAbsolutePath();
        this.version = version;
        dist = this.project.resolve("target/dist");
        image = dist.resolve(isMac() ? NAME + ".app" : NAME);
    }

    static void main(String[] args) throws Exception {
        new PackageProgram(Path.of(args[0]), args[1]).run();
    }

    private void run() throws IOException, InterruptedException {
        delete(dist);
        Path input = dist.resolve("input");
        collect(input);
        makeImage(input);
        completeImage();
        if (isLinux()) {
            unpackLibraries();
            replaceLauncher();
        }
        train();
        delete(input);
        switch (kind()) {
            case "deb" -> new Deb().make();
            case "dmg", "msi" -> makeInstaller();
            default -> throw new IllegalStateException(kind());
        }
    }

    private boolean isMac() {
        return system.contains("mac");
    }

    private boolean isLinux() {
        return !isMac() && !isWindows();
    }

    private boolean isWindows() {
        return system.contains("windows");
    }

    private String kind() {
        return isMac() ? "dmg" : isWindows() ? "msi" : "deb";
    }

    /// Of a version like `1.2.0-SNAPSHOT` the systems' packages take the numbers only.
    private String numbers() {
        return version.replaceAll("[^0-9.].*", "");
    }

    private void collect(Path input) throws IOException {
        Files.createDirectories(input);
        Files.copy(project.resolve("target/" + NAME + ".jar"), input.resolve(NAME + ".jar"));
        for (Path library : list(project.resolve("target/lib"))) {
            Files.copy(library, input.resolve(library.getFileName()));
        }
    }

    private void makeImage(Path input) {
        List<String> options = new ArrayList<>(List.of(
                "--type",
                "app-image",
                "--name",
                NAME,
                "--app-version",
                numbers(),
                "--vendor",
                "Clasp Journal Browser developers",
                "--description",
                "Browser for the journals of CLASP routers",
                "--input",
                input.toString(),
                "--main-jar",
                NAME + ".jar",
                "--main-class",
                MAIN_CLASS,
                "--add-modules",
                MODULES,
                "--jlink-options",
                "--strip-debug --no-man-pages --no-header-files --compress zip-6 --include-locales=en,de",
                "--icon",
                icon().toString(),
                "--dest",
                dist.toString()));
        JAVA_OPTIONS.forEach(option -> options.addAll(List.of("--java-options", option)));
        if (isLinux()) {
            LINUX_OPTIONS.forEach(option -> options.addAll(List.of("--java-options", option)));
        }
        if (isWindows()) {
            // So that its commands can be used in a terminal.
            options.add("--win-console");
        }
        jpackage(options);
    }

    private Path icon() {
        return project.resolve(
                isMac()
                        ? "packaging/mac/" + NAME + ".icns"
                        : isWindows()
                                ? "packaging/windows/" + NAME + ".ico"
                                : "src/main/resources/clasp/journal/app/icon-256.png");
    }

    /// The licences of everything that is in it, and what it is made of.
    private void completeImage() throws IOException {
        Path legal = app().resolve("legal");
        Files.createDirectories(legal);
        for (String name : List.of("LICENSE-APACHE", "LICENSE-MIT")) {
            Files.copy(project.resolve(name), legal.resolve(name));
        }
        new LicenceTexts(project, runtime(), legal.resolve("libraries")).gather(list(project.resolve("target/lib")));
        Files.copy(project.resolve("target/THIRD-PARTY.txt"), legal.resolve("THIRD-PARTY.txt"));
        Files.writeString(legal.resolve("bom.json"), BillOfMaterials.of(project.resolve("target/bom.json"), runtime()));
    }

    /// Both look beside their jars first.
    private void unpackLibraries() throws IOException {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        for (Path jar : list(app())) {
            String name = jar.getFileName().toString();
            if (name.startsWith("javafx-") && name.endsWith(".jar")) {
                unpack(jar, "/");
            } else if (name.startsWith("sqlite-jdbc-")) {
                unpack(jar, "/org/sqlite/native/Linux/" + processor);
            }
        }
    }

    private void unpack(Path jar, String folder) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar);
                Stream<Path> inside = Files.list(files.getPath(folder))) {
            for (Path file :
                    inside.filter(path -> path.toString().endsWith(".so")).toList()) {
                Files.copy(file, app().resolve(file.getFileName().toString()));
            }
        }
    }

    /// A script with what jpackage's launcher reads from its `.cfg`.
    private void replaceLauncher() throws IOException {
        List<String> configured = Files.readAllLines(configuration());
        String script = Files.readString(project.resolve("packaging/linux/launcher.sh"))
                .replace("@CLASSPATH@", String.join(":", values(configured, "app.classpath=")))
                .replace("@OPTIONS@", '"' + String.join("\" \\\n    \"", values(configured, "java-options=")) + '"')
                .replace("@MAIN@", MAIN_CLASS);
        Files.writeString(launcher(), script);
    }

    private static List<String> values(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .toList();
    }

    private Path configuration() {
        return app().resolve(NAME + ".cfg");
    }

    private Path runtime() {
        return image.resolve(isMac() ? "Contents/runtime/Contents/Home" : isWindows() ? "runtime" : "lib/runtime");
    }

    /// Where the program's own files are in the image.
    private Path app() {
        return image.resolve(isMac() ? "Contents/app" : isWindows() ? "app" : "lib/app");
    }

    private Path launcher() {
        return image.resolve(isMac() ? "Contents/MacOS/" + NAME : isWindows() ? NAME + ".exe" : "bin/" + NAME);
    }

    /// Runs the program once on a journal, so that the next starts find their classes read and their methods known. The
    /// cache belongs to these very files: it must be made anew with every package.
    private void train() throws IOException, InterruptedException {
        Path journal = dist.resolve("training.db");
        launch(Map.of(), "generate", "--entries", "20000", journal.toString());
        Path cache = app().resolve(CACHE);
        learn(cache, journal);
        if (!Files.exists(cache)) {
            throw new IllegalStateException("No ahead-of-time cache was made.");
        }
        Files.delete(journal);
        Files.writeString(
                configuration(),
                "java-options=-XX:AOTCache=$APPDIR/" + CACHE + System.lineSeparator(),
                StandardOpenOption.APPEND);
        if (isLinux()) {
            replaceLauncher();
        }
    }

    /// As a user does, in a window on a virtual display where there is one: without a display, the classes that draw on
    /// one are not among those learnt. Without the second compiler: what it compiles here would be given to
    /// it at each start again, at once. Nor with the first one's plain code alone, which would stay as it is.
    private void learn(Path cache, Path journal) throws IOException, InterruptedException {
        String options = "-XX:TieredStopAtLevel=2 -XX:AOTCacheOutput=" + cache;
        if (!isThere("xvfb-run")) {
            Path picture = dist.resolve("training.png");
            launch(Map.of("JAVA_TOOL_OPTIONS", options), "--screenshot", picture.toString(), journal.toString());
            Files.delete(picture);
            return;
        }
        Path home = Files.createDirectories(dist.resolve("training-home"));
        Path here = Files.createDirectories(
                home.resolve("run"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        run(
                Map.of(
                        "JAVA_TOOL_OPTIONS", options,
                        "CLASP_JOURNAL_BROWSER_TRACE", "once",
                        "HOME", home.toString(),
                        "XDG_CONFIG_HOME", home.resolve("config").toString(),
                        "XDG_RUNTIME_DIR", here.toString()),
                List.of(
                        "xvfb-run",
                        "-a",
                        "-s",
                        "-screen 0 1280x900x24",
                        launcher().toString(),
                        journal.toString()));
        delete(home);
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private void launch(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher().toString()));
        command.addAll(List.of(words));
        run(environment, command);
    }

    private static void run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with status " + status);
        }
    }

    private void makeInstaller() {
        List<String> options = new ArrayList<>(List.of(
                "--type", kind(),
                "--name", NAME,
                "--app-version", numbers(),
                "--app-image", image.toString(),
                "--file-associations",
                        project.resolve("packaging/sqlite.properties").toString(),
                "--license-file", project.resolve("LICENSE-MIT").toString(),
                "--dest", dist.toString()));
        if (isWindows()) {
            options.addAll(List.of("--win-menu", "--win-dir-chooser", "--win-per-user-install"));
        }
        jpackage(options);
    }

    private static void jpackage(List<String> options) {
        ToolProvider tool = ToolProvider.findFirst("jpackage")
                .orElseThrow(() -> new IllegalStateException("This JDK has no jpackage."));
        int status = tool.run(System.out, System.err, options.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException("jpackage " + String.join(" ", options) + " ended with status " + status);
        }
    }

    /// The package of Debian and its kin: made by jpackage, and completed by what it has no option for.
    private final class Deb {
        /// GTK brings the rest. What jpackage finds besides are the libraries of these libraries, by the names
        /// that they have on the system that it runs on.
        private static final String DEPENDS =
                "libc6, zlib1g, libgtk-3-0t64 | libgtk-3-0, libfreetype6, libxtst6, libxxf86vm1, libgl1";

        private static final String MAINTAINER =
                "The developers of Clasp Journal Browser <clasp-journal-browser@localhost>";

        private final Path unpacked = dist.resolve("deb");

        void make() throws IOException, InterruptedException {
            jpackage(List.of(
                    "--type",
                    "deb",
                    "--name",
                    NAME,
                    "--app-version",
                    numbers(),
                    "--app-image",
                    image.toString(),
                    "--linux-deb-maintainer",
                    "clasp-journal-browser@localhost",
                    "--linux-package-deps",
                    DEPENDS,
                    "--linux-app-category",
                    "devel",
                    "--license-file",
                    project.resolve("LICENSE-MIT").toString(),
                    "--resource-dir",
                    project.resolve("packaging/linux").toString(),
                    "--dest",
                    dist.toString()));
            Path made = list(dist).stream()
                    .filter(path -> path.toString().endsWith(".deb"))
                    .findFirst()
                    .orElseThrow();
            PackageProgram.run(Map.of(), List.of("dpkg-deb", "-R", made.toString(), unpacked.toString()));
            complete();
            keepTimes();
            PackageProgram.run(
                    Map.of(),
                    List.of("fakeroot", "dpkg-deb", "-Zxz", "-z2", "-b", unpacked.toString(), made.toString()));
            delete(unpacked);
        }

        /// jpackage copies the image with new times, and Java takes its cache for that of other files then.
        private void keepTimes() throws IOException {
            try (Stream<Path> files = Files.walk(image)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = unpacked.resolve("opt/" + NAME).resolve(image.relativize(file));
                    if (Files.exists(copy)) {
                        Files.setLastModifiedTime(copy, Files.getLastModifiedTime(file));
                    }
                }
            }
        }

        private void complete() throws IOException {
            Path linux = project.resolve("packaging/linux");
            copy(linux.resolve(NAME + ".desktop"), "usr/share/applications/" + NAME + ".desktop");
            copy(linux.resolve(NAME + ".metainfo.xml"), "usr/share/metainfo/" + NAME + ".metainfo.xml");
            compress(linux.resolve(NAME + ".1"), "usr/share/man/man1/" + NAME + ".1.gz");
            String documents = "usr/share/doc/" + NAME + "/";
            copy(linux.resolve("copyright"), documents + "copyright");
            compress(project.resolve("CHANGELOG.md"), documents + "changelog.gz");
            link(documents + "legal", "/opt/" + NAME + "/lib/app/legal");
            for (String size : List.of("16", "32", "48", "128", "256")) {
                copy(
                        project.resolve("src/main/resources/clasp/journal/app/icon-" + size + ".png"),
                        "usr/share/icons/hicolor/" + size + "x" + size + "/apps/" + NAME + ".png");
            }
            copy(project.resolve("icons/" + NAME + ".svg"), "usr/share/icons/hicolor/scalable/apps/" + NAME + ".svg");
            link("usr/bin/" + NAME, "/opt/" + NAME + "/bin/" + NAME);
            describe(unpacked.resolve("DEBIAN/control"), linux.resolve("description"));
        }

        private void describe(Path control, Path description) throws IOException {
            List<String> lines = new ArrayList<>(Files.readAllLines(control));
            lines.removeIf(line -> line.isBlank() || line.startsWith("Description:") || line.startsWith("Provides:"));
            lines.replaceAll(line -> line.startsWith("Depends: ") ? "Depends: " + DEPENDS : line);
            lines.replaceAll(line -> line.replaceFirst("^Maintainer: .*", "Maintainer: " + MAINTAINER));
            lines.addAll(Files.readAllLines(description));
            Files.write(control, lines);
        }

        private void link(String at, String to) throws IOException {
            Path link = unpacked.resolve(at);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, Path.of(to));
        }

        private void compress(Path from, String to) throws IOException {
            Path target = unpacked.resolve(to);
            Files.createDirectories(target.getParent());
            try (var out = new GZIPOutputStream(Files.newOutputStream(target))) {
                Files.copy(from, out);
            }
        }

        private void copy(Path from, String to) throws IOException {
            Path target = unpacked.resolve(to);
            Files.createDirectories(target.getParent());
            Files.copy(from, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                // What the desktop's services put there they take away themselves when they end.
                Files.deleteIfExists(file);
            }
        }
    }
}
