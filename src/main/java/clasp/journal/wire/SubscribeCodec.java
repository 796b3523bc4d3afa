package clasp.journal.wire;

import clasp.journal.model.SignalType;
import java.util.Set;

/// SUBSCRIBE. Stateless.
final class SubscribeCodec {
    private static final int MAX_RATE = 0x01;
    private static final int EPSILON = 0x02;
    private static final int HISTORY = 0x04;
    private static final int WINDOW = 0x08;

    private SubscribeCodec() {}

    static Message read(ByteSource in) {
        long id = in.u32("subscription id");
        String pattern = in.text("pattern");
        Set<SignalType> types = SignalCodes.ofMask(in.u8("type mask"));
        int given = in.u8("set of options");
        Long maxRate = (given & MAX_RATE) == 0 ? null : (Long) in.u32("greatest rate");
        Double epsilon = (given & EPSILON) == 0 ? null : (Double) in.f64("epsilon");
        Long history = (given & HISTORY) == 0 ? null : (Long) in.u32("history");
        Long window = (given & WINDOW) == 0 ? null : (Long) in.u32("window");
        return new Message.Subscribe(id, pattern, types, new SubscribeOptions(maxRate, epsilon, history, window));
    }

    static void write(Message.Subscribe subscribe, ByteSink out) {
        out.u32(subscribe.id(), "subscription id");
        out.text(subscribe.pattern(), "pattern");
        out.u8(SignalCodes.mask(subscribe.types()), "type mask");
        SubscribeOptions options = subscribe.options();
        out.u8(
                (options.maxRate() == null ? 0 : MAX_RATE)
                        | (options.epsilon() == null ? 0 : EPSILON)
                        | (options.history() == null ? 0 : HISTORY)
                        | (options.window() == null ? 0 : WINDOW),
                "set of options");
        if (options.maxRate() != null) {
            out.u32(options.maxRate(), "greatest rate");
        }
        if (options.epsilon() != null) {
            out.f64(options.epsilon());
        }
        if (options.history() != null) {
            out.u32(options.history(), "history");
        }
        if (options.window() != null) {
            out.u32(options.window(), "window");
        }
    }
}
