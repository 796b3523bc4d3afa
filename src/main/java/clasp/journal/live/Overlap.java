package clasp.journal.live;

import clasp.journal.model.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds what the end of a history and the beginning of what was heard live have in common. Stateless.
final class Overlap {
    private Overlap() {}

    /// What makes two entries the same where neither has a seq.
    private record Content(
            String address,
            String signalType,
            String valueJson,
            @Nullable Long revision,
            long msgType) {
        static Content of(Entry entry) {
            return new Content(
                    entry.address(), entry.signalType(), entry.valueJson(), entry.revision(), entry.msgType());
        }
    }

    /// The history without those entries at its end that were heard live, too.
    ///
    /// @param live its first entries: as many as may be in the history
    /// @param atLeast how many of them surely are
    static List<Entry> without(List<Entry> history, List<Entry> live, int atLeast) {
        List<Content> end = history.stream().map(Content::of).toList();
        List<Content> begin = live.stream().map(Content::of).toList();
        for (int common = Math.min(begin.size(), end.size()); common >= Math.min(atLeast, end.size()); common--) {
            int rest = end.size() - common;
            if (end.subList(rest, end.size()).equals(begin.subList(0, common))) {
                return history.subList(0, rest);
            }
        }
        return withoutAny(history, end, begin);
    }

    /// For routers that journal in another order than they tell: whatever is in both goes, once for each time.
    private static List<Entry> withoutAny(List<Entry> history, List<Content> end, List<Content> begin) {
        Map<Content, Integer> told = new HashMap<>();
        begin.forEach(content -> told.merge(content, 1, Integer::sum));
        List<Entry> rest = new ArrayList<>();
        int from = Math.max(0, end.size() - 2 * begin.size());
        for (int i = end.size() - 1; i >= 0; i--) {
            Integer left = i < from ? null : told.get(end.get(i));
            if (left == null || left == 0) {
                rest.add(history.get(i));
            } else {
                told.put(end.get(i), left - 1);
            }
        }
        return rest.reversed();
    }
}
