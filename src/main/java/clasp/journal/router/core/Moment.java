package clasp.journal.router.core;

/// When something happens, by two clocks. Immutable.
///
/// @param micros what time it is, for what is recorded and told: µs since the Unix epoch
/// @param steadyMicros for how long something takes: µs by a clock that only goes forward, whoever sets the other
public record Moment(long micros, long steadyMicros) {}
