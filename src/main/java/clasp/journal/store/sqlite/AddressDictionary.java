package clasp.journal.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import clasp.journal.model.SeqRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All addresses of a journal, as they were when its seqs were the present ones: so that a pattern is judged against
/// each of them once, without the file. Immutable.
///
/// @param parts in ascending order of addresses
/// @param present the seqs that the counts are of
record AddressDictionary(List<AddressTable> parts, SeqRange present) {
    AddressDictionary {
        parts = List.copyOf(parts);
    }

    /// All of them with their counts, as a list that makes each element when it is asked for.
    List<AddressCount> counts() {
        return new CountedAddresses(parts);
    }

    /// How many entries are at addresses that fulfil a filter, which nothing but the address decides.
    long count(Filter filter, Cancellation cancellation) {
        return Segments.map(parts, part -> count(part, filter), part -> {}, cancellation).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static long count(AddressTable part, Filter filter) {
        long[] sum = new long[1];
        part.forEach((utf8, length, entries, lastSeq) -> sum[0] += matches(filter, utf8, length) ? entries : 0);
        return sum[0];
    }

    /// The addresses that fulfil the filter; null when they are more than `max`.
    ///
    /// @param cancelled asked now and then, may throw
    @Nullable
    List<String> matching(Filter filter, int max, Runnable cancelled) {
        List<String> found = new ArrayList<>();
        for (AddressTable part : parts) {
            cancelled.run();
            part.forEach((utf8, length, entries, lastSeq) -> {
                if (found.size() <= max && matches(filter, utf8, length)) {
                    found.add(new String(utf8, 0, length, UTF_8));
                }
            });
        }
        return found.size() > max ? null : found;
    }

    /// Making a text of a million addresses takes longer than judging their bytes.
    static boolean matches(Filter filter, byte[] utf8, int length) {
        AddressPattern pattern = filter instanceof Filter.Address address ? address.pattern() : null;
        return pattern == null
                ? AddressSets.matches(filter, new String(utf8, 0, length, UTF_8))
                : pattern.matches(utf8, 0, length);
    }
}
