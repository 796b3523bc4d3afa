package clasp.journal.router;

import clasp.journal.router.core.ErrorCodes;
import clasp.journal.router.core.Limits;
import clasp.journal.router.core.Refusal;
import clasp.journal.wire.FrameWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The frames on their way to one client, sent one after the other, each when the line has done with the one before:
/// whoever queues one hands it to the line or leaves it for later, and never waits for a slow client, nor for a long
/// answer to be made. Bounded: what others caused is dropped when the queue is full, and the client is told how much
/// that was when there is room again. Thread-safe.
final class Outbox {
    /// Sends one frame without blocking, and runs `sent`, on whatever thread, when it is out of our hands;
    /// on a failure, [#close()] is called instead.
    interface Line {
        void send(byte[] frame, Runnable sent);
    }

    private final Deque<Queued> queue = new ArrayDeque<>();
    private final int maxFrames;
    private final int maxBytes;
    private final Backlog backlog;
    private final Executor maker;
    private final Line line;
    private long bytes;
    private long weight;
    private int unmade;
    private long dropped;
    private long untold;
    private boolean active;
    private boolean sending;
    private boolean closed;
    private @Nullable Runnable whenRoom;
    private @Nullable Runnable atEnd;

    /// @param backlog of all clients
    /// @param maker where the frames of long answers are made, each of which may take its time
    Outbox(Limits limits, Backlog backlog, Executor maker, Line line) {
        maxFrames = limits.queues().frames();
        maxBytes = limits.queues().bytes();
        this.backlog = backlog;
        this.maker = maker;
        this.line = line;
    }

    private sealed interface Queued {
        record Made(byte[] frame) implements Queued {}

        /// Frames that are made one by one.
        record Unmade(Iterator<byte[]> frames) implements Queued {}
    }

    /// Queues an answer, however full the queue is.
    void add(byte[] frame) {
        synchronized (this) {
            if (closed || atEnd != null) {
                return;
            }
            enqueue(frame);
            if (active) {
                return;
            }
            active = true;
        }
        pump();
    }

    /// Queues an answer of any length, whose frames are made as they are sent. There is no room until the last is.
    void addAsRead(Iterator<byte[]> frames) {
        synchronized (this) {
            if (closed || atEnd != null) {
                return;
            }
            queue.add(new Queued.Unmade(frames));
            unmade++;
            if (active) {
                return;
            }
            active = true;
        }
        pump();
    }

    /// Queues the frame unless the queue is full, or all together are.
    ///
    /// @return whether it did, or nobody is there to miss it
    boolean offer(byte[] frame) {
        synchronized (this) {
            if (!closed && isFullFor(frame)) {
                dropped++;
                untold++;
                return false;
            }
        }
        add(frame);
        return true;
    }

    private boolean isFullFor(byte[] frame) {
        return queue.size() >= maxFrames
                || bytes + frame.length > maxBytes
                || !backlog.hasRoom(weight, Backlog.weight(frame));
    }

    /// Runs the action, on whatever thread, when the queue is half empty; at once when it is. One can wait at a time.
    void whenRoom(Runnable action) {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (!hasRoom()) {
                whenRoom = action;
                return;
            }
        }
        action.run();
    }

    /// Blocks until the queue is half empty.
    ///
    /// @return whether the client is still there
    synchronized boolean awaitRoom() throws InterruptedException {
        while (!closed && !hasRoom()) {
            wait();
        }
        return !closed;
    }

    /// Takes no more frames, and runs the action when those that are queued are sent.
    void end(Runnable action) {
        synchronized (this) {
            if (closed || atEnd != null) {
                return;
            }
            atEnd = action;
            if (active) {
                return;
            }
            active = true;
        }
        pump();
    }

    /// Nothing can be sent any more.
    synchronized void close() {
        closed = true;
        queue.clear();
        unmade = 0;
        bytes = 0;
        backlog.add(-weight);
        weight = 0;
        whenRoom = null;
        notifyAll();
    }

    /// Whether the frames of a long answer have yet to be made.
    synchronized boolean isMaking() {
        return unmade > 0;
    }

    /// How many frames were dropped so far.
    synchronized long dropped() {
        return dropped;
    }

    /// Sends until nothing is queued or a frame takes its time. Only one thread is in here at a time; a frame that is
    /// sent at once comes back here through [#sent()], which then leaves the rest to this loop.
    private void pump() {
        while (true) {
            byte[] frame;
            Runnable action;
            synchronized (this) {
                if (!closed && !sending && queue.peek() instanceof Queued.Unmade(Iterator<byte[]> frames)) {
                    maker.execute(() -> make(frames));
                    return;
                }
                frame = closed || sending ? null : poll();
                if (frame == null) {
                    active = false;
                    action = sending || closed ? null : atEnd;
                } else {
                    sending = true;
                    action = roomMade();
                }
            }
            if (action != null) {
                action.run();
            }
            if (frame == null) {
                return;
            }
            line.send(frame, this::sent);
        }
    }

    /// Makes the next frame while others can be queued, in place of [#pump()], which then goes on.
    private void make(Iterator<byte[]> frames) {
        byte[] made = frames.hasNext() ? frames.next() : null;
        boolean more = frames.hasNext();
        Runnable action = null;
        synchronized (this) {
            if (!closed && !more) {
                queue.remove();
                unmade--;
            }
            if (!closed && made != null) {
                queue.addFirst(new Queued.Made(made));
                count(made, 1);
            } else if (!closed) {
                action = roomMade();
            }
        }
        if (action != null) {
            action.run();
        }
        pump();
    }

    private void sent() {
        synchronized (this) {
            sending = false;
            if (active || closed) {
                return;
            }
            active = true;
        }
        pump();
    }

    private @Nullable Runnable roomMade() {
        if (!hasRoom()) {
            return null;
        }
        notifyAll();
        if (untold > 0) {
            String sentence = untold + " messages for this session were dropped: it reads too slowly.";
            untold = 0;
            enqueue(FrameWriter.write(new Refusal(ErrorCodes.DROPPED, sentence, null).message()));
        }
        Runnable action = whenRoom;
        whenRoom = null;
        return action;
    }

    private boolean hasRoom() {
        return unmade == 0 && queue.size() <= maxFrames / 2 && bytes <= maxBytes / 2;
    }

    /// Not what is yet to be made.
    private byte @Nullable [] poll() {
        if (queue.poll() instanceof Queued.Made(byte[] frame)) {
            count(frame, -1);
            return frame;
        }
        return null;
    }

    private void enqueue(byte[] frame) {
        queue.add(new Queued.Made(frame));
        count(frame, 1);
    }

    /// @param sign 1 when it is queued, -1 when it no longer is
    private void count(byte[] frame, int sign) {
        bytes += (long) sign * frame.length;
        weight += sign * Backlog.weight(frame);
        backlog.add(sign * Backlog.weight(frame));
    }
}
