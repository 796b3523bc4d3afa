package clasp.journal.wire;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Sets of constants that cannot change and are gone through in the order of their declaration, which is the order
/// of CLASP's lists (`Set.copyOf` has no order). Stateless.
final class EnumSets {
    private EnumSets() {}

    static <E extends Enum<E>> Set<E> copyOf(Class<E> type, Collection<E> constants) {
        EnumSet<E> copy = EnumSet.noneOf(type);
        copy.addAll(constants);
        return Collections.unmodifiableSet(copy);
    }
}
