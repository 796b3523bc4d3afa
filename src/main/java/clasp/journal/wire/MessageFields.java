package clasp.journal.wire;

import clasp.journal.model.SignalType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Messages from their named fields, as the JSON and the legacy form have them. Fields that the binary form has no
/// room for (the capabilities of HELLO, the meta of ANNOUNCE as a whole) are passed over, as CLASP loses them.
/// Stateless.
final class MessageFields {
    private static final int MAX_U8 = 0xFF;
    private static final int MAX_U16 = 0xFFFF;

    private MessageFields() {}

    static Message message(Fields fields) {
        return message(fields, 0);
    }

    private static Message message(Fields fields, int depth) {
        MessageKind kind = fields.named("type", MessageKind::ofName);
        return switch (kind) {
            case HELLO -> hello(fields);
            case WELCOME -> welcome(fields);
            case ANNOUNCE -> new Message.Announce(fields.text("namespace"), SignalFields.signals(fields));
            case FEDERATION_SYNC -> federationSync(fields);
            case SUBSCRIBE -> subscribe(fields);
            case UNSUBSCRIBE -> new Message.Unsubscribe(fields.u32("id"));
            case PUBLISH -> publish(fields);
            case SET -> set(fields);
            case GET -> new Message.Get(fields.text("address"));
            case SNAPSHOT -> new Message.Snapshot(params(fields));
            case REPLAY -> replay(fields);
            case BUNDLE -> new Message.Bundle(fields.optionalU64("timestamp"), messages(fields, depth));
            case SYNC -> new Message.Sync(fields.u64("t1"), fields.optionalU64("t2"), fields.optionalU64("t3"));
            case PING -> new Message.Ping();
            case PONG -> new Message.Pong();
            case ACK -> ack(fields);
            case ERROR -> error(fields);
            case QUERY -> new Message.Query(fields.text("pattern"));
            case RESULT -> new Message.Result(SignalFields.signals(fields));
        };
    }

    private static Message hello(Fields fields) {
        return new Message.Hello(
                (int) fields.integer("version", MAX_U8),
                features(fields),
                fields.text("name"),
                fields.optionalText("token"));
    }

    private static Message welcome(Fields fields) {
        return new Message.Welcome(
                (int) fields.integer("version", MAX_U8),
                features(fields),
                fields.u64("time"),
                fields.text("session"),
                fields.text("name"),
                fields.optionalText("token"));
    }

    /// Unknown features are passed over: the wire has no bit for them.
    private static Set<Feature> features(Fields fields) {
        EnumSet<Feature> features = EnumSet.noneOf(Feature.class);
        for (String text : fields.texts("features")) {
            Feature feature = Feature.of(text);
            if (feature != null) {
                features.add(feature);
            }
        }
        return features;
    }

    private static Message federationSync(Fields fields) {
        return new Message.FederationSync(
                fields.named("op", FederationOp::of),
                fields.texts("patterns"),
                fields.u64ByName("revisions"),
                fields.optionalU64("since_revision"),
                fields.optionalText("origin"));
    }

    private static Message subscribe(Fields fields) {
        Fields options = fields.optionalObject("options");
        return new Message.Subscribe(
                fields.u32("id"),
                fields.text("pattern"),
                types(fields),
                options == null
                        ? SubscribeOptions.NONE
                        : new SubscribeOptions(
                                options.optionalU32("max_rate"),
                                options.optionalReal("epsilon"),
                                options.optionalU32("history"),
                                options.optionalU32("window")));
    }

    private static Message replay(Fields fields) {
        return new Message.Replay(
                fields.text("pattern"),
                fields.optionalU64("from"),
                fields.optionalU64("to"),
                fields.optionalU32("limit"),
                types(fields));
    }

    private static Set<SignalType> types(Fields fields) {
        return EnumSets.copyOf(SignalType.class, fields.signalTypes("types"));
    }

    private static Message publish(Fields fields) {
        GesturePhase phase = fields.optionalNamed("phase", GesturePhase::of);
        return new Message.Publish(
                fields.text("address"),
                fields.optionalNamed("signal", text -> SignalType.of(text).orElse(null)),
                body(fields),
                fields.optionalU32("rate"),
                fields.optionalU32("id"),
                phase == null ? GesturePhase.START : phase,
                fields.optionalU64("timestamp"),
                fields.optional("timeline") == null ? null : fields.value("timeline"));
    }

    /// The one that CLASP would send, where there are several.
    private static PublishBody body(Fields fields) {
        WireValue value = fields.optionalValue("value");
        if (value == null) {
            value = fields.optionalValue("payload");
        }
        if (value != null) {
            return new PublishBody.Single(value);
        }
        List<Double> samples = fields.optionalReals("samples");
        return samples == null ? new PublishBody.None() : new PublishBody.Samples(samples);
    }

    private static Message set(Fields fields) {
        return new Message.Set(
                fields.text("address"),
                fields.value("value"),
                fields.optionalU64("revision"),
                fields.flag("lock"),
                fields.flag("unlock"),
                ttl(fields));
    }

    /// `"Never"`, or an object with one of `Absolute` and `Sliding`.
    private static @Nullable Ttl ttl(Fields fields) {
        var field = fields.optional("ttl");
        if (field == null) {
            return null;
        }
        if (field.isTextual() && field.textValue().equals("Never")) {
            return new Ttl.Never();
        }
        Fields ttl = field.isObject() ? fields.optionalObject("ttl") : null;
        if (ttl != null && ttl.optional("Absolute") != null) {
            return new Ttl.Absolute((int) ttl.integer("Absolute", Ttl.MAX_SECONDS));
        }
        if (ttl != null && ttl.optional("Sliding") != null) {
            return Ttl.sliding((int) ttl.integer("Sliding", Ttl.MAX_SECONDS));
        }
        throw fields.wrong("ttl", "must be \"Never\", {\"Absolute\":seconds} or {\"Sliding\":seconds}");
    }

    private static List<ParamState> params(Fields fields) {
        List<ParamState> params = new ArrayList<>();
        for (Fields param : fields.objects("params")) {
            params.add(new ParamState(
                    param.text("address"),
                    param.value("value"),
                    param.u64("revision"),
                    param.optionalText("writer"),
                    param.optionalU64("timestamp")));
        }
        return params;
    }

    private static List<Message> messages(Fields fields, int depth) {
        if (depth == BundleCodec.MAX_DEPTH) {
            throw new MessageSyntaxException("Bundles are nested deeper than " + BundleCodec.MAX_DEPTH + " levels.");
        }
        List<Message> messages = new ArrayList<>();
        for (Fields message : fields.objects("messages")) {
            messages.add(message(message, depth + 1));
        }
        return messages;
    }

    private static Message ack(Fields fields) {
        return new Message.Ack(
                fields.optionalText("address"),
                fields.optionalU64("revision"),
                fields.optionalFlag("locked"),
                fields.optionalText("holder"),
                fields.optionalU32("correlation_id"));
    }

    private static Message error(Fields fields) {
        return new Message.Error(
                (int) fields.integer("code", MAX_U16),
                fields.text("message"),
                fields.optionalText("address"),
                fields.optionalU32("correlation_id"));
    }
}
