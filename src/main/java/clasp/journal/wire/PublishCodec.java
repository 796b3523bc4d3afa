package clasp.journal.wire;

import clasp.journal.model.SignalType;
import java.util.ArrayList;
import java.util.List;

/// PUBLISH. Whether a rate is there shows only in whether four bytes are left. Stateless.
final class PublishCodec {
    private static final int SIGNAL_SHIFT = 5;
    private static final int TIMESTAMP = 0x10;
    private static final int ID = 0x08;
    private static final int PHASE_MASK = 0x07;

    private static final int NOTHING = 0;
    private static final int VALUE = 1;
    private static final int SAMPLES = 2;
    private static final int RATE_BYTES = 4;

    private PublishCodec() {}

    static Message read(ByteSource in) {
        int flagsOffset = in.offset();
        int flags = in.u8("set of flags");
        SignalType signal = SignalCodes.ofCode(flags >> SIGNAL_SHIFT, flagsOffset);
        GesturePhase phase = GesturePhase.ofCode(flags & PHASE_MASK);
        if (phase == null) {
            throw new WireException(
                    "There is no gesture phase " + (flags & PHASE_MASK) + "; the highest is 3.", flagsOffset);
        }
        String address = in.text("address");
        PublishBody body = readBody(in);
        Long timestamp = (flags & TIMESTAMP) == 0 ? null : (Long) in.i64("timestamp");
        Long id = (flags & ID) == 0 ? null : (Long) in.u32("gesture id");
        Long rate = in.remaining() < RATE_BYTES ? null : (Long) in.u32("rate");
        return new Message.Publish(address, signal, body, rate, id, phase, timestamp, null);
    }

    static void write(Message.Publish publish, ByteSink out) {
        out.u8(
                SignalCodes.code(publish.signalOrEvent()) << SIGNAL_SHIFT
                        | (publish.timestampMicros() == null ? 0 : TIMESTAMP)
                        | (publish.id() == null ? 0 : ID)
                        | publish.phase().code(),
                "set of flags");
        out.text(publish.address(), "address");
        writeBody(publish.body(), out);
        if (publish.timestampMicros() != null) {
            out.i64(publish.timestampMicros());
        }
        if (publish.id() != null) {
            out.u32(publish.id(), "gesture id");
        }
        if (publish.rate() != null) {
            out.u32(publish.rate(), "rate");
        }
    }

    private static PublishBody readBody(ByteSource in) {
        int kindOffset = in.offset();
        int kind = in.u8("kind of content");
        return switch (kind) {
            case NOTHING -> new PublishBody.None();
            case VALUE -> new PublishBody.Single(ValueCodec.readTyped(in));
            case SAMPLES -> new PublishBody.Samples(readSamples(in));
            default ->
                throw new WireException("There is no kind of content " + kind + "; the highest is 2.", kindOffset);
        };
    }

    private static List<Double> readSamples(ByteSource in) {
        List<Double> samples = new ArrayList<>();
        for (int left = in.u16("number of samples"); left > 0; left--) {
            samples.add(in.f64("sample"));
        }
        return samples;
    }

    private static void writeBody(PublishBody body, ByteSink out) {
        switch (body) {
            case PublishBody.None() -> out.u8(NOTHING, "kind of content");
            case PublishBody.Single(WireValue value) -> {
                out.u8(VALUE, "kind of content");
                ValueCodec.writeTyped(value, out);
            }
            case PublishBody.Samples(List<Double> samples) -> {
                out.u8(SAMPLES, "kind of content");
                out.count(samples.size(), "samples");
                for (double sample : samples) {
                    out.f64(sample);
                }
            }
        }
    }
}
