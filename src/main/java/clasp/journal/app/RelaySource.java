package clasp.journal.app;

import clasp.journal.live.BearerToken;
import clasp.journal.live.LiveEvent;
import clasp.journal.live.RelayAddress;
import clasp.journal.live.RelayJournal;
import clasp.journal.live.RelayLimits;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.sources.RelayAccess;
import java.util.function.Consumer;

/// Connects to relays, copies their journals into temporary files, and tells the user what becomes of a connection.
/// Thread-safe.
final class RelaySource implements RelayAccess, AutoCloseable {
    private final TemporaryCopies copies = new TemporaryCopies();
    private final Notices notices;
    private final Consumer<JournalReader> ended;

    /// @param ended shows what was read of a relay before it began anew; called on the FX thread
    RelaySource(Notices notices, Consumer<JournalReader> ended) {
        this.notices = notices;
        this.ended = ended;
    }

    @Override
    public Relay at(String url, String token) {
        return new Reachable(RelayAddress.of(url), BearerToken.of(token));
    }

    /// Removes the temporary files; the journals must be closed.
    @Override
    public void close() {
        copies.close();
    }

    private final class Reachable implements Relay {
        private final RelayAddress address;
        private final BearerToken token;

        Reachable(RelayAddress address, BearerToken token) {
            this.address = address;
            this.token = token;
        }

        @Override
        public String name() {
            return address.name();
        }

        @Override
        public long test(Cancellation cancellation) {
            return RelayJournal.test(address, token, RelayLimits.STANDARD, cancellation);
        }

        @Override
        public JournalReader open(Cancellation cancellation) {
            var told = new RelayNotices(address.name(), notices, ended);
            Consumer<LiveEvent> listener = event -> FxThread.run(() -> told.tell(event));
            return RelayJournal.open(address, token, RelayLimits.STANDARD, copies, listener, cancellation);
        }
    }
}
