package clasp.journal.bench;

import clasp.journal.model.SignalType;
import clasp.journal.wire.FrameWriter;
import clasp.journal.wire.Message;
import clasp.journal.wire.SubscribeOptions;
import clasp.journal.wire.WireValue;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.LongConsumer;

/// A CLASP client that knows just enough of WebSocket to put a router under load. Confined to one thread.
final class LoadClient {
    private static final int CLASP_HEADER = 4;
    private static final int SET = 0x21;
    private static final int MASKED = 0x80;
    private static final int LENGTH_IN_TWO_BYTES = 126;
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: clasp\r\n\r\n";

    private final SocketChannel channel;
    private final LongConsumer heard;
    private final ByteBuffer in = ByteBuffer.allocateDirect(1 << 17);
    private final ByteBuffer out = ByteBuffer.allocateDirect(1 << 10);
    private int subscriptions;

    private LoadClient(SocketChannel channel, LongConsumer heard) {
        this.channel = channel;
        this.heard = heard;
    }

    /// @param heard told the value of each SET that comes
    static LoadClient connect(int port, LongConsumer heard) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.write(ByteBuffer.wrap(REQUEST.getBytes(StandardCharsets.US_ASCII)));
        LoadClient client = new LoadClient(channel, heard);
        client.passOverHttp();
        client.send(new Message.Hello(1, Set.of(), "load", null));
        return client;
    }

    private void passOverHttp() throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        int ends = 0;
        while (ends < 4) {
            one.clear();
            if (channel.read(one) < 0) {
                throw new EOFException("The router hung up.");
            }
            ends = one.get(0) == '\r' || one.get(0) == '\n' ? ends + 1 : 0;
        }
    }

    /// To this as well, if it has subscribed before.
    void subscribe(String pattern) throws IOException {
        send(new Message.Subscribe(++subscriptions, pattern, Set.of(SignalType.PARAM), SubscribeOptions.NONE));
    }

    /// From now on reads and writes do not block.
    void register(Selector selector) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    void set(String address, long value) throws IOException {
        send(new Message.Set(address, WireValue.Int.of(value), null, false, false, null));
    }

    /// With a mask of zeros, which changes nothing.
    private void send(Message message) throws IOException {
        byte[] frame = FrameWriter.write(message);
        if (frame.length >= LENGTH_IN_TWO_BYTES) {
            throw new IllegalArgumentException(message + " is too long for this client");
        }
        out.clear();
        out.put((byte) 0x82)
                .put((byte) (MASKED | frame.length))
                .putInt(0)
                .put(frame)
                .flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    void close() throws IOException {
        channel.close();
    }

    /// Takes what has come.
    void read() throws IOException {
        while (channel.read(in) > 0) {
            in.flip();
            while (takeFrame()) {
                // Until what is left is no whole frame.
            }
            in.compact();
        }
    }

    private boolean takeFrame() {
        if (in.remaining() < 4) {
            return false;
        }
        int start = in.position();
        int length = in.get(start + 1) & 0x7f;
        int header = 2;
        if (length == LENGTH_IN_TWO_BYTES) {
            length = in.getShort(start + 2) & 0xffff;
            header = 4;
        }
        if (in.remaining() < header + length) {
            return false;
        }
        take(start + header, length);
        in.position(start + header + length);
        return true;
    }

    /// A SET is flags, address, value; the values here are integers of 64 bits.
    private void take(int at, int length) {
        int body = at + CLASP_HEADER;
        if (length > CLASP_HEADER && (in.get(body) & 0xff) == SET) {
            int address = in.getShort(body + 2) & 0xffff;
            heard.accept(in.getLong(body + 4 + address));
        }
    }
}
