package clasp.journal.store;

import java.nio.file.Path;

/// The file holds another journal than when it was opened. It is not read, lest the old and the new be mixed; opened
/// again, it is.
public final class ReplacedException extends JournalException {
    private static final long serialVersionUID = 1L;

    public ReplacedException(String name, Path file) {
        super("“" + name + "” is not the journal any more that was opened here: " + file
                + " was replaced, overwritten or"
                + " cut off. What is on screen is the old one; open it again to see the new one.");
    }
}
