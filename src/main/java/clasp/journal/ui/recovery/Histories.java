package clasp.journal.ui.recovery;

import clasp.journal.recovery.RecoveryRule;
import clasp.journal.recovery.StateHistory;
import clasp.journal.store.JournalReader;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The states of a journal by each rule, shared by all parts of the view, so that what one replayed serves the others.
/// Thread-safe.
final class Histories {
    private final Map<RecoveryRule, StateHistory> histories = new EnumMap<>(RecoveryRule.class);

    Histories(JournalReader journal) {
        for (RecoveryRule each : RecoveryRule.values()) {
            histories.put(each, new StateHistory(journal, each));
        }
    }

    StateHistory of(RecoveryRule rule) {
        return Objects.requireNonNull(histories.get(rule));
    }
}
