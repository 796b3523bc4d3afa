package clasp.journal.store;

import java.time.Duration;

/// What a recording is doing. Immutable.
public sealed interface RecordingState {
    /// Whether it is over: nothing will be added any more.
    default boolean isOver() {
        return this instanceof Ended;
    }

    /// The history of the router's journal is read; what happens meanwhile waits its turn.
    record Replaying() implements RecordingState {}

    /// Everything that the router tells is recorded.
    record Running() implements RecordingState {}

    /// There is no connection; what happens meanwhile is not recorded.
    ///
    /// @param sentence why
    /// @param nextTry until it is tried again, counted from the loss
    /// @param wantsToken whether another token would help, see [Guarded#useToken]
    record Disconnected(String sentence, Duration nextTry, boolean wantsToken) implements RecordingState {}

    /// What comes in cannot be stored. It waits in memory, as far as there is room, and is tried again and again.
    ///
    /// @param sentence why
    record Blocked(String sentence) implements RecordingState {}

    /// Stopped.
    ///
    /// @param sentence what was lost at the end, or why it ended by itself; empty when it was stopped and all of it
    ///     is stored
    record Ended(String sentence) implements RecordingState {}
}
