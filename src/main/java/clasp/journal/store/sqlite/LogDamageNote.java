package clasp.journal.store.sqlite;

import clasp.journal.store.LogDamage;
import java.util.Optional;

/// Says what is wrong with a log, for whoever opens the journal. Stateless.
final class LogDamageNote {
    private static final String LOST = " of committed changes cannot be applied, so entries are missing at the end.";
    static final String KEEP = " Keep the journal and the files beside it as they are and work on copies:"
            + " whoever opens it to write throws the log away.";

    private static final String LOOK = " Look for the -wal file where the journal was copied from, or in a backup, and"
            + " keep the journal and the -shm file as they are until then: whoever writes to the journal makes the log"
            + " useless. If another journal was put in its place on purpose, delete the -shm file.";

    private LogDamageNote() {}

    /// Empty when nothing is.
    static Optional<String> of(WalFile wal) {
        return lost(wal).map(told -> wal.damage().loses() ? told + advice(wal) : told);
    }

    /// What to do when something is lost.
    static String advice(WalFile wal) {
        return wal.damage().cause() == LogDamage.Cause.MISSING ? LOOK : KEEP;
    }

    static String frames(long frames) {
        return frames == 1 ? "1 frame" : frames + " frames";
    }

    /// Without what to do about it.
    static Optional<String> lost(WalFile wal) {
        LogDamage damage = wal.damage();
        String frames = frames(damage.frames());
        return switch (damage.cause()) {
            case NONE, IN_USE -> Optional.empty();
            case MISSING ->
                Optional.of("The -wal file is missing: by the -shm file beside the journal, " + frames
                        + " of committed changes are in it and not in the journal, so entries may be missing at the"
                        + " end.");
            case HEADER ->
                Optional.of("The header of the -wal file is damaged, so none of it is read: " + frames + LOST);
            case FRAME ->
                Optional.of("The -wal file is damaged after frame " + (damage.at() - 1) + ": " + frames + LOST);
            case CUT -> Optional.of("The -wal file is cut off within frame " + damage.at() + ": " + frames + LOST);
            case SHORTER ->
                Optional.of((damage.at() == 0
                                ? "The -wal file has lost its content: "
                                : "The -wal file is cut off after frame " + damage.at() + ": ")
                        + frames
                        + LOST);
            case UNFINISHED ->
                Optional.of("The -wal file ends within frame " + damage.at() + ", in a change that is not complete. If"
                        + " the file was cut off, as by a copy that broke off, entries are missing at the end: look"
                        + " for a complete copy.");
        };
    }
}
