package clasp.journal.ui.recovery;

import clasp.journal.recovery.RecoveryRule;
import clasp.journal.recovery.StateHistory;
import clasp.journal.store.JournalReader;

/// What was recovered of one journal by each rule, shared by everything that asks about a moment: what one part of the
/// view has replayed, no other has to replay again. Thread-safe.
record Histories(StateHistory documented, StateHistory router) {
    static Histories of(JournalReader journal) {
        return new Histories(
                new StateHistory(journal, RecoveryRule.DOCUMENTED),
                new StateHistory(journal, RecoveryRule.CLASP_ROUTER));
    }

    StateHistory by(RecoveryRule rule) {
        return switch (rule) {
            case DOCUMENTED -> documented;
            case CLASP_ROUTER -> router;
        };
    }
}
