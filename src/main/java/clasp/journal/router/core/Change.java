package clasp.journal.router.core;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.SignalType;
import clasp.journal.wire.Message;
import clasp.journal.wire.PublishBody;
import clasp.journal.wire.WireValue;
import org.jspecify.annotations.Nullable;

/// Something that happened: what the journal keeps and what subscribers hear of. Immutable.
public sealed interface Change {
    String address();

    SignalType signal();

    /// The session that caused it.
    String author();

    /// What the journal keeps; its seq is yet to be assigned.
    Entry entry();

    /// What subscribers are sent.
    Message broadcast();

    /// The number that it brings; null when it brings none.
    default @Nullable Double number() {
        return switch (value()) {
            case WireValue.Int(var _, long number) -> (double) number;
            case WireValue.Real(boolean _, double number) -> number;
            case null, default -> null;
        };
    }

    @Nullable
    WireValue value();

    /// A SET that was accepted.
    ///
    /// @param before null for a param that was not there
    /// @param request as the client sent it
    record ParamSet(@Nullable LiveParam before, LiveParam after, Message.Set request) implements Change {
        @Override
        public String address() {
            return after.address();
        }

        @Override
        public SignalType signal() {
            return SignalType.PARAM;
        }

        @Override
        public String author() {
            return after.writer();
        }

        @Override
        public WireValue value() {
            return after.value();
        }

        @Override
        public Entry entry() {
            return new Entry(
                    0,
                    after.timestampMicros(),
                    after.writer(),
                    after.address(),
                    SignalType.PARAM.text(),
                    after.value().json(),
                    after.revision(),
                    MsgType.SET);
        }

        @Override
        public Message broadcast() {
            return new Message.Set(
                    after.address(), after.value(), after.revision(), request.lock(), request.unlock(), request.ttl());
        }

        /// What its sender is told.
        Message ack() {
            boolean locked = after.lockHolder() != null;
            return new Message.Ack(after.address(), after.revision(), locked ? true : null, after.lockHolder(), null);
        }
    }

    /// A PUBLISH.
    ///
    /// @param receivedMicros when it came, which counts where its sender gave no time
    record Published(Message.Publish message, String author, long receivedMicros) implements Change {
        @Override
        public String address() {
            return message.address();
        }

        @Override
        public SignalType signal() {
            return message.signalOrEvent();
        }

        @Override
        public @Nullable WireValue value() {
            return switch (message.body()) {
                case PublishBody.Single(WireValue value) -> value;
                case PublishBody.None(), PublishBody.Samples _ -> null;
            };
        }

        @Override
        public Entry entry() {
            Long own = message.timestampMicros();
            return new Entry(
                    0,
                    own == null ? receivedMicros : own,
                    author,
                    message.address(),
                    signal().text(),
                    message.valueJson(),
                    null,
                    MsgType.PUBLISH);
        }

        @Override
        public Message broadcast() {
            return message;
        }
    }
}
