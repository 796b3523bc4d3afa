import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;

/// What is in the package, as CycloneDX: the libraries, which Maven has listed, what lies within them, and the Java
/// that
/// is shipped with them. Stateless.
final class BillOfMaterials {
    /// Of the package; those of the tools that made the list are deeper in it.
    private static final String COMPONENTS = "\n  \"components\" : [\n";

    private BillOfMaterials() {}

    /// @param libraries as Maven has written it
    /// @param runtime the Java that is shipped
    /// @throws IllegalStateException when one of them is not as expected
    static String of(Path libraries, Path runtime) throws IOException {
        String listed = Files.readString(libraries).replace("\r\n", "\n");
        int at = listed.indexOf(COMPONENTS);
        if (at < 0 || listed.indexOf(COMPONENTS, at + 1) >= 0) {
            throw new IllegalStateException(libraries + " has another form.");
        }
        int begin = at + COMPONENTS.length();
        String more = Embedded.ALL.stream()
                .map(embedded -> component(embedded, listed))
                .collect(Collectors.joining("", java(runtime), ""));
        return listed.substring(0, begin) + more + listed.substring(begin);
    }

    private static String component(Embedded embedded, String listed) {
        if (!listed.contains("\"pkg:maven/" + embedded.library() + "?")) {
            throw new IllegalStateException(
                    "Is " + embedded.name() + " still in it? There is another version now of " + embedded.library());
        }
        String version = embedded.version().isEmpty() ? "" : "\"version\" : \"" + embedded.version() + "\",\n      ";
        return """
                {
                  "type" : "library",
                  "bom-ref" : "%1$s",
                  "name" : "%2$s",
                  %3$s"description" : "Within %4$s",
                  "scope" : "required",
                  "licenses" : [
                    {
                      "license" : {
                        "id" : "%5$s"
                      }
                    }
                  ],
                  "purl" : "%1$s"
                },
            """.formatted(embedded.purl(), embedded.name(), version, embedded.library(), embedded.licence());
    }

    private static String java(Path runtime) throws IOException {
        Properties release = new Properties();
        try (Reader in = Files.newBufferedReader(runtime.resolve("release"))) {
            release.load(in);
        }
        return """
                {
                  "type" : "platform",
                  "bom-ref" : "pkg:generic/openjdk@%1$s",
                  "name" : "openjdk",
                  "version" : "%1$s",
                  "description" : "Java runtime with the modules %2$s",
                  "scope" : "required",
                  "licenses" : [
                    {
                      "license" : {
                        "id" : "GPL-2.0-with-classpath-exception"
                      }
                    }
                  ],
                  "purl" : "pkg:generic/openjdk@%1$s"
                },
            """.formatted(value(release, "JAVA_VERSION"), value(release, "MODULES"));
    }

    private static String value(Properties release, String key) {
        String quoted = release.getProperty(key, "");
        if (!quoted.matches("\"[\\w.+ -]+\"")) {
            throw new IllegalStateException("The Java that is shipped does not say its " + key + ".");
        }
        return quoted.substring(1, quoted.length() - 1);
    }
}
