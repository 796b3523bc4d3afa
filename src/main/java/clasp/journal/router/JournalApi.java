package clasp.journal.router;

import clasp.journal.model.Entry;
import clasp.journal.model.EntryJson;
import clasp.journal.model.Param;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotJson;
import clasp.journal.query.Filter;
import clasp.journal.router.core.AccessToken;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Journal;
import clasp.journal.store.JournalException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// The journal over REST, with CLASP's paths, parameters and errors. Entries are sent as they are read, so that an
/// answer of any length takes no memory. Thread-safe.
final class JournalApi extends Handler.Abstract {
    private static final System.Logger LOG = System.getLogger(JournalApi.class.getName());
    private static final int AT_A_TIME = 8;

    private final Journal journal;
    private final AccessToken token;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    JournalApi(Journal journal, AccessToken token) {
        this.journal = journal;
        this.token = token;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<String> objection = token.objection(bearer(request));
        if (objection.isPresent()) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
            error(response, callback, HttpStatus.UNAUTHORIZED_401, objection.get());
        } else if (!HttpMethod.GET.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET");
            error(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "The journal can only be read: use GET.");
        } else if (!places.tryAcquire()) {
            error(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, "Too many requests at a time: try again.");
        } else {
            try {
                answer(request, response, callback);
            } finally {
                places.release();
            }
        }
        return true;
    }

    private void answer(Request request, Response response, Callback callback) {
        try {
            QueryParameters parameters = QueryParameters.of(request);
            switch (Request.getPathInContext(request)) {
                case "/api/journal/query" ->
                    entries(parameters.filter(), SeqRange.ALL, parameters.limit(), response, callback);
                case "/api/journal/since" ->
                    entries(Filter.ALL, after(parameters.seq()), parameters.limit(), response, callback);
                case "/api/journal/latest" ->
                    JsonAnswers.send(response, callback, "{\"seq\":" + journal.latestSeq() + "}");
                case "/api/journal/snapshot" -> snapshot(response, callback);
                default -> error(response, callback, HttpStatus.NOT_FOUND_404, "There is nothing at this path.");
            }
        } catch (QueryParameters.BadParameterException e) {
            error(response, callback, HttpStatus.BAD_REQUEST_400, String.valueOf(e.getMessage()));
        } catch (JournalException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "The journal could not be read for a client.", e);
            if (response.isCommitted()) {
                callback.failed(e);
            } else {
                response.reset();
                error(response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500, String.valueOf(e.getMessage()));
            }
        } catch (IOException | UncheckedIOException clientHasGone) {
            callback.failed(clientHasGone);
        }
    }

    private static SeqRange after(long seq) {
        return seq == Long.MAX_VALUE ? SeqRange.NONE : new SeqRange(seq + 1, Long.MAX_VALUE);
    }

    private void entries(Filter filter, SeqRange range, long limit, Response response, Callback callback)
            throws IOException {
        Writer out = writer(response);
        EntryList list = new EntryList(out, limit);
        if (limit > 0 && !range.isEmpty()) {
            journal.scan(filter, range, list::add, Cancellation.none());
        }
        list.end();
        out.close();
        callback.succeeded();
    }

    private void snapshot(Response response, Callback callback) throws IOException {
        Optional<Snapshot> last = journal.loadSnapshot();
        String damage = last.map(Snapshot::damage).orElse(null);
        if (damage != null) {
            String sentence = "The last snapshot cannot be read. " + damage;
            error(response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500, sentence);
            return;
        }
        List<Param> params = last.map(Snapshot::params).orElse(List.of());
        Writer out = writer(response);
        SnapshotJson.write(params, out);
        out.close();
        callback.succeeded();
    }

    private static Writer writer(Response response) {
        JsonAnswers.prepare(response);
        return new BufferedWriter(
                new OutputStreamWriter(Content.Sink.asOutputStream(response), StandardCharsets.UTF_8), 1 << 15);
    }

    private static void error(Response response, Callback callback, int status, String sentence) {
        response.setStatus(status);
        JsonAnswers.error(response, callback, sentence);
    }

    private static @Nullable String bearer(Request request) {
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? header.substring(7).strip()
                : null;
    }

    /// A JSON array that grows. Confined to one answer.
    private static final class EntryList {
        private final Writer out;
        private final long most;
        private final StringBuilder line = new StringBuilder();
        private long count;

        EntryList(Writer out, long most) {
            this.out = out;
            this.most = most;
        }

        /// @return whether more is wanted
        boolean add(Entry entry) {
            line.setLength(0);
            EntryJson.write(entry, line.append(count == 0 ? '[' : ','));
            count++;
            try {
                out.append(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return count < most;
        }

        void end() throws IOException {
            out.append(count == 0 ? "[]" : "]");
        }
    }
}
