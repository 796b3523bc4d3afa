package clasp.journal.live;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds what the end of a history and the beginning of what was heard live have in common. Stateless.
///
/// Entries come without seqs, so only their content tells. A router that journals in the order in which it tells has
/// an exact overlap. CLASP's router swaps neighbours, leaves gestures out of its journal, and keeps `null` for samples:
/// there, what must not be doubled is found without regard to the order. A SET with a revision is the same wherever it
/// turns up, and so proves an overlap wrong that would leave it in both.
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

        boolean mayBeSamples() {
            return msgType == MsgType.PUBLISH && valueJson.startsWith("[");
        }

        Content withoutValue() {
            return new Content(address, signalType, "null", revision, msgType);
        }
    }

    /// The history without those entries at its end that were heard live, too.
    ///
    /// @param live its first entries: as many as may be in the history
    /// @param atLeast how many of them surely are, unless the router does not journal them
    /// @param about how many of them probably are: where entries repeat, the overlap nearest to that is taken
    static List<Entry> without(List<Entry> history, List<Entry> live, int atLeast, int about) {
        List<Content> end = history.stream().map(Content::of).toList();
        List<Content> begin = asJournaled(live.stream().map(Content::of).toList(), end);
        int least = Math.min(atLeast, end.size());
        for (int common : new int[] {inOrder(end, begin, least, about), inAnyOrder(end, begin, least)}) {
            int rest = end.size() - common;
            if (common > 0 && !isDoubled(end.subList(0, rest), begin)) {
                return history.subList(0, rest);
            }
        }
        return least == 0 && !isDoubled(end, begin) ? history : withoutAny(history, end, begin);
    }

    /// By how many entries the overlap that [#without] finds may be wrong: where entries repeat, as those of a value
    /// that is published again and again, others fit as well.
    static int unclear(List<Entry> history, List<Entry> live, int atLeast) {
        int taken =
                history.size() - without(history, live, atLeast, live.size()).size();
        List<Content> end = history.stream().map(Content::of).toList();
        List<Content> begin =
                asJournaled(live.stream().limit(taken).map(Content::of).toList(), end);
        for (int common = Math.min(atLeast, taken); common < taken && taken <= begin.size(); common++) {
            if (fits(end, begin, common) && !isDoubled(end.subList(0, end.size() - common), begin)) {
                return taken - common;
            }
        }
        return 0;
    }

    /// Whether so many entries end the one as they begin the other. That none do is believed only where all that were
    /// heard stand twice at the end.
    private static boolean fits(List<Content> end, List<Content> begin, int common) {
        int size = end.size();
        if (common == 0) {
            int all = begin.size();
            return 2 * all <= size && end.subList(size - 2 * all, size - all).equals(begin);
        }
        return end.subList(size - common, size).equals(begin.subList(0, common));
    }

    /// What was heard, as a journal holds it that keeps no samples.
    private static List<Content> asJournaled(List<Content> begin, List<Content> end) {
        Set<Content> known = new HashSet<>();
        Set<Content> withValue = new HashSet<>();
        for (Content content : end) {
            known.add(content);
            if (content.mayBeSamples()) {
                withValue.add(content.withoutValue());
            }
        }
        return begin.stream()
                .map(heard -> {
                    Content bare = heard.withoutValue();
                    return heard.mayBeSamples() && known.contains(bare) && !withValue.contains(bare) ? bare : heard;
                })
                .toList();
    }

    /// How many entries end the one as they begin the other, and leave nothing in both; 0 for none.
    private static int inOrder(List<Content> end, List<Content> begin, int least, int about) {
        return IntStream.rangeClosed(Math.max(1, least), Math.min(begin.size(), end.size()))
                .boxed()
                .sorted(Comparator.comparingInt(common -> Math.abs(common - about)))
                .filter(common -> end.subList(end.size() - common, end.size()).equals(begin.subList(0, common))
                        && !isDoubled(end.subList(0, end.size() - common), begin))
                .findFirst()
                .orElse(0);
    }

    /// The same where neighbours may be swapped.
    private static int inAnyOrder(List<Content> end, List<Content> begin, int least) {
        Map<Content, Integer> differences = new HashMap<>();
        int greatest = 0;
        for (int common = 1; common <= Math.min(begin.size(), end.size()); common++) {
            add(differences, end.get(end.size() - common), 1);
            add(differences, begin.get(common - 1), -1);
            if (differences.isEmpty() && common >= least) {
                greatest = common;
            }
        }
        return greatest;
    }

    private static void add(Map<Content, Integer> differences, Content content, int times) {
        differences.merge(content, times, (a, b) -> a + b == 0 ? null : a + b);
    }

    /// Whether something is in both that happens only once.
    private static boolean isDoubled(List<Content> rest, List<Content> begin) {
        Set<Content> once = new HashSet<>();
        begin.stream().filter(content -> content.revision() != null).forEach(once::add);
        return !once.isEmpty() && rest.stream().anyMatch(once::contains);
    }

    /// Whatever is in both goes, once for each time.
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
