package clasp.journal.router;

/// How many of a client's messages are under way, and whether its next one may be read meanwhile. So much is read ahead
/// that a client that writes fast needs no wake-up for each message, and so little that it cannot pile up anything.
/// Thread-safe.
final class ReadAhead {
    static final int MAX_MESSAGES = 32;
    static final int MAX_BYTES = 32 << 10;

    private int messages;
    private int bytes;
    private boolean paused;

    /// A message has been read.
    ///
    /// @param alone whether nothing may be read before it is done with
    /// @return whether the next one may be read now; if not, [#done()] tells when
    synchronized boolean read(int length, boolean alone) {
        messages++;
        bytes += length;
        paused = alone || messages >= MAX_MESSAGES || bytes >= MAX_BYTES;
        return !paused;
    }

    /// A message is done with.
    ///
    /// @return whether reading, which was paused, is to go on
    synchronized boolean done() {
        messages--;
        if (messages > 0) {
            return false;
        }
        bytes = 0;
        boolean resumes = paused;
        paused = false;
        return resumes;
    }
}
