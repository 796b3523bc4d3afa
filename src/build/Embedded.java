import java.util.List;

/// Code of others that lies within a library, where Maven does not see it. Immutable.
///
/// @param library group, name and version of what it lies in; another version may hold something else
/// @param version empty where the library does not tell
/// @param licence its SPDX identifier
record Embedded(String library, String name, String version, String licence) {
    /// All that the licences in the package speak of.
    static final List<Embedded> ALL = List.of(
            new Embedded("org.xerial/sqlite-jdbc@3.54.1.0", "sqlite", "3.54.1", "blessing"),
            new Embedded("com.fasterxml.jackson.core/jackson-core@2.22.4", "fastdoubleparser", "", "MIT"),
            new Embedded("com.fasterxml.jackson.core/jackson-core@2.22.4", "schubfach", "", "MIT"),
            new Embedded("org.kordamp.ikonli/ikonli-feather-pack@12.4.0", "feather", "4.28", "MIT"),
            new Embedded("org.openjfx/javafx-graphics@26.0.2", "libjpeg", "", "IJG"),
            new Embedded("org.openjfx/javafx-graphics@26.0.2", "mesa", "", "MIT"));

    /// Its address by the package URL specification.
    String purl() {
        return "pkg:generic/" + name + (version.isEmpty() ? "" : "@" + version);
    }
}
