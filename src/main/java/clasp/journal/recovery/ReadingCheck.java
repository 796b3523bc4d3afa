package clasp.journal.recovery;

import clasp.journal.model.ClaspReading;
import clasp.journal.model.CoreTexts;
import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.SignalType;
import clasp.journal.store.EntryGlance;
import java.util.function.Consumer;

/// Looks for what CLASP does not know, cannot read, or reads differently. Confined to one scan.
final class ReadingCheck implements ProblemScan.EntryCheck {
    private final Consumer<Problem> found;

    ReadingCheck(Consumer<Problem> found) {
        this.found = found;
    }

    @Override
    public void entry(EntryGlance seen, int id) {
        boolean known = seen.msgType() == MsgType.SET || seen.msgType() == MsgType.PUBLISH;
        if (known && seen.plainValue() && SignalType.of(seen.signalType()).isPresent()) {
            return;
        }
        Entry entry = seen.entry();
        if (entry.msgType() != MsgType.SET && entry.msgType() != MsgType.PUBLISH) {
            unknownType(entry);
        }
        for (ClaspReading reading : ClaspReading.of(entry)) {
            String sentence = reading.sentence(entry);
            switch (reading) {
                case NULL_FOR_BAD_JSON, NULL_FOR_DEPTH ->
                    tell(
                            ProblemKind.UNREADABLE_VALUE,
                            entry,
                            sentence,
                            CoreTexts.text(
                                    entry.isSet() ? "recovery.unreadable.set" : "recovery.unreadable.published"));
                case FLOAT_FOR_INTEGER, LAST_KEY_WINS -> tell(ProblemKind.VALUE_READ_DIFFERENTLY, entry, sentence);
                case EVENT_FOR_SIGNAL_TYPE -> tell(ProblemKind.UNKNOWN_SIGNAL_TYPE, entry, entry.signalType());
                case MSG_TYPE_CUT -> {
                    // Told with the unknown message type: no known one is cut.
                }
            }
        }
    }

    /// What CLASP takes it for decides whether clasp-router applies it.
    private void unknownType(Entry entry) {
        boolean cut = ClaspReading.ofFields(entry).contains(ClaspReading.MSG_TYPE_CUT);
        boolean set = RecoveryRule.CLASP_ROUTER.isSet(entry.msgType());
        String advice = !set
                ? CoreTexts.text("recovery.messageType.noRecovery")
                : entry.revision() == null
                        ? CoreTexts.text("recovery.messageType.setWithoutRevision")
                        : CoreTexts.text("recovery.messageType.routerOnly");
        tell(
                ProblemKind.UNKNOWN_MESSAGE_TYPE,
                entry,
                MsgType.name(entry.msgType()),
                cut ? " " + ClaspReading.MSG_TYPE_CUT.sentence(entry) : "",
                advice);
    }

    private void tell(ProblemKind kind, Entry entry, String... details) {
        found.accept(Problem.of(kind, entry.seq(), entry.address(), details));
    }
}
