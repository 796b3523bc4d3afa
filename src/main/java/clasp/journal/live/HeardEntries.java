package clasp.journal.live;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.model.SignalType;
import clasp.journal.wire.Message;
import clasp.journal.wire.ParamState;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// What messages look like as entries of a journal. A router tells neither seq nor author, and mostly no time: the
/// author is empty, the time that of arrival. Thread-safe.
final class HeardEntries {
    private static final String UNKNOWN = "";

    private final InstantSource clock;

    HeardEntries(InstantSource clock) {
        this.clock = clock;
    }

    /// Passes on the entries that a message makes: one for a SET or a PUBLISH, those within for a BUNDLE.
    void of(Message message, Consumer<Entry> taker) {
        switch (message) {
            case Message.Set set -> taker.accept(set(set));
            case Message.Publish publish -> taker.accept(publish(publish));
            case Message.Bundle(var _, List<Message> messages) -> messages.forEach(part -> of(part, taker));
            default -> {}
        }
    }

    private Entry set(Message.Set set) {
        return new Entry(
                0,
                now(),
                UNKNOWN,
                set.address(),
                SignalType.PARAM.text(),
                set.value().json(),
                set.revision(),
                MsgType.SET);
    }

    private Entry publish(Message.Publish publish) {
        Long own = publish.timestampMicros();
        return new Entry(
                0,
                own == null ? now() : own,
                UNKNOWN,
                publish.address(),
                publish.signalOrEvent().text(),
                publish.valueJson(),
                null,
                MsgType.PUBLISH);
    }

    Param param(ParamState state) {
        return new Param(
                state.address(),
                state.value().json(),
                state.revision(),
                Objects.requireNonNullElse(state.writer(), UNKNOWN),
                state.timestampMicros() == null ? now() : state.timestampMicros());
    }

    private long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
