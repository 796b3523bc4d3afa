package clasp.journal.ui.recovery;

/// How far the answer to a question is. Immutable.
sealed interface Outcome<T> {
    /// Nothing was asked yet, or there is nothing to ask about.
    record Nothing<T>() implements Outcome<T> {}

    /// @param total negative when it is not known
    record Working<T>(long done, long total) implements Outcome<T> {}

    record Ready<T>(T value) implements Outcome<T> {}

    record Failed<T>(String sentence) implements Outcome<T> {}

    /// The user did not want to wait.
    record Stopped<T>() implements Outcome<T> {}
}
