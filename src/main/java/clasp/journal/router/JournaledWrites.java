package clasp.journal.router;

import clasp.journal.model.Entry;
import clasp.journal.router.core.Change;
import clasp.journal.router.core.Decision;
import clasp.journal.router.core.ErrorCodes;
import clasp.journal.router.core.Moment;
import clasp.journal.router.core.Refusal;
import clasp.journal.router.core.Writes;
import clasp.journal.store.Journal;
import clasp.journal.store.OvertakenException;
import clasp.journal.wire.Message;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes sure that the journal has a write before anyone hears of it. Writes are decided on one by one and journaled
/// together, in one append: those that came while the last append was under way. When it fails, none of them ever
/// happened, and all their senders are told so. When somebody else has written to the journal, the state is no longer
/// what that says, and the router ends. Confined to the engine's thread.
final class JournaledWrites {
    private static final System.Logger LOG = System.getLogger(JournaledWrites.class.getName());

    private final Writes writes;
    private final Journal journal;
    private final Delivery delivery;
    private final List<Pending> pending = new ArrayList<>();
    private long lastSeq;
    private long accepted;
    private long failed;
    private boolean failing;

    /// @param sender who is answered; null when it has gone
    private record Pending(@Nullable Peer sender, Decision decision, boolean reads, Moment now) {}

    /// @param lastSeq the highest seq ever given in the journal, when the state was read from it
    JournaledWrites(Writes writes, Journal journal, long lastSeq, Delivery delivery) {
        this.lastSeq = lastSeq;
        this.writes = writes;
        this.journal = journal;
        this.delivery = delivery;
    }

    /// Decides on a write of a client that is there, and reads the client's next message when it is done with.
    void add(Peer sender, Message message, Moment now) {
        Decision decision = writes.decide(message, sender.client().session(), now);
        pending.add(new Pending(sender, decision, true, now));
    }

    /// Decides on a bundle that had to wait.
    ///
    /// @param sender null when it has gone; the bundle then locks nothing, as nobody could ever unlock it
    void addLate(@Nullable Peer sender, String session, Message.Bundle bundle, Moment now) {
        Message.Bundle decided = sender == null ? withoutLocks(bundle) : bundle;
        pending.add(new Pending(sender, writes.decide(decided, session, now), false, now));
    }

    private static Message.Bundle withoutLocks(Message.Bundle bundle) {
        List<Message> messages = bundle.messages().stream()
                .map(message -> message instanceof Message.Set set ? withoutLock(set) : message)
                .toList();
        return new Message.Bundle(bundle.timestampMicros(), messages);
    }

    private static Message withoutLock(Message.Set set) {
        return new Message.Set(set.address(), set.value(), set.revision(), false, set.unlock(), set.ttl());
    }

    /// Journals what was decided on, then tells everyone.
    void flush() {
        if (pending.isEmpty()) {
            return;
        }
        List<Pending> done = List.copyOf(pending);
        pending.clear();
        List<Change> changes = new ArrayList<>(done.size());
        done.forEach(write -> changes.addAll(changes(write.decision)));
        try {
            if (journaled(changes, done)) {
                done.forEach(write -> Guarded.run(() -> tell(write)));
            }
        } finally {
            done.forEach(write -> Guarded.run(() -> readOn(write)));
        }
    }

    private static void readOn(Pending write) {
        if (write.reads && write.sender != null) {
            write.sender.next();
        }
    }

    private boolean journaled(List<Change> changes, List<Pending> batch) {
        try {
            append(changes.stream().map(Change::entry).toList());
            return true;
        } catch (RuntimeException e) {
            writes.takeBack(changes);
            fail(changes.size(), batch, e);
            if (e instanceof OvertakenException overtaken) {
                throw new RouterEnd(overtaken);
            }
            return false;
        }
    }

    /// The seq of the last entry of which the state consists.
    long lastSeq() {
        return lastSeq;
    }

    long accepted() {
        return accepted;
    }

    long failed() {
        return failed;
    }

    private void append(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        lastSeq = journal.appendAllAfter(lastSeq, entries).getLast();
        accepted += entries.size();
        if (failing) {
            failing = false;
            LOG.log(Level.INFO, "The journal takes entries again.");
        }
    }

    private void tell(Pending write) {
        switch (write.decision) {
            case Decision.Accepted(List<Change> changes, Message ack) -> {
                changes.forEach(change -> delivery.deliver(change, write.now.steadyMicros()));
                if (ack != null) {
                    reply(write, ack);
                }
            }
            case Decision.Refused(Refusal refusal) -> reply(write, refusal.message());
        }
    }

    /// The log has the first failure of a row of them; each sender hears of its own.
    private void fail(int entries, List<Pending> batch, RuntimeException cause) {
        failed += entries;
        if (!failing) {
            failing = true;
            LOG.log(Level.ERROR, "The journal did not take " + entries + " entries; they did not take effect.", cause);
        }
        String sentence = "The journal did not take it, so it has no effect. " + cause.getMessage();
        Message error = new Refusal(ErrorCodes.FAILED, sentence, null).message();
        batch.forEach(write -> Guarded.run(() -> reply(write, error)));
    }

    private static void reply(Pending write, Message message) {
        if (write.sender != null) {
            write.sender.reply(List.of(message));
        }
    }

    private static List<Change> changes(Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted -> accepted.changes();
            case Decision.Refused _ -> List.of();
        };
    }
}
