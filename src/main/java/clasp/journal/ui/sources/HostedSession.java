package clasp.journal.ui.sources;

import clasp.journal.store.JournalReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A router that runs in this program, until it is stopped or its journal is closed. Thread-safe.
public interface HostedSession {
    /// What it writes. Closing it stops the router first.
    JournalReader journal();

    /// Short, for a tab.
    String name();

    /// Where the journal lies; empty for one in memory.
    Optional<Path> file();

    /// Where CLASP clients connect, as URLs to give to others; at least one.
    List<String> clientUrls();

    /// Where the journal can be read, as URLs to give to others; empty when it is not served.
    List<String> journalUrls();

    /// What clients must show; empty for nothing.
    String token();

    /// Does not block.
    Traffic traffic();

    /// The clients that are connected, in the order of their coming. Does not block.
    List<Guest> guests();

    /// Why it ended by itself, and serves nobody any more; empty as long as it has not. Does not block.
    Optional<String> failure();

    /// Ends all connections, stores the state as a snapshot and returns when that is done. The journal stays open.
    void stop();

    /// @param name what the client calls itself, whatever that is; empty for nothing
    /// @param session its id
    /// @param sinceMicros when it connected, µs since the Unix epoch
    /// @param subscriptions how many it has
    record Guest(String name, String session, long sinceMicros, int subscriptions) {}

    /// @param sessions clients that are connected
    /// @param subscriptions of all of them
    /// @param params in the live state
    /// @param journaled entries so far
    /// @param failed entries that the journal did not take
    /// @param dropped messages that clients were too slow for
    record Traffic(int sessions, int subscriptions, int params, long journaled, long failed, long dropped) {}
}
