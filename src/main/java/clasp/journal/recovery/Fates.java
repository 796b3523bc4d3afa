package clasp.journal.recovery;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.MsgType;

/// Says in a sentence what became of an entry, and why. Stateless.
public final class Fates {
    private Fates() {}

    public static String sentence(Fate fate) {
        return switch (fate) {
            case Fate.Created created ->
                CoreTexts.text("recovery.fate.created", unsigned(created.after())) + unreadable(created);
            case Fate.Applied applied ->
                CoreTexts.text("recovery.fate.applied", unsigned(applied.before()), unsigned(applied.after()))
                        + unreadable(applied);
            case Fate.Rejected rejected ->
                CoreTexts.text(
                        "recovery.fate.rejected",
                        Long.toUnsignedString(rejected.expected()),
                        Long.toUnsignedString(rejected.carried()));
            case Fate.NotASet other -> CoreTexts.text("recovery.fate.notASet", MsgType.name(other.msgType()));
            case Fate.WithoutRevision _ -> CoreTexts.text("recovery.fate.withoutRevision");
            case Fate.BeforeSnapshot before ->
                CoreTexts.text("recovery.fate.beforeSnapshot", Long.toString(before.seqAt()));
        };
    }

    private static String unreadable(Fate.Change change) {
        return change.unreadable() ? " " + CoreTexts.text("recovery.fate.unreadable") : "";
    }

    private static String unsigned(RecoveredParam param) {
        return Long.toUnsignedString(param.param().revision());
    }
}
