package clasp.journal.model;

import java.io.IOException;
import java.io.Reader;

/// Passes a text on and remembers what was passed, from a point that moves forward, so that a piece of it can be had
/// exactly as it stood. Confined to one thread.
final class RecordingReader extends Reader {
    /// Dropping moves what is left, so it is done for many characters at once.
    private static final int WORTH_DROPPING = 1 << 16;

    private final Reader source;
    private final StringBuilder recorded = new StringBuilder();
    private long recordedFrom;

    RecordingReader(Reader source) {
        this.source = source;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = source.read(buffer, offset, length);
        if (count > 0) {
            recorded.append(buffer, offset, count);
        }
        return count;
    }

    /// The text between two offsets from the beginning of it all, of which `from` must not have been forgotten.
    String text(long from, long to) {
        return recorded.substring((int) (from - recordedFrom), (int) (to - recordedFrom));
    }

    /// Declares that nothing before the offset will be asked for.
    void forgetBefore(long offset) {
        if (offset - recordedFrom >= WORTH_DROPPING) {
            recorded.delete(0, (int) (offset - recordedFrom));
            recordedFrom = offset;
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
