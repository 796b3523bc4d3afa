package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.LogDamage;
import java.util.Optional;

/// Says what is wrong with a log, for whoever opens the journal. Stateless.
final class LogDamageNote {
    private LogDamageNote() {}

    /// Empty when nothing is.
    static Optional<String> of(WalFile wal) {
        return lost(wal).map(told -> wal.damage().loses() ? told + " " + advice(wal) : told);
    }

    /// What to do when something is lost.
    static String advice(WalFile wal) {
        boolean missing = wal.damage().cause() == LogDamage.Cause.MISSING;
        return CoreTexts.text(missing ? "store.log.look" : "store.log.keep");
    }

    /// Without what to do about it.

    static Optional<String> lost(WalFile wal) {
        LogDamage damage = wal.damage();
        String frames = Long.toString(damage.frames());
        String at = Long.toString(damage.at());
        return switch (damage.cause()) {
            case NONE, IN_USE -> Optional.empty();
            case MISSING -> Optional.of(CoreTexts.text("store.log.missing", frames, frames));
            case HEADER -> Optional.of(CoreTexts.text("store.log.header", lostFrames(frames)));
            case FRAME ->
                Optional.of(CoreTexts.text("store.log.frame", Long.toString(damage.at() - 1), lostFrames(frames)));
            case CUT -> Optional.of(CoreTexts.text("store.log.cut", at, lostFrames(frames)));
            case SHORTER ->
                Optional.of(
                        damage.at() == 0
                                ? CoreTexts.text("store.log.emptied", lostFrames(frames))
                                : CoreTexts.text("store.log.shorter", at, lostFrames(frames)));
            case UNFINISHED -> Optional.of(CoreTexts.text("store.log.unfinished", at));
        };
    }

    private static String lostFrames(String frames) {
        return CoreTexts.text("store.log.lost", frames, frames);
    }
}
