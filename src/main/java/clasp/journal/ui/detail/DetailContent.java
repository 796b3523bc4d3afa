package clasp.journal.ui.detail;

import clasp.journal.ui.fx.Notice;

/// What the pane has to show.
sealed interface DetailContent {
    /// No entry is selected.
    record Nothing() implements DetailContent {}

    /// The entry is being read, which takes its time.
    record Loading(long seq) implements DetailContent {}

    record Failed(long seq, Notice failure) implements DetailContent {}

    record Shown(EntryDetail detail) implements DetailContent {}
}
