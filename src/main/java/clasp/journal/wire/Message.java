package clasp.journal.wire;

import clasp.journal.model.SignalType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What two CLASP peers say to each other. A component that is null was not said. Numbers of type `long` are
/// unsigned: revisions and times (µs since the Unix epoch) of 64 bits, ids, rates and limits of 32. Immutable.
public sealed interface Message {
    default MessageKind kind() {
        return MessageKind.of(this);
    }

    /// A client's first message.
    ///
    /// @param token null for none; the wire cannot tell that from an empty one
    record Hello(
            int version,
            java.util.Set<Feature> features,
            String name,
            @Nullable String token) implements Message {
        public Hello {
            features = EnumSets.copyOf(Feature.class, features);
            token = noneIfEmpty(token);
        }
    }

    /// A router's answer to HELLO.
    ///
    /// @param features never with FEDERATION: CLASP's routers neither write nor read it here
    record Welcome(
            int version,
            java.util.Set<Feature> features,
            long timeMicros,
            String session,
            String name,
            @Nullable String token)
            implements Message {
        public Welcome {
            features = EnumSets.copyOf(
                    Feature.class,
                    features.stream()
                            .filter(feature -> feature != Feature.FEDERATION)
                            .toList());
            token = noneIfEmpty(token);
        }
    }

    /// The signals that a client offers below a namespace.
    record Announce(String namespace, List<SignalDefinition> signals) implements Message {
        public Announce {
            signals = List.copyOf(signals);
        }
    }

    /// Between two routers.
    ///
    /// @param revisions by address or namespace, in the order of the wire
    record FederationSync(
            FederationOp op,
            List<String> patterns,
            Map<String, Long> revisions,
            @Nullable Long sinceRevision,
            @Nullable String origin)
            implements Message {
        public FederationSync {
            patterns = List.copyOf(patterns);
            revisions = Collections.unmodifiableMap(new LinkedHashMap<>(revisions));
        }
    }

    /// @param types empty for all
    record Subscribe(long id, String pattern, java.util.Set<SignalType> types, SubscribeOptions options)
            implements Message {
        public Subscribe {
            types = EnumSets.copyOf(SignalType.class, types);
        }
    }

    record Unsubscribe(long id) implements Message {}

    /// An event, a stream, a gesture, a timeline.
    ///
    /// @param signal null where the sender did not say, which only JSON and the legacy form allow: on the wire it
    ///     becomes an event
    /// @param rate samples a second
    /// @param id tells gestures at one address from each other
    /// @param timeline keyframes as an object of their own, which only the named forms have: the binary form has no
    ///     room for it, so it is left out there, as CLASP does
    record Publish(
            String address,
            @Nullable SignalType signal,
            PublishBody body,
            @Nullable Long rate,
            @Nullable Long id,
            GesturePhase phase,
            @Nullable Long timestampMicros,
            @Nullable WireValue timeline)
            implements Message {
        /// The signal, [SignalType#EVENT] where the sender did not say.
        public SignalType signalOrEvent() {
            return signal == null ? SignalType.EVENT : signal;
        }

        /// What a journal stores of it: samples as an array of numbers, keyframes, which only legacy clients can send,
        /// as they came, `null` for nothing.
        public String valueJson() {
            return switch (body) {
                case PublishBody.Single(WireValue value) -> value.json();
                case PublishBody.Samples(List<Double> samples) ->
                    new WireValue.Array(samples.stream()
                                    .<WireValue>map(WireValue.Real::of)
                                    .toList())
                            .json();
                case PublishBody.None() -> timeline == null ? "null" : timeline.json();
            };
        }
    }

    /// @param revision from a client: the revision it expects the param to have; from a router: the new one
    record Set(
            String address,
            WireValue value,
            @Nullable Long revision,
            boolean lock,
            boolean unlock,
            @Nullable Ttl ttl) implements Message {}

    record Get(String address) implements Message {}

    /// The state, or a piece of it.
    record Snapshot(List<ParamState> params) implements Message {
        public Snapshot {
            params = List.copyOf(params);
        }
    }

    /// Asks for a journal's entries.
    ///
    /// @param types empty for all
    record Replay(
            String pattern,
            @Nullable Long fromMicros,
            @Nullable Long toMicros,
            @Nullable Long limit,
            java.util.Set<SignalType> types)
            implements Message {
        public Replay {
            types = EnumSets.copyOf(SignalType.class, types);
        }
    }

    /// Messages that take effect together.
    ///
    /// @param timestampMicros when they are to take effect
    record Bundle(@Nullable Long timestampMicros, List<Message> messages) implements Message {
        public Bundle {
            messages = List.copyOf(messages);
        }
    }

    /// Comparing clocks.
    record Sync(long t1, @Nullable Long t2, @Nullable Long t3) implements Message {}

    record Ping() implements Message {}

    record Pong() implements Message {}

    record Ack(
            @Nullable String address,
            @Nullable Long revision,
            @Nullable Boolean locked,
            @Nullable String holder,
            @Nullable Long correlationId)
            implements Message {}

    /// @param code unsigned 16 bit
    record Error(
            int code,
            String message,
            @Nullable String address,
            @Nullable Long correlationId) implements Message {}

    record Query(String pattern) implements Message {}

    /// The answer to QUERY.
    record Result(List<SignalDefinition> signals) implements Message {
        public Result {
            signals = signals.stream().map(SignalDefinition::withoutMeta).toList();
        }
    }

    private static @Nullable String noneIfEmpty(@Nullable String token) {
        return token == null || token.isEmpty() ? null : token;
    }
}
