package clasp.journal.cli;

import java.nio.file.Path;

/// A journal that is to be read. Immutable.
///
/// @param left whether what is left of it is wanted, where it is damaged
public record JournalToRead(Path file, boolean left) {}
