package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Damage;
import clasp.journal.store.DamagedException;
import clasp.journal.store.JournalException;
import clasp.journal.store.Progress;
import clasp.journal.store.ReplacedException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A journal file as it can be read at the moment. Before and after each piece of work it looks whether the
/// way of reading still fits: a file that nobody had open may get a writer, be compacted or be replaced.
/// Then the file is opened anew and the work repeated, so a result is never a mixture. A file with another
/// journal in it is not read at all: who has seen the old one has to open the new one. Thread-safe.
final class SqliteSource implements AutoCloseable {
    private static final int ATTEMPTS = 5;

    private final JournalFile file;
    private final FileUse use;
    private final NewestSeen newest = new NewestSeen();
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private @Nullable ReadPool pool;
    private long generation;
    /// The state of the file in which it was closed for a while only; null where that tells nothing.
    private @Nullable FileStamp paused;
    private @Nullable FileStamp refused;
    private @Nullable FileStamp cutOff;
    /// What was missing when it was opened last.
    private volatile Damage damage = Damage.NONE;
    /// The state of the file in which what is left of it is read; null when the file itself is.
    private @Nullable FileStamp salvaged;

    /// The state of the file in which damage was met; null while none was.
    private volatile @Nullable FileStamp damageMet;
    private boolean closed;

    SqliteSource(JournalFile file, Progress progress, Cancellation cancellation) {
        this(file, false, progress, cancellation);
    }

    private SqliteSource(JournalFile file, boolean left, Progress progress, Cancellation cancellation) {
        this(file, left);
        current(progress, cancellation);
        use.join(this);
    }

    private SqliteSource(JournalFile file, boolean left) {
        this.file = file;
        this.use = FileUse.of(file);
        salvaged = left ? FileStamp.of(file) : null;
    }

    /// Opens the file when it is read first.
    static SqliteSource unopened(JournalFile file) {
        var source = new SqliteSource(file, false);
        source.use.join(source);
        return source;
    }

    /// Reads what is left of a damaged file.
    static SqliteSource left(JournalFile file, Progress progress, Cancellation cancellation) {
        return new SqliteSource(file, true, progress, cancellation);
    }

    /// The same where it is damaged, which is looked for first; else the file itself.
    static SqliteSource leftIfDamaged(JournalFile file, Progress progress, Cancellation cancellation) {
        try {
            SqliteSource itself = new SqliteSource(file, progress, cancellation);
            if (itself.damage() != Damage.NONE || itself.isSound(cancellation)) {
                return itself;
            }
            itself.close();
        } catch (DamagedException e) {
            // It does not even say what it is; what is left of it may.
        }
        return left(file, progress, cancellation);
    }

    private boolean isSound(Cancellation cancellation) {
        try {
            return read(
                    Attempt.to("store.tried.entries"),
                    cancellation,
                    connection -> new SoundnessCheck(connection).run(Progress.NONE));
        } catch (DamagedException e) {
            return false;
        }
    }

    JournalFile file() {
        return file;
    }

    /// The way in which the file is read now.
    Access access() {
        return current(Progress.NONE, Cancellation.none()).pool().access();
    }

    /// What of the file cannot be read, as far as is known. Never blocks.
    Damage damage() {
        return damageMet == null ? damage : Damage.MET;
    }

    /// Told of damage that somebody went around while reading.
    synchronized void noteDamage() {
        if (pool != null) {
            noteDamage(pool.access());
        }
    }

    private void noteDamage(Access met) {
        if (met.salvageable()) {
            damageMet = met.stamp();
        }
    }

    /// Runs the work on a connection.
    <T> T read(Attempt tried, Cancellation cancellation, ReadWork<T> work) {
        return readAs(tried, cancellation, (access, connection) -> work.on(connection));
    }

    /// Reads, told in which way the file is read.
    @FunctionalInterface
    interface KnowingWork<T> {
        T on(Access access, StoppableConnection connection) throws SQLException;
    }

