package clasp.journal.cli;

import clasp.journal.recovery.Problem;
import clasp.journal.recovery.ProblemScan;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Damage;
import clasp.journal.store.DamagedException;
import clasp.journal.store.JournalOpener;
import clasp.journal.store.JournalReader;
import clasp.journal.store.MissingEntriesException;
import clasp.journal.store.sqlite.HmacVerification;
import clasp.journal.store.sqlite.SqliteJournals;
import java.nio.file.Path;
import java.util.function.Consumer;

/// What the commands work with.
///
/// @param window for `open`
public record Tools(Console console, JournalOpener opener, HmacCheck hmacs, Window window) {
    /// The tools for SQLite files.
    public static Tools of(Console console, Window window) {
        return new Tools(
                console,
                new SqliteJournals(),
                (journal, key, bad, progress, cancellation) -> {
                    var verification = new HmacVerification(key);
                    return journal.left()
                            ? verification.verifyLeft(journal.file(), bad, progress, cancellation)
                            : verification.verify(journal.file(), bad, progress, cancellation);
                },
                window);
    }

    /// Opens for reading; what whoever reads it should know goes to standard error.
    JournalReader open(Path file) {
        return open(new JournalToRead(file, false));
    }

    /// The same, or what is left of it where it is damaged.
    JournalReader open(JournalToRead wanted) {
        JournalReader journal = console.during(progress -> wanted.left()
                ? opener.openLeftIfDamaged(wanted.file(), progress, Cancellation.none())
                : opener.open(wanted.file(), progress, Cancellation.none()));
        journal.info().notes().forEach(console::say);
        return journal;
    }

    /// Tells all problems of a journal.
    void findProblems(JournalReader journal, Consumer<Problem> found) {
        console.during(progress -> {
            new ProblemScan(journal).run(found, progress, Cancellation.none());
            return found;
        });
    }

    /// What a command ends with that gave all that can be read: a script should not take a part for the whole.
    int statusAfterReading(JournalReader journal) {
        // Where it stands tells of a damaged end.
        journal.state();
        if (journal.damage() == Damage.MET) {
            console.say("“" + journal.info().name() + "” is damaged, and something in it could not be read. "
                    + LeftOption.NAME + " reads all that can be.");
            return ExitStatus.FAILED;
        }
        return journal.info().incomplete() ? ExitStatus.FAILED : ExitStatus.OK;
    }

    /// The same of one that reads only what it needs of a journal: whether the rest is damaged is looked for, and said.
    int statusAfterReadingPart(JournalReader journal) {
        int status = statusAfterReading(journal);
        if (journal.damage() == Damage.NONE) {
            try {
                journal.lookThrough(Cancellation.none());
            } catch (DamagedException | MissingEntriesException e) {
                console.say("All that this needs of the journal could be read. " + e.getMessage());
                return ExitStatus.FAILED;
            }
        }
        return status;
    }
}
