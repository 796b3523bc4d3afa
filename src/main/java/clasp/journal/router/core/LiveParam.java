package clasp.journal.router.core;

import clasp.journal.model.Param;
import clasp.journal.wire.Message;
import clasp.journal.wire.MessageSyntaxException;
import clasp.journal.wire.ParamState;
import clasp.journal.wire.Ttl;
import clasp.journal.wire.WireValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A param as it stands in a router. Immutable.
///
/// @param revision unsigned 64 bit, from 1
/// @param writer the session that wrote it last
/// @param timestampMicros when that was, µs since the Unix epoch
/// @param sinceMicros from when its time to live counts, by the clock that only goes forward
/// @param lockHolder the only session that may write it; null when every one may
/// @param ttl null for none
public record LiveParam(
        String address,
        WireValue value,
        long revision,
        String writer,
        long timestampMicros,
        long sinceMicros,
        @Nullable String lockHolder,
        @Nullable Ttl ttl) {
    private static final long MICROS = 1_000_000;
    private static final long OVERHEAD = 64;

    /// One from a journal. Locks and times to live are not recorded there. A value that no reader of CLASP's could
    /// read is null here, as it is to them.
    public static LiveParam recovered(Param param) {
        return new LiveParam(
                param.address(),
                valueOf(param.valueJson()),
                param.revision(),
                param.writer(),
                param.timestampMicros(),
                0,
                null,
                null);
    }

    /// The value that this JSON text stands for; null for a text that is none.
    public static WireValue valueOf(String json) {
        try {
            return WireValue.ofJson(json);
        } catch (MessageSyntaxException notJson) {
            return new WireValue.Null();
        }
    }

    LiveParam used(long steadyMicros) {
        return ttl instanceof Ttl.Sliding
                ? new LiveParam(address, value, revision, writer, timestampMicros, steadyMicros, lockHolder, ttl)
                : this;
    }

    LiveParam unlocked() {
        return new LiveParam(address, value, revision, writer, timestampMicros, sinceMicros, null, ttl);
    }

    boolean expired(long steadyMicros) {
        return switch (ttl) {
            case null -> false;
            case Ttl.Never() -> false;
            case Ttl.Absolute(int seconds) -> steadyMicros - sinceMicros >= seconds * MICROS;
            case Ttl.Sliding(int seconds) -> steadyMicros - sinceMicros >= seconds * MICROS;
        };
    }

    /// How much memory it takes, about in bytes.
    long weight() {
        return OVERHEAD + 2L * address.length() + weight(value);
    }

    private static long weight(WireValue value) {
        return switch (value) {
            case WireValue.Text(String text) -> 2L * text.length();
            case WireValue.Bytes(byte[] bytes) -> bytes.length;
            case WireValue.Array(var items) ->
                items.stream().mapToLong(item -> OVERHEAD + weight(item)).sum();
            case WireValue.Map(var members) ->
                members.stream()
                        .mapToLong(member -> OVERHEAD + 2L * member.key().length() + weight(member.value()))
                        .sum();
            case WireValue.Null _, WireValue.Bool _, WireValue.Int _, WireValue.Real _ -> 0;
        };
    }

    boolean canExpire() {
        return ttl != null && !(ttl instanceof Ttl.Never);
    }

    /// Why no client can be told of it, as a sentence; empty when one can. Only a journal can bring such in.
    public Optional<String> untellable() {
        return Pieces.problem(new Message.Snapshot(List.of(state())));
    }

    /// As SNAPSHOT tells it.
    ParamState state() {
        return new ParamState(address, value, revision, writer, timestampMicros);
    }

    /// As a journal's snapshot holds it.
    public Param param() {
        return new Param(address, value.json(), revision, writer, timestampMicros);
    }
}
