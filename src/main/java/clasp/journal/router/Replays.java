package clasp.journal.router;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.SeqRange;
import clasp.journal.model.SignalType;
import clasp.journal.model.TimeRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.router.core.ErrorCodes;
import clasp.journal.router.core.LiveParam;
import clasp.journal.router.core.Refusal;
import clasp.journal.router.core.Requests;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.wire.FrameWriter;
import clasp.journal.wire.GesturePhase;
import clasp.journal.wire.Message;
import clasp.journal.wire.PublishBody;
import clasp.journal.wire.UnwritableMessageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// Answers REPLAY: reads the journal page by page, at the pace of the client. Each runs on a thread of its own, so that
/// the router goes on; the client's next message is read when its replay is over. Thread-safe.
final class Replays implements AutoCloseable {
    private static final int PAGE = 500;

    /// In characters of values: few large entries are a page, too, since a page waits for its client.
    private static final long LARGE_PAGE = 1 << 20;

    private static final int READING_AT_A_TIME = 4;

    private final JournalReader journal;
    private final Semaphore reading = new Semaphore(READING_AT_A_TIME);
    private final Map<Peer, Cancellation> running = new ConcurrentHashMap<>();

    Replays(JournalReader journal) {
        this.journal = journal;
    }

    /// Begins a replay of what the journal holds now, or says why it cannot.
    ///
    /// @return whether it began; the peer's next message is then read when it is over
    boolean begin(Peer peer, Message.Replay replay) {
        Optional<Refusal> refusal = Requests.badPattern(replay.pattern()).or(() -> badTimes(replay));
        if (refusal.isPresent()) {
            peer.reply(List.of(refusal.get().message()));
            return false;
        }
        long latest;
        try {
            latest = journal.state().latestSeq();
        } catch (JournalException e) {
            peer.reply(List.of(
                    new Refusal(ErrorCodes.FAILED, "The replay could not begin. " + e.getMessage(), replay.pattern())
                            .message()));
            return false;
        }
        Cancellation cancellation = new Cancellation();
        running.put(peer, cancellation);
        Thread.ofVirtual().name("replay " + peer.client().session()).start(() -> {
            try {
                run(peer, replay, latest, cancellation);
            } finally {
                running.remove(peer);
                peer.next();
            }
        });
        return true;
    }

    /// The client has gone.
    void cancel(Peer peer) {
        Cancellation cancellation = running.get(peer);
        if (cancellation != null) {
            cancellation.cancel();
        }
    }

    @Override
    public void close() {
        running.values().forEach(Cancellation::cancel);
    }

    private void run(Peer peer, Message.Replay replay, long latest, Cancellation cancellation) {
        try {
            long left = replay.limit() == null ? Long.MAX_VALUE : replay.limit();
            long from = SeqRange.ALL.first();
            while (left > 0 && from <= latest && peer.awaitRoom()) {
                int most = (int) Math.min(PAGE, left);
                List<Entry> page = new ArrayList<>();
                boolean more = read(replay, new SeqRange(from, latest), most, page, cancellation);
                peer.reply(page.stream().map(Replays::message).toList());
                if (!more) {
                    return;
                }
                left -= page.size();
                from = page.getLast().seq() + 1;
            }
        } catch (JournalException e) {
            peer.reply(
                    List.of(new Refusal(ErrorCodes.FAILED, "The replay broke off. " + e.getMessage(), replay.pattern())
                            .message()));
        } catch (CancelledException clientHasGone) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return whether there may be more
    private boolean read(Message.Replay replay, SeqRange range, int most, List<Entry> page, Cancellation cancellation)
            throws InterruptedException {
        AtomicLong room = new AtomicLong(LARGE_PAGE);
        reading.acquire();
        try {
            journal.scan(
                    filter(replay),
                    range,
                    entry -> {
                        page.add(entry);
                        room.addAndGet(-entry.valueJson().length());
                        return page.size() < most && room.get() > 0;
                    },
                    cancellation);
        } finally {
            reading.release();
        }
        return page.size() == most || room.get() <= 0;
    }

    private static Optional<Refusal> badTimes(Message.Replay replay) {
        return Long.compareUnsigned(from(replay), to(replay)) > 0
                ? Optional.of(new Refusal(ErrorCodes.REFUSED, "The time range begins after it ends.", replay.pattern()))
                : Optional.empty();
    }

    private static Filter filter(Message.Replay replay) {
        List<Filter> parts = new ArrayList<>();
        parts.add(new Filter.Address(AddressPattern.of(replay.pattern())));
        parts.add(new Filter.Time(new TimeRange(from(replay), to(replay))));
        if (!replay.types().isEmpty()) {
            parts.add(new Filter.Signal(
                    replay.types().stream().map(SignalType::text).collect(Collectors.toSet())));
        }
        return new Filter.And(parts);
    }

    private static long from(Message.Replay replay) {
        return replay.fromMicros() == null ? 0 : replay.fromMicros();
    }

    private static long to(Message.Replay replay) {
        return replay.toMicros() == null ? -1 : replay.toMicros();
    }

    /// As CLASP tells an entry: without seq, author and timestamp.
    private static Message message(Entry entry) {
        Message told = entry.msgType() == MsgType.SET
                ? new Message.Set(
                        entry.address(), LiveParam.valueOf(entry.valueJson()), entry.revision(), false, false, null)
                : new Message.Publish(
                        entry.address(),
                        SignalType.of(entry.signalType()).orElse(SignalType.EVENT),
                        new PublishBody.Single(LiveParam.valueOf(entry.valueJson())),
                        null,
                        null,
                        GesturePhase.START,
                        null,
                        null);
        try {
            FrameWriter.write(told);
            return told;
        } catch (UnwritableMessageException e) {
            return new Refusal(
                            ErrorCodes.FAILED,
                            "Entry " + entry.seq() + " cannot be sent. " + e.what(),
                            entry.address().length() > PAGE ? null : entry.address())
                    .message();
        }
    }
}
