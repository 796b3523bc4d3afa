package clasp.journal.live;

import clasp.journal.wire.Message;
import clasp.journal.wire.PublishBody;
import clasp.journal.wire.WireValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Converses as CLASP's own router was seen to: its journal swaps neighbours, has no gestures, and `null` where
/// there were samples; a REPLAY brings what was journaled when it was asked for, without an
/// end mark, and a PING after it is answered after the last one. Serves one recording with history. Thread-safe.
final class ClaspLikeRouter implements AutoCloseable {
    private final HostileRouter sockets = new HostileRouter();
    private final List<Message> told = new ArrayList<>();
    private final List<Message> journal = new ArrayList<>();
    private @Nullable Message notJournaledYet;
    private HostileRouter.@Nullable Line subscriber;
    private int replayed = -1;

    /// @param meanwhile how much happens between a client's being subscribed and the reading of the journal for it
    ClaspLikeRouter(int meanwhile) throws IOException {
        sockets.next(this::serve).next(line -> {
            waitFor(told() + meanwhile);
            serve(line);
        });
    }

    RouterAddress address() {
        return sockets.address();
    }

    /// What happened so far.
    synchronized int told() {
        return told.size();
    }

    /// How much was in the journal when it was replayed; negative before.
    synchronized int replayed() {
        return replayed;
    }

    synchronized List<Message> all() {
        return List.copyOf(told);
    }

    /// @param swapped whether it is journaled after the next one
    synchronized void happen(Message message, boolean swapped) throws IOException {
        told.add(message);
        Message kept = journaled(message);
        if (kept != null && swapped && notJournaledYet == null) {
            notJournaledYet = kept;
        } else if (kept != null) {
            journal.add(kept);
            settle();
        }
        if (subscriber != null) {
            subscriber.send(message);
        }
        notifyAll();
    }

    private void settle() {
        if (notJournaledYet != null) {
            journal.add(notJournaledYet);
            notJournaledYet = null;
        }
    }

    private static @Nullable Message journaled(Message message) {
        if (!(message instanceof Message.Publish publish)) {
            return message;
        }
        return switch (publish.signalOrEvent()) {
            case GESTURE -> null;
            case STREAM ->
                new Message.Publish(
                        publish.address(),
                        publish.signal(),
                        new PublishBody.Single(new WireValue.Null()),
                        null,
                        null,
                        publish.phase(),
                        null,
                        null);
            case PARAM, EVENT, TIMELINE -> publish;
        };
    }

    private synchronized void waitFor(int count) throws InterruptedException {
        while (told.size() < count) {
            wait();
        }
    }

    private void serve(HostileRouter.Line line) throws Exception {
        while (true) {
            switch (line.read()) {
                case Message.Hello _ -> {
                    line.send(new Message.Welcome(1, Set.of(), 0, "s", "clasp-like", null));
                    line.send(new Message.Snapshot(List.of()));
                }
                case Message.Subscribe _ -> subscribe(line);
                case Message.Replay _ -> {
                    for (Message message : journalNow()) {
                        line.send(message);
                    }
                }
                case Message.Ping _ -> line.send(new Message.Pong());
                default -> {}
            }
        }
    }

    private synchronized void subscribe(HostileRouter.Line line) {
        subscriber = line;
    }

    private synchronized List<Message> journalNow() {
        replayed = journal.size();
        return List.copyOf(journal);
    }

    @Override
    public void close() throws IOException {
        sockets.close();
    }
}
