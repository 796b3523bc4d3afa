package clasp.journal.live;

import clasp.journal.testing.Connections;
import clasp.journal.testing.FrameAssembly;
import clasp.journal.wire.FrameWriter;
import clasp.journal.wire.Message;
import clasp.journal.wire.ParamState;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/// A router written byte by byte, so that it can do what none should: cut a frame in two, send rubbish, fall silent.
/// Thread-safe.
public final class HostileRouter implements AutoCloseable {
    /// What is done with one connection.
    @FunctionalInterface
    public interface Script {
        void play(Line line) throws Exception;
    }

    /// What clients said.
    final List<Message> heard = new CopyOnWriteArrayList<>();

    private final BlockingQueue<Script> scripts = new LinkedBlockingQueue<>();
    private final Connections connections;

    public HostileRouter() throws IOException {
        this(0);
    }

    HostileRouter(int port) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        connections = new Connections(server, this::play);
    }

    public int port() {
        return connections.port();
    }

    RouterAddress address() {
        return RouterAddress.of("ws://127.0.0.1:" + port());
    }

    /// Plays this with the next connection; with those that have no script, nothing.
    public HostileRouter next(Script script) {
        scripts.add(script);
        return this;
    }

    private void play(Socket socket) {
        try (socket) {
            Line line = new Line(socket);
            Script script = scripts.poll();
            if (script != null) {
                script.play(line);
            }
        } catch (Exception theClientHasGone) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        connections.close();
    }

    /// One connection. Used by one thread.
    public final class Line {
        private static final int FINAL = 0x80;
        private static final int BINARY = 2;
        private static final int PING = 9;
        private static final int PONG = 10;

        private record RawFrame(int opcode, byte[] payload) {}

        private final FrameAssembly assembly = new FrameAssembly();
        private final Socket socket;
        private final DataInputStream in;
        private final OutputStream out;

        private Line(Socket socket) throws Exception {
            this.socket = socket;
            in = new DataInputStream(socket.getInputStream());
            out = socket.getOutputStream();
            String key = "";
            for (String header = header(); !header.isEmpty(); header = header()) {
                if (header.toLowerCase(java.util.Locale.ROOT).startsWith("sec-websocket-key:")) {
                    key = header.substring(header.indexOf(':') + 1).strip();
                }
            }
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest)
                            + "\r\nSec-WebSocket-Protocol: clasp\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        private String header() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        /// Greets and answers as a router does, until the client's subscriptions are in force.
        public void behave(ParamState... state) throws IOException {
            for (int pings = 0; pings < 2; ) {
                switch (read()) {
                    case Message.Hello _ -> {
                        send(new Message.Welcome(1, Set.of(), 0, "s", "hostile", null));
                        send(new Message.Snapshot(List.of()));
                    }
                    case Message.Subscribe _ -> send(new Message.Snapshot(Arrays.asList(state)));
                    case Message.Ping _ -> {
                        send(new Message.Pong());
                        pings++;
                    }
                    default -> {}
                }
            }
        }

        /// Greets, and returns when the client has asked for the history.
        void beginHistory() throws IOException {
            while (!(read() instanceof Message.Replay)) {
                send(new Message.Welcome(1, Set.of(), 0, "s", "hostile", null));
            }
        }

        /// Answers PINGs until the client is gone.
        public void stayAlive() throws IOException {
            while (true) {
                if (read() instanceof Message.Ping) {
                    send(new Message.Pong());
                }
            }
        }

        Message read() throws IOException {
            while (true) {
                RawFrame frame = readFrame();
                if (frame.opcode() == BINARY) {
                    Message message =
                            assembly.add(ByteBuffer.wrap(frame.payload()), true).orElseThrow();
                    heard.add(message);
                    return message;
                }
            }
        }

        /// Returns when the client has taken everything that was sent: it answers in order.
        void awaitTaken() throws IOException {
            sendFrame(FINAL | PING, new byte[0]);
            RawFrame answer = readFrame();
            while (answer.opcode() != PONG) {
                answer = readFrame();
            }
        }

        private RawFrame readFrame() throws IOException {
            int first = in.readUnsignedByte();
            int second = in.readUnsignedByte() & 0x7F;
            int length = second == 126 ? in.readUnsignedShort() : second;
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            return new RawFrame(first & 0x0F, payload);
        }

        public void send(Message message) throws IOException {
            sendFrame(0x82, FrameWriter.write(message));
        }

        /// In so many fragments.
        void sendInPieces(Message message, int pieces) throws IOException {
            byte[] frame = FrameWriter.write(message);
            int size = Math.max(1, frame.length / pieces);
            for (int at = 0; at < frame.length; at += size) {
                int end = Math.min(frame.length, at + size);
                int opcode = (at == 0 ? 0x02 : 0) | (end == frame.length ? 0x80 : 0);
                sendFrame(opcode, Arrays.copyOfRange(frame, at, end));
            }
        }

        void sendFrame(int opcode, byte[] payload) throws IOException {
            sendBytes(framed(opcode, payload));
        }

        public void sendBytes(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /// Half of a frame, and then a reset, which takes what the client has not read yet.
        void resetWithin(Message message) throws IOException {
            socket.setSoLinger(true, 0);
            cutWithin(message);
        }

        /// The connection is gone, as after the end of a process.
        void cut() throws IOException {
            socket.close();
        }

        /// Half of a frame, and then the connection is gone.
        void cutWithin(Message message) throws IOException {
            sendHalf(message);
            socket.close();
        }

        /// Half of a frame, and then nothing more, but what the client says is still read.
        void endWithin(Message message) throws IOException {
            sendHalf(message);
            socket.shutdownOutput();
        }

        private void sendHalf(Message message) throws IOException {
            byte[] whole = framed(0x82, FrameWriter.write(message));
            sendBytes(Arrays.copyOf(whole, whole.length / 2));
        }
    }

    /// The WebSocket frame of a message.
    public static byte[] framed(Message message) {
        return framed(0x82, FrameWriter.write(message));
    }

    private static byte[] framed(int opcode, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 10);
        frame.put((byte) opcode);
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else if (payload.length < 1 << 16) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        frame.put(payload);
        return Arrays.copyOf(frame.array(), frame.position());
    }
}
