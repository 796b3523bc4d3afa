package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.Damage;
import clasp.journal.store.JournalAccess;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalState;
import java.util.List;

/// A file that cannot be opened, until a backup has taken its place: nothing is known of it, and all of it is
/// kept then. After that it is read as any. Thread-safe.
final class UnopenedReader extends SqliteReader {
    private static final JournalState NOTHING = new JournalState(0, 0, 0, 0);

    private final JournalFile file;
    private final FileStamp stamp;
    private volatile boolean replaced;

    UnopenedReader(JournalFile file) {
        super(SqliteSource.unopened(file));
        this.file = file;
        stamp = FileStamp.of(file);
    }

    private boolean sameAsBefore() {
        replaced = replaced || !FileStamp.of(file).equals(stamp);
        return !replaced;
    }

    @Override
    public JournalInfo info() {
        return sameAsBefore()
                ? new JournalInfo(
                        file.name(), file.path(), JournalAccess.Plain.READ_ONLY, stamp.sizeBytes(), -1, true, List.of())
                : super.info();
    }

    @Override
    public JournalState state() {
        return sameAsBefore() ? NOTHING : super.state();
    }

    @Override
    public Damage damage() {
        return replaced ? super.damage() : Damage.MET;
    }

    @Override
    public CompactionAccess compaction() {
        boolean same = sameAsBefore();
        return switch (super.compaction()) {
            case CompactionAccess.OnlyRestore(var reason, var compactor)
            when same ->
                new CompactionAccess.OnlyRestore(CoreTexts.text("store.compact.unopened", file.name()), compactor);
            case CompactionAccess other -> other;
        };
    }
}
