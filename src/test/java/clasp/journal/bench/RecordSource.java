package clasp.journal.bench;

import clasp.journal.live.HostileRouter;
import clasp.journal.model.SignalType;
import clasp.journal.wire.GesturePhase;
import clasp.journal.wire.Message;
import clasp.journal.wire.PublishBody;
import clasp.journal.wire.WireValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Another process that looks like a router to whoever subscribes, and sends entries at a steady rate: SETs, PUBLISHes
/// and, if wanted, several of them in a BUNDLE. Used by one thread.
final class RecordSource implements AutoCloseable {
    private static final int BATCHES_A_SECOND = 200;

    private final Process process;
    private final int port;

    private RecordSource(Process process) throws IOException {
        this.process = process;
        port = Integer.parseInt(line(process));
    }

    /// @param bundled how many entries are sent together; 1 for each in a frame of its own
    static RecordSource start(long entriesPerSecond, long seconds, int bundled) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                RecordSource.class.getName(),
                Long.toString(entriesPerSecond),
                Long.toString(seconds),
                Integer.toString(bundled));
        return new RecordSource(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    String url() {
        return "ws://127.0.0.1:" + port;
    }

    /// Waits until all is sent; returns how many seconds that took.
    double awaitSent() throws IOException {
        return Double.parseDouble(line(process));
    }

    private static String line(Process process) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = process.getInputStream().read();
                c != '\n';
                c = process.getInputStream().read()) {
            if (c < 0) {
                throw new IOException("the source did not start, or broke off");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() {
        process.destroy();
    }

    /// The other process: sends to the first one that subscribes, then answers until it is ended.
    public static void main(String[] arguments) throws Exception {
        long rate = Long.parseLong(arguments[0]);
        long seconds = Long.parseLong(arguments[1]);
        int bundled = Integer.parseInt(arguments[2]);
        HostileRouter router = new HostileRouter();
        router.next(line -> {
            line.behave();
            long begin = System.nanoTime();
            long sent = 0;
            for (long batch = 1; sent < rate * seconds; batch++) {
                long due = Math.min(rate * seconds, rate * batch / BATCHES_A_SECOND);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                while (sent < due) {
                    int count = (int) Math.min(bundled, due - sent);
                    bytes.writeBytes(HostileRouter.framed(message(sent, count)));
                    sent += count;
                }
                line.sendBytes(bytes.toByteArray());
                long next = begin + batch * 1_000_000_000 / BATCHES_A_SECOND;
                Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
            }
            say(Double.toString((System.nanoTime() - begin) / 1e9));
            line.stayAlive();
        });
        say(Integer.toString(router.port()));
        Thread.sleep(Long.MAX_VALUE);
    }

    private static void say(String line) {
        System.out.writeBytes((line + "\n").getBytes(StandardCharsets.US_ASCII));
        System.out.flush();
    }

    private static Message message(long first, int count) {
        if (count == 1) {
            return message(first);
        }
        List<Message> together = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            together.add(message(first + i));
        }
        return new Message.Bundle(null, together);
    }

    /// The value tells which entry it is.
    private static Message message(long number) {
        String address = "/bench/zone/" + number % 40 + "/fixture/" + number % 500;
        return number % 4 == 0
                ? new Message.Publish(
                        address,
                        SignalType.STREAM,
                        new PublishBody.Single(WireValue.Int.of(number)),
                        null,
                        null,
                        GesturePhase.START,
                        null,
                        null)
                : new Message.Set(address, WireValue.Int.of(number), number / 500 + 1, false, false, null);
    }
}
