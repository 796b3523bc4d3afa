package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.RecoveredByClasp;
import clasp.journal.testing.SharedJournals;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The recovery as clasp-router does it, against what clasp-router itself recovered.
class ClaspRecoveryOracleTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"session-20k", "edge"})
    void everyValueRevisionAndWriterIsClasps(String name) throws IOException {
        Map<String, JsonNode> oracle = RecoveredByClasp.from(name);
        Map<String, Param> recovered;
        try (JournalReader journal = new SqliteJournals()
                .open(SharedJournals.copy(name + ".db", folder), Progress.NONE, Cancellation.none())) {
            recovered = new Recovery(journal, RecoveryRule.CLASP_ROUTER)
                    .latest(Progress.NONE, Cancellation.none()).plainParams().stream()
                            .collect(Collectors.toMap(Param::address, param -> param));
        }

        assertThat(recovered).hasSizeGreaterThan(70).containsOnlyKeys(oracle.keySet());
        for (Param param : recovered.values()) {
            JsonNode expected = oracle.get(param.address());
            assertThat(RecoveredByClasp.sameValue(JSON.readTree(param.valueJson()), expected.get("value")))
                    .as("%s: %s is %s", param.address(), param.valueJson(), expected.get("value"))
                    .isTrue();
            assertThat(Long.toUnsignedString(param.revision()))
                    .as(param.address())
                    .isEqualTo(expected.get("revision").asText());
            assertThat(param.writer())
                    .as(param.address())
                    .isEqualTo(expected.get("writer").textValue());
        }
    }
}
