package clasp.journal.live;

import clasp.journal.live.RelayException.Reason;
import clasp.journal.model.CoreTexts;
import clasp.journal.model.Entry;
import clasp.journal.model.EntryJson;
import clasp.journal.model.TimeRange;
import clasp.journal.model.Value;
import clasp.journal.model.ValueSyntaxException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/// Asks a relay for its journal: one request at a time, always with a limit, never reading more bytes or waiting longer
/// than agreed. Does not follow redirections, which could lead the token elsewhere. Thread-safe.
final class RelayClient implements AutoCloseable {
    private final RelayAddress address;
    private volatile BearerToken token;
    private final RelayLimits limits;
    private final RelayFailures failures;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final HttpClient http;

    RelayClient(RelayAddress address, BearerToken token, RelayLimits limits) {
        this.address = address;
        this.token = token;
        this.limits = limits;
        failures = new RelayFailures(address);
        http = HttpClients.connectingWithin(limits.connect());
    }

    /// Shows this token from the next request on.
    void use(BearerToken another) {
        token = another;
    }

    BearerToken token() {
        return token;
    }

    /// The entries with a higher seq, in ascending seq, the first `limit` of them.
    ///
    /// @throws RelayException when there is no such answer
    List<Entry> since(long seq, int limit) {
        return entries("/since?seq=" + seq + "&limit=" + limit, seq, limit);
    }

    /// The first `limit` entries of the portion in this time, in ascending seq; perhaps some that are not of it.
    ///
    /// @throws RelayException when there is no such answer
    List<Entry> query(Portion portion, TimeRange time, int limit) {
        return entries("/query" + portion.parameters(time, limit), 0, limit);
    }

    private List<Entry> entries(String call, long seq, int limit) {
        byte[] body = get(call);
        List<Entry> entries;
        try {
            entries = EntryJson.readList(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
        } catch (ValueSyntaxException e) {
            throw failures.garbage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new AssertionError("Bytes in memory cannot fail to be read", e);
        }
        long before = seq;
        for (Entry entry : entries) {
            if (entry.seq() <= before) {
                throw failures.garbage(
                        CoreTexts.text("live.garbage.order", Long.toString(entry.seq()), Long.toString(before)));
            }
            before = entry.seq();
        }
        if (entries.size() > limit) {
            throw failures.garbage(
                    CoreTexts.text("live.garbage.more", Integer.toString(entries.size()), Integer.toString(limit)));
        }
        return entries;
    }

    /// The highest seq in the journal; 0 when it is empty.
    ///
    /// @throws RelayException when there is no such answer
    long latest() {
        String json = text("/latest");
        try {
            if (Value.parse(json) instanceof Value.Map map) {
                Optional<Value> seq = map.first("seq");
                if (seq.isPresent()) {
                    return Long.parseLong(seq.get().json());
                }
            }
        } catch (ValueSyntaxException | NumberFormatException e) {
            throw failures.garbage(CoreTexts.text("live.garbage.seq"));
        }
        throw failures.garbage(CoreTexts.text("live.garbage.seq"));
    }

    /// The text of the last snapshot; `[]` when there is none.
    ///
    /// @throws RelayException when there is no answer
    String snapshot() {
        return text("/snapshot");
    }

    private String text(String call) {
        return new String(get(call), StandardCharsets.UTF_8);
    }

    private byte[] get(String call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.uri(call))
                .timeout(limits.answer())
                .header("Accept", "application/json");
        BearerToken shown = token;
        shown.authorization().ifPresent(value -> request.header("Authorization", value));
        turn.lock();
        try {
            HttpResponse<byte[]> response = send(request.build());
            if (response.statusCode() != 200) {
                throw failures.status(response.statusCode(), response.body(), shown);
            }
            return response.body();
        } finally {
            turn.unlock();
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        // The request's own timeout ends with the headers: a body could go on for ever.
        AtomicLong came = new AtomicLong();
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(
                request,
                CountedBody.of(
                        HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), limits.pageBytes()),
                        came::addAndGet));
        try {
            return answer.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failures.of(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw came.get() > 0 ? failures.tooSlow(came.get(), e) : failures.of(e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new RelayException(
                    Reason.UNREACHABLE, CoreTexts.text("live.interruptedReading", address.toString()), e);
        }
    }

    /// Ends the request that is under way.
    @Override
    public void close() {
        http.shutdownNow();
    }
}
