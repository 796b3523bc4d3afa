package clasp.journal.router;

/// How a router fares. Immutable.
///
/// @param sessions clients that are connected
/// @param subscriptions of all of them
/// @param params that it holds
/// @param journaled entries that it appended to the journal
/// @param failed entries that the journal did not take
/// @param dropped messages that sessions were too slow for, also those of sessions that have gone
public record RouterStatistics(int sessions, int subscriptions, int params, long journaled, long failed, long dropped) {
    static final RouterStatistics NONE = new RouterStatistics(0, 0, 0, 0, 0, 0);
}
