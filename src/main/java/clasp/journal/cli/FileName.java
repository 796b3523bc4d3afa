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
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(refusal(text));
        }
    }

    /// Why such a text cannot name a file, and what to do.
    public static String refusal(String text) {
        return "'" + text + "' cannot be a file name here. Where names hold letters beyond"
                + " ASCII, the locale has to allow them: try again with LC_ALL=C.UTF-8";
    }
}
