package clasp.journal.ui.snapshot;

import clasp.journal.model.Snapshot;

/// A line in the list of states. Immutable.
record StateItem(StateSource source, Condition condition) {
    /// What is known of the content.
    sealed interface Condition {
        /// Not read yet.
        record Unread() implements Condition {}

        /// A router can load it.
        record Usable(int params) implements Condition {}

        /// All of it can be read here, but not by CLASP.
        record Refused(int params, String sentence) implements Condition {}

        /// Only a part can be read.
        record Damaged(int params, String sentence) implements Condition {}

        /// Reading failed altogether.
        record Unreadable(String sentence) implements Condition {}
    }

    static StateItem unread(StateSource source) {
        return new StateItem(source, new Condition.Unread());
    }

    static Condition conditionOf(Snapshot snapshot) {
        int params = snapshot.params().size();
        String damage = snapshot.damage();
        String refusal = snapshot.claspRefusal();
        if (damage != null) {
            return new Condition.Damaged(params, damage);
        }
        return refusal != null ? new Condition.Refused(params, refusal) : new Condition.Usable(params);
    }
}
