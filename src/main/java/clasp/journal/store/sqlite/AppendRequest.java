package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import clasp.journal.store.JournalException;
import clasp.journal.store.OvertakenException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Entries that one caller wants appended, all or none, and what became of them. Made by the caller, settled by whoever
/// commits. Thread-safe.
final class AppendRequest {
    private final List<Entry> entries;
    private final List<@Nullable String> hmacs;
    private final OptionalLong after;
    private final Thread caller = Thread.currentThread();
    private long firstSeq;
    private @Nullable JournalException failure;
    private volatile boolean settled;

    /// @param hmacs one for each entry, or empty for none
    /// @param after the seq that they must follow on; empty for any
    AppendRequest(List<Entry> entries, List<@Nullable String> hmacs, OptionalLong after) {
        this.entries = entries;
        this.hmacs = hmacs;
        this.after = after;
    }

    OptionalLong after() {
        return after;
    }

    List<Entry> entries() {
        return entries;
    }

    @Nullable
    String hmac(int index) {
        return hmacs.isEmpty() ? null : hmacs.get(index);
    }

    boolean isSettled() {
        return settled;
    }

    void succeed(long first) {
        firstSeq = first;
        settled = true;
    }

    void fail(JournalException cause) {
        failure = cause;
        settled = true;
    }

    /// Lets the caller look again: at the outcome, or whether it is its turn to commit.
    void wake() {
        if (Thread.currentThread() != caller) {
            LockSupport.unpark(caller);
        }
    }

    /// The seq of the first entry; the others follow without gaps.
    /// @throws JournalException when none of them was appended
    long outcome() {
        JournalException cause = failure;
        if (cause instanceof OvertakenException overtaken) {
            throw overtaken;
        }
        if (cause != null) {
            throw new JournalException(String.valueOf(cause.getMessage()), cause);
        }
        return firstSeq;
    }
}
