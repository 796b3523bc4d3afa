package clasp.journal.ui.query;

import clasp.journal.ui.fx.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Turns addresses that begin as typed into suggestions: first the branches in which several of them lie, then the
/// addresses. Thread-safe.
final class AddressSuggestions {
    /// So many addresses are looked at.
    static final int MOST = 200;

    private static final int MOST_BRANCHES = 12;
    private static final int MOST_ADDRESSES = 48;

    private AddressSuggestions() {}

    static List<Suggestion> of(String typed, List<String> addresses) {
        Map<String, Integer> branches = new LinkedHashMap<>();
        boolean wholeBranch = typed.length() > 1 && typed.endsWith("/");
        if (wholeBranch && !addresses.isEmpty()) {
            branches.put(typed.substring(0, typed.length() - 1), addresses.size());
        }
        for (String address : addresses) {
            int slash = address.indexOf('/', Math.max(1, typed.length()));
            if (slash > 0) {
                branches.merge(address.substring(0, slash), 1, Integer::sum);
            }
        }
        Stream<Suggestion> below = branches.entrySet().stream()
                .filter(branch -> branch.getValue() > 1)
                .limit(MOST_BRANCHES)
                .map(branch -> new Suggestion(branch.getKey(), Texts.text("query.hint.branch"), true));
        Stream<Suggestion> single =
                addresses.stream().limit(MOST_ADDRESSES).map(address -> new Suggestion(address, "", false));
        return Stream.concat(below, single).toList();
    }
}
