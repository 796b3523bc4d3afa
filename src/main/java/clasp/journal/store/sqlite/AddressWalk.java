package clasp.journal.store.sqlite;

import clasp.journal.query.AddressPattern;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the addresses that a pattern matches by seeks in the index, segment by segment: a segment that is written out
/// costs one seek, and one with wildcards a seek for each different segment that the journal has in its place, however
/// many addresses lie below. From the first `**` (or anything else that may cross a slash) on, whatever lies below is
/// listed. Used for one pattern on one connection.
final class AddressWalk {
    /// What cannot be judged segment by segment, beside characters that may not be stored as they are read.
    private static final String CROSSING = "[{\\!";

    private static final char FIRST_DOUBTFUL = Character.MIN_SURROGATE;

    private final StoppableConnection connection;
    private final AddressPattern pattern;
    private final String[] segments;
    private final List<String> found = new ArrayList<>();
    private int left;

    private AddressWalk(StoppableConnection connection, AddressPattern pattern, int max) {
        this.connection = connection;
        this.pattern = pattern;
        this.segments = pattern.text().split("/", -1);
        this.left = max;
    }

    /// Null when more than `max` addresses would have to be looked at, or one cannot be looked up again by its text.
    static @Nullable List<String> matches(StoppableConnection connection, AddressPattern pattern, int max)
            throws SQLException {
        AddressWalk walk = new AddressWalk(connection, pattern, max);
        return walk.below("", 0) ? walk.found : null;
    }

    /// @param prefix ends where segment number `depth` begins
    /// @return whether everything there was looked at
    private boolean below(String prefix, int depth) throws SQLException {
        String segment = segments[depth];
        String begin = prefix + literalBegin(segment);
        if (crosses(segment)) {
            return addAll(AddressReader.distinct(connection, begin, left + 1));
        }
        boolean last = depth == segments.length - 1;
        if (literalBegin(segment).length() < segment.length()) {
            return children(prefix, begin, depth, last);
        }
        if (!last) {
            return below(begin + "/", depth + 1);
        }
        return !begin.equals(AddressReader.next(connection, begin, true, null)) || addAll(List.of(begin));
    }

    private boolean children(String prefix, String begin, int depth, boolean last) throws SQLException {
        AddressPattern segment = AddressPattern.of(segments[depth]);
        String end = FilterSql.after(begin);
        String address = AddressReader.next(connection, begin, true, end);
        while (address != null) {
            if (--left < 0 || doubtful(address)) {
                return false;
            }
            int slash = address.indexOf('/', prefix.length());
            if (slash < 0) {
                if (last && pattern.matches(address)) {
                    found.add(address);
                }
                address = AddressReader.next(connection, address, false, end);
            } else {
                boolean fits = !last && segment.matches(address.substring(prefix.length(), slash));
                if (fits && !below(address.substring(0, slash + 1), depth + 1)) {
                    return false;
                }
                address = AddressReader.next(connection, address.substring(0, slash) + (char) ('/' + 1), true, end);
            }
        }
        return true;
    }

    private boolean addAll(@Nullable List<String> addresses) {
        if (addresses == null || addresses.size() > left) {
            return false;
        }
        left -= addresses.size();
        for (String address : addresses) {
            if (doubtful(address)) {
                return false;
            }
            if (pattern.matches(address)) {
                found.add(address);
            }
        }
        return true;
    }

    private static boolean crosses(String segment) {
        return segment.contains("**") || segment.chars().anyMatch(c -> CROSSING.indexOf(c) >= 0 || c >= FIRST_DOUBTFUL);
    }

    private static String literalBegin(String segment) {
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == '*' || c == '?' || CROSSING.indexOf(c) >= 0 || c >= FIRST_DOUBTFUL) {
                return segment.substring(0, i);
            }
        }
        return segment;
    }

    /// Whether an address may have other bytes than its text says.
    static boolean doubtful(String address) {
        return address.indexOf('\uFFFD') >= 0 || address.indexOf('\0') >= 0;
    }
}
