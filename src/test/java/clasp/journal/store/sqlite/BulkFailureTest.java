package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.store.JournalException;
import clasp.journal.store.WorkFolder;
import clasp.journal.testing.Entries;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkFailureTest {
    @TempDir
    Path folder;

    @Test
    void whatCannotBeWrittenNamesTheFolderThatWasAskedFor() throws IOException {
        Path wanted = folder.toRealPath().resolve("out.db");
        try (WorkFolder work = WorkFolder.beside(wanted);
                SqliteBulkWriter writer = SqliteBulkWriter.create(work.place(wanted))) {
            var entry = Entries.set("/a", "1").withSeq(1);
            writer.append(entry);
            assertThatThrownBy(() -> writer.append(entry))
                    .isInstanceOf(JournalException.class)
                    .hasMessageStartingWith("“" + wanted.getParent() + "”");
        }
    }
}
