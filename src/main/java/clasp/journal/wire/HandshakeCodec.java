package clasp.journal.wire;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// HELLO and WELCOME. Stateless.
final class HandshakeCodec {
    private HandshakeCodec() {}

    static Message readHello(ByteSource in) {
        int version = in.u8("version");
        Set<Feature> features = readFeatures(in);
        String name = in.text("name");
        return new Message.Hello(version, features, name, in.text("token"));
    }

    static void write(Message.Hello hello, ByteSink out) {
        out.u8(hello.version(), "version");
        writeFeatures(hello.features(), out);
        out.text(hello.name(), "name");
        writeToken(hello.token(), out);
    }

    static Message readWelcome(ByteSource in) {
        int version = in.u8("version");
        Set<Feature> features = readFeatures(in);
        long time = in.i64("server time");
        String session = in.text("session id");
        String name = in.text("server name");
        return new Message.Welcome(version, features, time, session, name, in.text("token"));
    }

    static void write(Message.Welcome welcome, ByteSink out) {
        out.u8(welcome.version(), "version");
        writeFeatures(welcome.features(), out);
        out.i64(welcome.timeMicros());
        out.text(welcome.session(), "session id");
        out.text(welcome.name(), "server name");
        writeToken(welcome.token(), out);
    }

    /// Bits that mean nothing yet are passed over.
    private static Set<Feature> readFeatures(ByteSource in) {
        int bits = in.u8("set of features");
        EnumSet<Feature> features = EnumSet.noneOf(Feature.class);
        for (Feature feature : Feature.values()) {
            if ((bits & feature.bit()) != 0) {
                features.add(feature);
            }
        }
        return features;
    }

    private static void writeFeatures(Set<Feature> features, ByteSink out) {
        int bits = 0;
        for (Feature feature : features) {
            bits |= feature.bit();
        }
        out.u8(bits, "set of features");
    }

    private static void writeToken(@Nullable String token, ByteSink out) {
        out.text(token == null ? "" : token, "token");
    }
}
