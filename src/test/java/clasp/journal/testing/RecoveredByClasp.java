package clasp.journal.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/// The params that clasp-router itself recovered from a journal beside the project. Stateless.
public final class RecoveredByClasp {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// CLASP's reader rounds floats: the last bit may differ. Everything else has to be alike.
    private static final Comparator<JsonNode> TO_THE_LAST_BIT = (left, right) ->
            left instanceof DoubleNode && right instanceof DoubleNode && near(left.doubleValue(), right.doubleValue())
                    ? 0
                    : left.equals(right) ? 0 : 1;

    private RecoveredByClasp() {}

    /// By address.
    ///
    /// @param name of the journal, without `.db`
    public static Map<String, JsonNode> from(String name) {
        Path file = SharedJournals.file(name + ".clasp-recovered.jsonl");
        Map<String, JsonNode> params = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                JsonNode param = JSON.readTree(line);
                params.put(param.get("address").textValue(), param);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return params;
    }

    /// Whether both are the same value, of the same type, but for the last bit of a float.
    public static boolean sameValue(JsonNode one, JsonNode other) {
        return one.equals(TO_THE_LAST_BIT, other);
    }

    private static boolean near(double left, double right) {
        return Math.abs(left - right) <= 2 * Math.ulp(left);
    }
}
