package clasp.journal.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the name of a file. Stateless.
public final class FileName implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        try {
            return of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(refusal(text));
        }
    }

    /// @throws InvalidPathException for a text that cannot name a file: [#refusal] says why
    public static Path of(String text) {
        if (text.isEmpty()) {
            // Java would take it for the current folder.
            throw new InvalidPathException(text, "empty");
        }
        return Path.of(text);
    }

    /// Why such a text cannot name a file, and what to do.
    public static String refusal(String text) {
        if (text.isEmpty()) {
            return "A file needs a name, but an empty one is given";
        }
        return "'" + text + "' cannot be a file name here. Where names hold letters beyond"
                + " ASCII, the locale has to allow them: try again with LC_ALL=C.UTF-8";
    }
}