    /// Runs the work on a connection, told in which way the file is read at that moment.
    <T> T readAs(Attempt tried, Cancellation cancellation, KnowingWork<T> work) {
        gate.readLock().lock();
        try {
            for (int attempt = 1; ; attempt++) {
                Generation now = current(Progress.NONE, cancellation);
                try {
                    Access access = now.pool().access();
                    T result = now.pool().run(connection -> work.on(access, connection), cancellation);
                    if (attempt == ATTEMPTS || fits(now.pool())) {
                        return result;
                    }
                } catch (SQLException e) {
                    if (attempt == ATTEMPTS || fits(now.pool()) && !lostItsFooting(now.pool(), e)) {
                        if (JdbcErrors.isDamage(e)) {
                            noteDamage(now.pool().access());
                        }
                        throw JdbcErrors.of(e, tried, file.name());
                    }
                    drop(now.pool());
                }
            }
        } finally {
            gate.readLock().unlock();
        }
    }

    /// Reads pages past SQLite.
    @FunctionalInterface
    interface PageWork<T> {
        T on(PageFile pages) throws IOException;
    }

    /// Runs the work on the pages of the file itself while nobody in this process can be about to lock it,
    /// as closing a file drops the locks on it. Called within [#readAs], with its access.
    ///
    /// @throws IOException also when SQLite has locks on it in this process
    <T> T aside(Access access, PageWork<T> work) throws IOException {
        use.opening().lock();
        try {
            if (use.lockedHere()) {
                throw new IOException("It is open in this process");
            }
            try (WalPages log = access instanceof Access.Copied copied
                            ? WalPages.open(copied.database().wal(), Cancellation.none())
                            : WalPages.none();
                    PageFile pages = PageFile.open(access.database(), log)) {
                return work.on(pages);
            }
        } finally {
            use.opening().unlock();
        }
    }

    /// A file that was read along with a writer may need another way once that writer is gone.
    private static boolean lostItsFooting(ReadPool pool, SQLException failure) {
        return pool.access() instanceof Access.Live && JdbcErrors.needsAnotherWay(failure);
    }

    /// Reads on the one connection that is kept to notice changes, see [ReadPool#watch].
    <T> T watch(Attempt tried, NumberedWork<T> work) {
        gate.readLock().lock();
        try {
            for (int attempt = 1; ; attempt++) {
                Generation now = current(Progress.NONE, Cancellation.none());
                try {
                    Access access = now.pool().access();
                    // Whoever has the file open besides may have put another journal into it.
                    if (access instanceof Access.Live && !now.pool().watch(newest::isIn)) {
                        throw refuse(now.pool());
                    }
                    return now.pool().watch(connection -> work.on(access, connection, now.number()));
                } catch (SQLException e) {
                    if (attempt == ATTEMPTS || fits(now.pool()) && !lostItsFooting(now.pool(), e)) {
                        if (JdbcErrors.isDamage(e)) {
                            noteDamage(now.pool().access());
                        }
                        throw JdbcErrors.of(e, tried, file.name());
                    }
                    drop(now.pool());
                }
            }
        } finally {
            gate.readLock().unlock();
        }
    }

    /// Reads, told in which way the file is read, and how often it was opened anew.
    @FunctionalInterface
    interface NumberedWork<T> {
        T on(Access access, StoppableConnection connection, long generation) throws SQLException;
    }

    private record Generation(ReadPool pool, long number) {}

    private boolean fits(ReadPool used) {
        return used.access().stillRight(FileStamp.of(file));
    }

    private synchronized Generation current(Progress progress, Cancellation cancellation) {
        if (closed) {
            throw new JournalException(CoreTexts.text("store.closed", file.name()));
        }
        ReadPool known = pool;
        if (known != null) {
            if (stillFits(known)) {
                return new Generation(known, generation);
            }
            drop(known);
        }
        ReadPool opened = openSame(progress, cancellation);
        pool = opened;
        if (!opened.access().stamp().equals(paused) || opened.access() instanceof Access.Live) {
            generation++;
        }
        paused = null;
        return new Generation(opened, generation);
    }

    /// A file that is gone is opened anew when it is back, so that everyone reads again what failed meanwhile.
    private boolean stillFits(ReadPool known) {
        try {
            return fits(known);
        } catch (JournalException gone) {
            drop(known);
            throw gone;
        }
    }

