package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import clasp.journal.query.Filter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns a condition on addresses into the addresses that fulfil it, by judging each distinct address once.
final class AddressSets {
    /// So many are looked at one by one before anything else is tried.
    private static final int FEW = 5_000;

    private AddressSets() {}

    /// Whether nothing but the address decides.
    static boolean decides(Filter filter) {
        return switch (filter) {
            case Filter.Address address -> true;
            case Filter.And and ->
                !and.parts().isEmpty() && and.parts().stream().allMatch(AddressSets::decides);
            case Filter.Or or -> !or.parts().isEmpty() && or.parts().stream().allMatch(AddressSets::decides);
            case Filter.Not not -> decides(not.part());
            default -> false;
        };
    }

    /// Whether an entry at this address fulfils a filter that only the address decides.
    static boolean matches(Filter filter, String address) {
        return filter.matches(new Entry(0, 0, "", address, "", "", null, 0));
    }

    /// The text with which every address that fulfils the filter begins; empty when nothing is known.
    static String prefix(Filter filter) {
        return switch (filter) {
            case Filter.Address address -> address.pattern().literalPrefix();
            case Filter.And and ->
                and.parts().stream().map(AddressSets::prefix).reduce("", (a, b) -> a.length() >= b.length() ? a : b);
            case Filter.Or or ->
                or.parts().stream()
                        .map(AddressSets::prefix)
                        .reduce(AddressSets::common)
                        .orElse("");
            default -> "";
        };
    }

    private static String common(String a, String b) {
        int same = 0;
        while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        if (same > 0 && Character.isHighSurrogate(a.charAt(same - 1))) {
            same--;
        }
        return a.substring(0, same);
    }

    /// The addresses in the journal that fulfil the filter, and perhaps some that are no longer there.
    /// Null when they are more than `max`, or not known and more than that under its prefix, or when one
    /// cannot be looked up by its text.
    static @Nullable List<String> resolve(StoppableConnection connection, Filter filter, int max) throws SQLException {
        List<String> sought = seek(connection, filter, Math.min(max, FEW));
        if (sought != null || max <= FEW) {
            return sought;
        }
        List<String> known = connection.addresses().matching(connection, filter, max);
        return known == null ? seek(connection, filter, max) : known;
    }

    private static @Nullable List<String> seek(StoppableConnection connection, Filter filter, int max)
            throws SQLException {
        if (filter instanceof Filter.Address address) {
            return AddressWalk.matches(connection, address.pattern(), max);
        }
        List<String> candidates = AddressReader.distinct(connection, prefix(filter), max + 1);
        if (candidates == null || candidates.size() > max) {
            return null;
        }
        List<String> found = new ArrayList<>();
        for (String address : candidates) {
            if (AddressWalk.doubtful(address)) {
                return null;
            }
            if (matches(filter, address)) {
                found.add(address);
            }
        }
        return found;
    }

    /// The texts as a JSON array, for `json_each`.
    static String json(List<String> texts) {
        StringBuilder json = new StringBuilder("[");
        for (String text : texts) {
            json.append(json.length() > 1 ? ",\"" : "\"");
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"' || c == '\\') {
                    json.append('\\').append(c);
                } else if (c < 0x20) {
                    json.append(String.format("\\u%04x", (int) c));
                } else {
                    json.append(c);
                }
            }
            json.append('"');
        }
        return json.append(']').toString();
    }
}
