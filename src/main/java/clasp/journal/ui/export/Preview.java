package clasp.journal.ui.export;

/// How the file will begin, as far as that is known. Immutable.
sealed interface Preview {
    record Loading() implements Preview {}

    /// @param openEnded whether entries that are not shown may bring further columns
    record Lines(String text, boolean openEnded) implements Preview {}

    /// No entry matches.
    record Empty() implements Preview {}

    /// The format is no text.
    record NoText() implements Preview {}

    record Failed(String sentence) implements Preview {}
}
