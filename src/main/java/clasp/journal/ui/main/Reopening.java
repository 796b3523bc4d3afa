package clasp.journal.ui.main;

import org.jspecify.annotations.Nullable;

/// How what is in a tab is opened once more. Immutable.
///
/// @param again opens what now lies in the journal's place
/// @param left opens what is left of it where it is damaged; null for what is no file
record Reopening(Runnable again, @Nullable Runnable left) {}
