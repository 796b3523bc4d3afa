package clasp.journal.export;

import java.nio.file.Path;

/// What an export wrote. Immutable.
///
/// @param entries how many
/// @param bytes size of the file
/// @param file where it lies, complete
public record Exported(long entries, long bytes, Path file) {}
