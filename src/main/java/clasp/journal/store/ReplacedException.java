package clasp.journal.store;

import clasp.journal.model.CoreTexts;
import java.nio.file.Path;

/// The file holds another journal than when it was opened. It is not read, lest the old and the new be mixed; opened
/// again, it is.
public final class ReplacedException extends JournalException {
    private static final long serialVersionUID = 1L;

    public ReplacedException(String name, Path file) {
        super(CoreTexts.text("store.replaced", name, file.toString()));
    }
}
