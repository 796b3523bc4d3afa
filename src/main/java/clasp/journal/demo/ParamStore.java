package clasp.journal.demo;

import clasp.journal.model.Param;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The router's side of the show: value and revision of every param that was ever set. Confined to its simulator's
/// thread.
final class ParamStore {
    private final String[] addresses;
    private final @Nullable String[] values;
    private final String[] writers;
    private final long[] times;
    private final long[] revisions;

    ParamStore(String[] addresses, int params) {
        this.addresses = addresses;
        values = new @Nullable String[params];
        writers = new String[params];
        Arrays.fill(writers, "");
        times = new long[params];
        revisions = new long[params];
    }

    /// Takes a SET and returns the param's revision after it.
    long set(int param, String value, String writer, long micros) {
        values[param] = value;
        writers[param] = writer;
        times[param] = micros;
        return ++revisions[param];
    }

    /// As after the start of a router that recovered nothing: the next SET of each param gives revision 1.
    void forget() {
        Arrays.fill(values, null);
        Arrays.fill(revisions, 0);
    }

    /// By address.
    List<Param> params() {
        List<Param> found = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            String value = values[i];
            if (value != null) {
                found.add(new Param(addresses[i], value, revisions[i], writers[i], times[i]));
            }
        }
        found.sort(Comparator.comparing(Param::address));
        return found;
    }
}
