package clasp.journal.router;

/// Somebody who is connected to a router. Immutable.
///
/// @param name what it calls itself; empty for nothing, and until it says HELLO
/// @param session its id, which is the author of what it writes
/// @param sinceMicros when it connected, µs since the Unix epoch
/// @param subscriptions how many it has
public record ConnectedClient(String name, String session, long sinceMicros, int subscriptions) {}
