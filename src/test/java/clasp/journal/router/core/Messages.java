package clasp.journal.router.core;

import clasp.journal.model.SignalType;
import clasp.journal.wire.Feature;
import clasp.journal.wire.GesturePhase;
import clasp.journal.wire.Message;
import clasp.journal.wire.PublishBody;
import clasp.journal.wire.SubscribeOptions;
import clasp.journal.wire.Ttl;
import clasp.journal.wire.WireValue;
import java.util.List;
import java.util.Set;

/// Messages for tests that care about one part of them.
public final class Messages {
    private Messages() {}

    /// A moment at which both clocks say the same.
    public static Moment at(long micros) {
        return new Moment(micros, micros);
    }

    public static Message.Hello hello(String token) {
        return new Message.Hello(1, Set.of(Feature.PARAM), "test", token);
    }

    public static WireValue number(double value) {
        return WireValue.Real.of(value);
    }

    public static Message.Set set(String address, double value) {
        return new Message.Set(address, number(value), null, false, false, null);
    }

    public static Message.Set set(String address, double value, long expectedRevision) {
        return new Message.Set(address, number(value), expectedRevision, false, false, null);
    }

    public static Message.Set locking(String address, double value) {
        return new Message.Set(address, number(value), null, true, false, null);
    }

    public static Message.Set unlocking(String address, double value) {
        return new Message.Set(address, number(value), null, false, true, null);
    }

    public static Message.Set living(String address, double value, Ttl ttl) {
        return new Message.Set(address, number(value), null, false, false, ttl);
    }

    public static Message.Publish publish(SignalType signal, String address, double value) {
        return publish(signal, address, new PublishBody.Single(number(value)), GesturePhase.START, null);
    }

    public static Message.Publish publish(
            SignalType signal, String address, PublishBody body, GesturePhase phase, Long timestampMicros) {
        return new Message.Publish(address, signal, body, null, null, phase, timestampMicros, null);
    }

    public static Message.Bundle bundle(Message... messages) {
        return new Message.Bundle(null, List.of(messages));
    }

    public static Message.Bundle bundleAt(long micros, Message... messages) {
        return new Message.Bundle(micros, List.of(messages));
    }

    public static Message.Subscribe subscribe(long id, String pattern, SignalType... types) {
        return subscribe(id, pattern, SubscribeOptions.NONE, types);
    }

    public static Message.Subscribe subscribe(long id, String pattern, SubscribeOptions options, SignalType... types) {
        return new Message.Subscribe(id, pattern, Set.of(types), options);
    }
}
