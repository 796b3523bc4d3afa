package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import clasp.journal.testing.JournalFiles;
import clasp.journal.testing.JournalRows;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class RenumberingTest {
    private static final int MANY = 25_000;

    @TempDir
    private Path folder;

    private static Entry set(long seq, String address) {
        return new Entry(seq, seq, "w", address, "param", "1", 77L, MsgType.SET);
    }

    private List<Entry> renumbered(List<Entry> entries) throws Exception {
        Path file = folder.resolve("journal.db");
        JournalFiles.write(file, entries);
        try (Connection opened = Connections.toWrite(file, false);
                var writing = new StoppableConnection(opened, SchemaReader.read(opened, "journal.db"))) {
            writing.run(
                    connection -> {
                        new Renumbering(connection).run(Progress.NONE);
                        return true;
                    },
                    Cancellation.none());
        }
        return JournalRows.entries(file);
    }

    @Test
    void eachSetHasItsNumberAmongThoseOfItsAddressHoweverFarApartSeqsLie() throws Exception {
        List<Entry> entries = Stream.concat(
                        IntStream.rangeClosed(1, MANY).mapToObj(seq -> set(seq, "/" + seq % 3)),
                        LongStream.of(Long.MAX_VALUE - 1, Long.MAX_VALUE).mapToObj(seq -> set(seq, "/0")))
                .toList();

        List<Entry> after = renumbered(entries);

        assertThat(after).hasSize(MANY + 2);
        Map<String, Long> counted = new HashMap<>();
        assertThat(after)
                .allSatisfy(
                        entry -> assertThat(entry.revision()).isEqualTo(counted.merge(entry.address(), 1L, Long::sum)));
    }
}