    /// @throws ReplacedException when it is another journal than the one that was read until now
    /// @throws JournalException also when its end has gone since it was opened
    private ReadPool openSame(Progress progress, Cancellation cancellation) {
        if (refused != null && refused.equals(FileStamp.of(file))) {
            throw new ReplacedException(file.name(), file.path());
        }
        refused = null;
        if (cutOff != null && cutOff.equals(FileStamp.of(file))) {
            throw cutOffMeanwhile();
        }
        cutOff = null;
        if (salvaged != null && !salvaged.equals(FileStamp.of(file))) {
            salvaged = null;
        }
        ReadPool opened = openTellingItsState(progress, cancellation);
        learnDamage(opened);
        boolean same = false;
        try {
            same = opened.run(newest::isIn, cancellation);
        } catch (SQLException e) {
            throw JdbcErrors.of(e, Attempt.to("store.tried.open"), file.name());
        } finally {
            if (!same) {
                opened.retire();
            }
        }
        if (!same) {
            refused = opened.access().stamp();
            throw new ReplacedException(file.name(), file.path());
        }
        return opened;
    }

    /// Of what does not even say where it stands, what is left.
    private ReadPool openTellingItsState(Progress progress, Cancellation cancellation) {
        ReadPool opened = open(progress, cancellation);
        if (salvaged != null || !mayShowWhatIsLeft() || !opened.access().salvageable()) {
            return opened;
        }
        boolean tells = false;
        try {
            tells = opened.run(StateReader::tells, cancellation);
        } catch (SQLException e) {
            tells = !JdbcErrors.isDamage(e);
        } finally {
            if (!tells) {
                opened.retire();
            }
        }
        if (tells) {
            return opened;
        }
        salvaged = FileStamp.of(file);
        return open(progress, cancellation);
    }

    /// Whoever has seen all of it would take what is left for all of it.
    private boolean mayShowWhatIsLeft() {
        return generation == 0 || damage != Damage.NONE;
    }

    private void learnDamage(ReadPool opened) {
        Damage found = opened.access().damage();
        if (found == Damage.CUT_OFF && !mayShowWhatIsLeft()) {
            cutOff = opened.access().stamp();
            opened.retire();
            throw cutOffMeanwhile();
        }
        damage = found;
        if (found != Damage.NONE || !opened.access().stamp().equals(damageMet)) {
            damageMet = null;
        }
    }

    private JournalException cutOffMeanwhile() {
        return new JournalException(CoreTexts.text("store.cutOff.meanwhile", file.name()));
    }

    /// What was read until now, to tell it from another journal that takes its place.
    NewestSeen newest() {
        return newest;
    }

    private ReadPool open(Progress progress, Cancellation cancellation) {
        use.opening().lock();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return ReadPool.open(AccessChoice.choose(file, salvaged != null, progress, cancellation), use);
                } catch (SQLException e) {
                    if (mayShowWhatIsLeft() && salvaged == null && JdbcErrors.isDamage(e)) {
                        salvaged = FileStamp.of(file);
                    } else if (attempt == ATTEMPTS || !JdbcErrors.needsAnotherWay(e)) {
                        throw JdbcErrors.of(e, Attempt.to("store.tried.open"), file.name());
                    }
                }
            }
        } finally {
            use.opening().unlock();
        }
    }

    private synchronized ReplacedException refuse(ReadPool other) {
        refused = FileStamp.of(file);
        drop(other);
        return new ReplacedException(file.name(), file.path());
    }

    private synchronized void drop(ReadPool old) {
        if (pool == old) {
            pool = null;
        }
        old.retire();
    }

    /// Runs the work while no connection of this source to the file is open; readers wait.
    <T> T paused(Supplier<T> work) {
        gate.writeLock().lock();
        try {
            synchronized (this) {
                // Making a copy can take long; what is done to the file shows in its state.
                if (pool != null && !(pool.access() instanceof Access.Copied)) {
                    paused = pool.access() instanceof Access.Live
                            ? null
                            : pool.access().stamp();
                    drop(pool);
                }
            }
            return work.get();
        } finally {
            gate.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        use.leave(this);
        synchronized (this) {
            closed = true;
            if (pool != null) {
                drop(pool);
            }
        }
    }
}
