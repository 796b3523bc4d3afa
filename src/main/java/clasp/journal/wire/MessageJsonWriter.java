package clasp.journal.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes the fields of each message in CLASP's order. What is absent is left out, except where CLASP writes it.
/// Confined to one thread.
final class MessageJsonWriter {
    private final FieldWriter json;

    private MessageJsonWriter(JsonGenerator json) {
        this.json = new FieldWriter(json);
    }

    static void write(Message message, JsonGenerator json) throws IOException {
        new MessageJsonWriter(json).message(message);
    }

    private void message(Message message) throws IOException {
        json.begin();
        json.text("type", message.kind().name());
        switch (message) {
            case Message.Hello hello -> hello(hello);
            case Message.Welcome welcome -> welcome(welcome);
            case Message.Announce(String namespace, var signals) -> {
                json.text("namespace", namespace);
                signals(signals);
            }
            case Message.FederationSync sync -> federationSync(sync);
            case Message.Subscribe subscribe -> subscribe(subscribe);
            case Message.Unsubscribe(long id) -> json.u32("id", id);
            case Message.Publish publish -> publish(publish);
            case Message.Set set -> set(set);
            case Message.Get(String address) -> json.text("address", address);
            case Message.Snapshot(var params) -> params(params);
            case Message.Replay replay -> replay(replay);
            case Message.Bundle(var timestamp, var messages) -> {
                json.u64("timestamp", timestamp);
                json.beginList("messages");
                for (Message inner : messages) {
                    message(inner);
                }
                json.endList();
            }
            case Message.Sync(long t1, var t2, var t3) -> {
                json.u64("t1", t1);
                json.u64("t2", t2);
                json.u64("t3", t3);
            }
            case Message.Ping(), Message.Pong() -> {}
            case Message.Ack ack -> ack(ack);
            case Message.Error(int code, String text, var address, var correlationId) -> {
                json.u32("code", (long) code);
                json.text("message", text);
                json.text("address", address);
                json.u32("correlation_id", correlationId);
            }
            case Message.Query(String pattern) -> json.text("pattern", pattern);
            case Message.Result(var signals) -> signals(signals);
        }
        json.end();
    }

    private void hello(Message.Hello hello) throws IOException {
        json.u32("version", (long) hello.version());
        json.text("name", hello.name());
        features(hello.features());
        json.text("token", hello.token());
    }

    private void welcome(Message.Welcome welcome) throws IOException {
        json.u32("version", (long) welcome.version());
        json.text("session", welcome.session());
        json.text("name", welcome.name());
        features(welcome.features());
        json.u64("time", welcome.timeMicros());
        json.text("token", welcome.token());
    }

    private void features(Set<Feature> features) throws IOException {
        json.texts("features", features.stream().map(Feature::text).toList());
    }

    private void federationSync(Message.FederationSync sync) throws IOException {
        json.text("op", sync.op().text());
        if (!sync.patterns().isEmpty()) {
            json.texts("patterns", sync.patterns());
        }
        if (!sync.revisions().isEmpty()) {
            json.begin("revisions");
            for (Map.Entry<String, Long> revision : sync.revisions().entrySet()) {
                json.u64(revision.getKey(), revision.getValue());
            }
            json.end();
        }
        json.u64("since_revision", sync.sinceRevision());
        json.text("origin", sync.origin());
    }

    private void signals(List<SignalDefinition> signals) throws IOException {
        json.beginList("signals");
        for (SignalDefinition signal : signals) {
            json.begin();
            json.text("address", signal.address());
            json.text("type", signal.type().text());
            json.text("datatype", signal.datatype());
            json.text("access", signal.access());
            meta(signal.meta());
            json.end();
        }
        json.endList();
    }

    private void meta(@Nullable SignalMeta meta) throws IOException {
        if (meta != null) {
            json.begin("meta");
            json.text("unit", meta.unit());
            if (meta.range() != null) {
                json.reals("range", List.of(meta.range().least(), meta.range().most()));
            }
            json.value("default", meta.defaultValue());
            json.text("description", meta.description());
            json.end();
        }
    }

    private void subscribe(Message.Subscribe subscribe) throws IOException {
        json.u32("id", subscribe.id());
        json.text("pattern", subscribe.pattern());
        json.signalTypes("types", subscribe.types());
        SubscribeOptions options = subscribe.options();
        if (!options.isEmpty()) {
            json.begin("options");
            json.u32("max_rate", options.maxRate());
            json.real("epsilon", options.epsilon());
            json.u32("history", options.history());
            json.u32("window", options.window());
            json.end();
        }
    }

    private void publish(Message.Publish publish) throws IOException {
        json.text("address", publish.address());
        json.text("signal", publish.signal() == null ? null : publish.signal().text());
        switch (publish.body()) {
            case PublishBody.None() -> {}
            case PublishBody.Single(WireValue value) -> json.value("value", value);
            case PublishBody.Samples(List<Double> samples) -> json.reals("samples", samples);
        }
        json.u32("rate", publish.rate());
        json.u32("id", publish.id());
        json.text("phase", publish.phase().text());
        json.u64("timestamp", publish.timestampMicros());
        json.value("timeline", publish.timeline());
    }

    private void set(Message.Set set) throws IOException {
        json.text("address", set.address());
        json.value("value", set.value());
        json.u64("revision", set.revision());
        json.flag("lock", set.lock());
        json.flag("unlock", set.unlock());
        switch (set.ttl()) {
            case null -> {}
            case Ttl.Never() -> json.text("ttl", "Never");
            case Ttl.Absolute(int seconds) -> ttl("Absolute", seconds);
            case Ttl.Sliding(int seconds) -> ttl("Sliding", seconds);
        }
    }

    private void ttl(String kind, long seconds) throws IOException {
        json.begin("ttl");
        json.u32(kind, seconds);
        json.end();
    }

    private void params(List<ParamState> params) throws IOException {
        json.beginList("params");
        for (ParamState param : params) {
            json.begin();
            json.text("address", param.address());
            json.value("value", param.value());
            json.u64("revision", param.revision());
            json.text("writer", param.writer());
            json.u64("timestamp", param.timestampMicros());
            json.end();
        }
        json.endList();
    }

    private void replay(Message.Replay replay) throws IOException {
        json.text("pattern", replay.pattern());
        json.u64("from", replay.fromMicros());
        json.u64("to", replay.toMicros());
        json.u32("limit", replay.limit());
        json.signalTypes("types", replay.types());
    }

    private void ack(Message.Ack ack) throws IOException {
        json.text("address", ack.address());
        json.u64("revision", ack.revision());
        json.flag("locked", ack.locked());
        json.text("holder", ack.holder());
        json.u32("correlation_id", ack.correlationId());
    }
}
