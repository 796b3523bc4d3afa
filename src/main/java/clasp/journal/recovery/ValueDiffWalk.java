package clasp.journal.recovery;

import clasp.journal.model.Value;
import clasp.journal.store.Cancellation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Goes through two values side by side and notes what differs. Confined to one call of [#run].
final class ValueDiffWalk {
    private static final Pattern PLAIN_KEY = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$-]*");

    /// Where a part is, written out only for what has changed.
    private record Place(@Nullable Place parent, @Nullable String key, int index) {
        static final Place ROOT = new Place(null, null, -1);

        String path() {
            var steps = new ArrayList<String>();
            for (Place place = this; place != null; place = place.parent) {
                steps.add(place.step());
            }
            String path = String.join("", steps.reversed());
            return path.startsWith(".") ? path.substring(1) : path;
        }

        private String step() {
            if (key == null) {
                return index < 0 ? "" : "[" + index + "]";
            }
            return PLAIN_KEY.matcher(key).matches() ? "." + key : "[" + new Value.Text(key).json() + "]";
        }
    }

    private final ValueComparison values;
    private final int max;
    private final Cancellation cancellation;
    private final List<ValueChange> changes = new ArrayList<>();
    private boolean complete = true;

    ValueDiffWalk(ValueComparison values, int max, Cancellation cancellation) {
        this.values = values;
        this.max = max;
        this.cancellation = cancellation;
    }

    ValueDiff run(Value before, Value after) {
        compare(Place.ROOT, before, after);
        return new ValueDiff(changes, complete);
    }

    private void compare(Place place, Value before, Value after) {
        cancellation.check();
        if (before instanceof Value.Array left && after instanceof Value.Array right) {
            compareItems(place, left.items(), right.items());
        } else if (before instanceof Value.Map left && after instanceof Value.Map right) {
            compareMembers(place, byKey(left), byKey(right));
        } else if (before.getClass() != after.getClass()) {
            note(ChangeKind.CHANGED, place, before, after);
        } else {
            switch (values.compare(before, after)) {
                case ALIKE -> {}
                case RETYPED -> note(ChangeKind.RETYPED, place, before, after);
                case DIFFERENT -> note(ChangeKind.CHANGED, place, before, after);
            }
        }
    }

    /// Arrays of one length are compared item by item. In arrays of two lengths, what is alike at both ends is taken
    /// to have stayed, so that an item put in or taken out is found as such.
    private void compareItems(Place place, List<Value> before, List<Value> after) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        int tail = 0;
        if (before.size() != after.size()) {
            while (head < shorter && alike(before.get(head), after.get(head))) {
                head++;
            }
            while (tail < shorter - head
                    && alike(before.get(before.size() - 1 - tail), after.get(after.size() - 1 - tail))) {
                tail++;
            }
        }
        int index = head;
        for (; index < shorter - tail && complete; index++) {
            compare(new Place(place, null, index), before.get(index), after.get(index));
        }
        for (int i = index; i < after.size() - tail && complete; i++) {
            note(ChangeKind.ADDED, new Place(place, null, i), null, after.get(i));
        }
        for (int i = index; i < before.size() - tail && complete; i++) {
            note(ChangeKind.REMOVED, new Place(place, null, i), before.get(i), null);
        }
    }

    private boolean alike(Value before, Value after) {
        cancellation.check();
        return values.compare(before, after) == ValueComparison.Outcome.ALIKE;
    }

    private void compareMembers(Place place, Map<String, Value> before, Map<String, Value> after) {
        after.forEach((key, value) -> {
            Value earlier = before.remove(key);
            var member = new Place(place, key, -1);
            if (earlier == null) {
                note(ChangeKind.ADDED, member, null, value);
            } else if (complete) {
                compare(member, earlier, value);
            }
        });
        before.forEach((key, value) -> note(ChangeKind.REMOVED, new Place(place, key, -1), value, null));
    }

    private void note(ChangeKind kind, Place place, @Nullable Value before, @Nullable Value after) {
        if (changes.size() == max) {
            complete = false;
            return;
        }
        changes.add(new ValueChange(kind, place.path(), json(before), json(after)));
    }

    private static @Nullable String json(@Nullable Value value) {
        return value == null ? null : value.json();
    }

    private static Map<String, Value> byKey(Value.Map map) {
        Map<String, Value> members = new LinkedHashMap<>();
        map.members().forEach(member -> members.put(member.key(), member.value()));
        return members;
    }
}
