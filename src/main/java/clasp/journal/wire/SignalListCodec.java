package clasp.journal.wire;

import clasp.journal.model.SignalType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// ANNOUNCE and RESULT, which list signals. Stateless.
final class SignalListCodec {
    private static final int DATATYPE = 0x01;
    private static final int ACCESS = 0x02;
    private static final int META = 0x04;

    private static final int UNIT = 0x01;
    private static final int RANGE = 0x02;
    private static final int DEFAULT = 0x04;
    private static final int DESCRIPTION = 0x08;

    private SignalListCodec() {}

    static Message readAnnounce(ByteSource in) {
        String namespace = in.text("namespace");
        return new Message.Announce(namespace, readSignals(in, true));
    }

    static void write(Message.Announce announce, ByteSink out) {
        out.text(announce.namespace(), "namespace");
        writeSignals(announce.signals(), out);
    }

    static Message readResult(ByteSource in) {
        return new Message.Result(readSignals(in, false));
    }

    static void write(Message.Result result, ByteSink out) {
        writeSignals(result.signals(), out);
    }

    private static List<SignalDefinition> readSignals(ByteSource in, boolean withMeta) {
        List<SignalDefinition> signals = new ArrayList<>();
        for (int left = in.u16("number of signals"); left > 0; left--) {
            String address = in.text("address");
            int typeOffset = in.offset();
            SignalType type = SignalCodes.ofCode(in.u8("signal type"), typeOffset);
            int given = in.u8("set of options");
            String datatype = (given & DATATYPE) == 0 ? null : in.text("datatype");
            String access = (given & ACCESS) == 0 ? null : in.text("access");
            SignalMeta meta = withMeta && (given & META) != 0 ? readMeta(in) : null;
            signals.add(new SignalDefinition(address, type, datatype, access, meta));
        }
        return signals;
    }

    private static SignalMeta readMeta(ByteSource in) {
        int given = in.u8("set of meta fields");
        String unit = (given & UNIT) == 0 ? null : in.text("unit");
        SignalMeta.Range range =
                (given & RANGE) == 0 ? null : new SignalMeta.Range(in.f64("range's least"), in.f64("range's most"));
        WireValue defaultValue = (given & DEFAULT) == 0 ? null : ValueCodec.readTyped(in);
        String description = (given & DESCRIPTION) == 0 ? null : in.text("description");
        return new SignalMeta(unit, range, defaultValue, description);
    }

    private static void writeSignals(List<SignalDefinition> signals, ByteSink out) {
        out.count(signals.size(), "signals");
        for (SignalDefinition signal : signals) {
            out.text(signal.address(), "address");
            out.u8(SignalCodes.code(signal.type()), "signal type");
            out.u8(
                    flag(signal.datatype(), DATATYPE) | flag(signal.access(), ACCESS) | flag(signal.meta(), META),
                    "set of options");
            if (signal.datatype() != null) {
                out.text(signal.datatype(), "datatype");
            }
            if (signal.access() != null) {
                out.text(signal.access(), "access");
            }
            if (signal.meta() != null) {
                writeMeta(signal.meta(), out);
            }
        }
    }

    private static void writeMeta(SignalMeta meta, ByteSink out) {
        out.u8(
                flag(meta.unit(), UNIT)
                        | flag(meta.range(), RANGE)
                        | flag(meta.defaultValue(), DEFAULT)
                        | flag(meta.description(), DESCRIPTION),
                "set of meta fields");
        if (meta.unit() != null) {
            out.text(meta.unit(), "unit");
        }
        if (meta.range() != null) {
            out.f64(meta.range().least());
            out.f64(meta.range().most());
        }
        if (meta.defaultValue() != null) {
            ValueCodec.writeTyped(meta.defaultValue(), out);
        }
        if (meta.description() != null) {
            out.text(meta.description(), "description");
        }
    }

    private static int flag(@Nullable Object component, int flag) {
        return component == null ? 0 : flag;
    }
}
