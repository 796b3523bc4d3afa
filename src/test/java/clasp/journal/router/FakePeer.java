package clasp.journal.router;

import clasp.journal.router.core.Client;
import clasp.journal.router.core.Moment;
import clasp.journal.wire.Message;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// A client that keeps what it is told, or at which every answer fails. Confined to the test's thread.
final class FakePeer implements Peer {
    final List<String> told = new ArrayList<>();
    private final Client client;
    private final long sinceMicros;
    private boolean broken;
    private boolean reading;

    FakePeer(String session, long sinceMicros) {
        client = new Client(session);
        this.sinceMicros = sinceMicros;
    }

    /// Nothing reaches it from now on.
    void breaks() {
        broken = true;
    }

    @Override
    public Client client() {
        return client;
    }

    @Override
    public Moment since() {
        return new Moment(0, sinceMicros);
    }

    @Override
    public void reply(List<Message> messages) {
        failIfBroken();
        messages.forEach(message -> told.add(message.toString()));
    }

    @Override
    public void replyAsRead(Iterator<Message> messages) {
        failIfBroken();
        messages.forEachRemaining(message -> told.add(message.toString()));
    }

    @Override
    public boolean offer(byte[] frame) {
        failIfBroken();
        return true;
    }

    @Override
    public void next() {
        told.add("next");
    }

    @Override
    public boolean awaitRoom() {
        return true;
    }

    @Override
    public void hangUp(String reason) {
        told.add(reason);
    }

    void reads(boolean whether) {
        reading = whether;
    }

    @Override
    public boolean isReading() {
        return reading;
    }

    @Override
    public void cutOff() {
        told.add("cut off");
    }

    @Override
    public void ping() {
        failIfBroken();
        told.add("ping");
    }

    private void failIfBroken() {
        if (broken) {
            throw new IllegalStateException("This peer is broken.");
        }
    }
}
