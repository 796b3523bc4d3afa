package clasp.journal.ui.addresses;

import clasp.journal.store.Cancellation;
import clasp.journal.ui.addresses.AddressNode.All;
import clasp.journal.ui.addresses.AddressNode.Branch;
import clasp.journal.ui.addresses.AddressNode.Leaf;
import clasp.journal.ui.addresses.AddressNode.More;
import clasp.journal.ui.addresses.AddressNode.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Grows the tree of one list of addresses as far as lines are open. What was found below a line is kept, so that
/// opening another one costs only that one. Thread-safe.
final class Grower {
    /// Lines below one line at first.
    static final int PORTION = 200;

    /// Up to so many addresses, a filtered tree opens by itself.
    private static final int FEW = 60;

    /// Which lines are open.
    ///
    /// @param open how many lines at most are shown below the line with this key
    /// @param shut lines that somebody closed, which do not open by themselves
    record Shape(Map<String, Integer> open, Set<String> shut) {
        Shape {
            open = Map.copyOf(open);
            shut = Set.copyOf(shut);
        }

        int most(String key) {
            return open.getOrDefault(key, PORTION);
        }
    }

    private record Found(List<Named> segments, long count) {}

    private final AddressList list;
    private final AddressList all;
    private final boolean filtered;
    private final Map<String, Found> known = new ConcurrentHashMap<>();

    /// @param list what is in the tree
    /// @param all every address: a line that stands for all below it says how many entries those have, in
    ///     the tree or not
    /// @param filtered whether those are more
    Grower(AddressList list, AddressList all, boolean filtered) {
        this.list = list;
        this.all = all;
        this.filtered = filtered;
    }

    Growth grow(Shape shape, Cancellation cancellation) {
        var root = new All(list.size(), list.entries(0, list.size()));
        Found first = find(root.key(), shape, cancellation, segments -> {
            int slash = list.lowerBound("/", 0, list.size());
            int end = list.endOf("/", slash, list.size());
            segments.add("/", "/", slash, end).add("", "", 0, slash).add("", "", end, list.size());
        });
        var shown = new All(all.size(), all.entries(0, all.size()));
        return new Growth(shown, true, lines(root, first, shape, cancellation));
    }

    private Growth grow(Branch branch, boolean only, Shape shape, Cancellation cancellation) {
        boolean byItself = only || filtered && list.size() <= FEW;
        boolean open = shape.open().containsKey(branch.key())
                || byItself && !shape.shut().contains(branch.key());
        if (!open) {
            return Growth.closed(whole(branch));
        }
        Found below = find(
                branch.key(),
                shape,
                cancellation,
                segments -> segments.add(branch.path() + "/", "", branch.from(), branch.to()));
        return new Growth(whole(branch), true, lines(branch, below, shape, cancellation));
    }

    private Branch whole(Branch branch) {
        if (!filtered) {
            return branch;
        }
        String prefix = branch.path() + "/";
        int from = all.lowerBound(prefix, 0, all.size());
        int to = all.endOf(prefix, from, all.size());
        return new Branch(branch.path(), branch.name(), from, to, all.entries(from, to));
    }

    private List<Growth> lines(AddressNode parent, Found found, Shape shape, Cancellation cancellation) {
        var lines = new ArrayList<Growth>();
        long rest = parent.entries();
        int most = Math.min(shape.most(parent.key()), found.segments.size());
        for (Named segment : found.segments.subList(0, most)) {
            rest -= segment.entries();
            lines.add(
                    switch (segment) {
                        case Leaf leaf -> Growth.closed(leaf);
                        case Branch branch -> grow(branch, found.count == 1, shape, cancellation);
                    });
        }
        if (found.count > most) {
            lines.add(Growth.closed(new More(parent.key(), found.count - most, rest, filtered)));
        }
        return lines;
    }

    private Found find(String key, Shape shape, Cancellation cancellation, Consumer<Segments> finding) {
        int most = shape.most(key);
        Found before = known.get(key);
        if (before != null && (before.segments.size() >= most || before.segments.size() == before.count)) {
            return before;
        }
        var segments = new Segments(list, most, cancellation);
        finding.accept(segments);
        var found = new Found(segments.shown(), segments.count());
        known.put(key, found);
        return found;
    }
}
