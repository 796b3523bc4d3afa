package clasp.journal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.RecoveredByClasp;
import clasp.journal.testing.SharedJournals;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `recover --as clasp-router` prints, against what clasp-router itself recovered: line by line.
class RecoveredByClaspTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Session session = new Session(new SqliteJournals(), (file, key, bad, progress, cancellation) -> {
        throw new AssertionError("Nobody asked for HMACs.");
    });

    @TempDir
    private java.nio.file.Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"session-20k", "edge"})
    void everyLineHasClaspsValueRevisionAndWriter(String name) throws Exception {
        Map<String, JsonNode> expected = RecoveredByClasp.from(name);

        assertThat(session.run(
                        "recover",
                        SharedJournals.copy(name + ".db", folder),
                        "--as",
                        "clasp-router",
                        "--format",
                        "jsonl"))
                .isZero();

        List<String> addresses = new ArrayList<>();
        for (String line : session.out().lines().toList()) {
            JsonNode printed = JSON.readTree(line);
            String address = printed.get("address").textValue();
            addresses.add(address);
            assertThat(expected).as("what CLASP has").containsKey(address);
            JsonNode param = expected.get(address);
            assertThat(RecoveredByClasp.sameValue(printed.get("value"), param.get("value")))
                    .as("%s: %s is %s", address, printed.get("value"), param.get("value"))
                    .isTrue();
            assertThat(printed.get("revision")).as("revision of %s", address).isEqualTo(param.get("revision"));
            assertThat(printed.get("writer")).as("writer of %s", address).isEqualTo(param.get("writer"));
        }
        assertThat(addresses).hasSizeGreaterThan(70).doesNotHaveDuplicates().containsAll(expected.keySet());
    }
}
