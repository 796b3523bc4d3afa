package clasp.journal.app;

import clasp.journal.live.BearerToken;
import clasp.journal.live.LiveEvent;
import clasp.journal.live.Portion;
import clasp.journal.live.RelayAddress;
import clasp.journal.live.RelayJournal;
import clasp.journal.live.RelayLimits;
import clasp.journal.model.RefusedException;
import clasp.journal.model.TimeRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.sources.RelayAccess;
import clasp.journal.ui.sources.RelayPart;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Connects to relays, copies their journals into temporary files, and tells the user what becomes of a connection.
/// Thread-safe.
final class RelaySource implements RelayAccess, AutoCloseable {
    private final TemporaryCopies copies = new TemporaryCopies();
    private final Notices notices;
    private final Consumer<JournalReader> ended;
    private final BiConsumer<String, Consumer<String>> tokens;

    /// @param ended shows what was read of a relay before it began anew; called on the FX thread
    /// @param tokens asks for a token that the relay of this URL takes; called on the FX thread
    RelaySource(Notices notices, Consumer<JournalReader> ended, BiConsumer<String, Consumer<String>> tokens) {
        this.tokens = tokens;
        this.notices = notices;
        this.ended = ended;
    }

    @Override
    public Relay at(String url, String token, RelayPart part) {
        return new Reachable(url, RelayAddress.of(url), BearerToken.of(token), portion(part));
    }

    private static Portion portion(RelayPart part) {
        AddressPattern pattern = part.pattern().isEmpty() ? Portion.ALL.pattern() : AddressPattern.of(part.pattern());
        pattern.problem().ifPresent(sentence -> {
            throw new RefusedException(Texts.text("sources.part.problem", part.pattern(), sentence));
        });
        Duration last = part.last();
        TimeRange time = last == null
                ? TimeRange.ALL
                : new TimeRange(
                        ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now().minus(last)), -1);
        return new Portion(pattern, part.types(), time);
    }

    /// Removes the temporary files; the journals must be closed.
    @Override
    public void close() {
        copies.close();
    }

    private final class Reachable implements Relay {
        private final String url;
        private final RelayAddress address;
        private final BearerToken token;
        private final Portion portion;

        Reachable(String url, RelayAddress address, BearerToken token, Portion portion) {
            this.portion = portion;
            this.url = url;
            this.address = address;
            this.token = token;
        }

        @Override
        public String name() {
            return address.name();
        }

        @Override
        public String url() {
            return url;
        }

        @Override
        public Relay withToken(String another) {
            return new Reachable(url, address, BearerToken.of(another), portion);
        }

        @Override
        public long test(Cancellation cancellation) {
            return RelayJournal.test(address, token, RelayLimits.STANDARD, cancellation);
        }

        @Override
        public JournalReader open(Cancellation cancellation) {
            var opened = new AtomicReference<@Nullable RelayJournal>();
            var told = new RelayNotices(
                    address.name(), notices, ended, () -> tokens.accept(url, typed -> use(opened.get(), typed)));
            Consumer<LiveEvent> listener = event -> FxThread.run(() -> told.tell(event));
            RelayJournal journal =
                    RelayJournal.open(address, token, portion, RelayLimits.STANDARD, copies, listener, cancellation);
            opened.set(journal);
            return journal;
        }

        private static void use(@Nullable RelayJournal journal, String token) {
            if (journal != null) {
                journal.useToken(token);
            }
        }
    }
}
