package clasp.journal.cli;

import clasp.journal.store.Cancellation;
import clasp.journal.store.Damage;
import clasp.journal.store.JournalOpener;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.HmacVerification;
import clasp.journal.store.sqlite.SqliteJournals;
import java.nio.file.Path;

/// What the commands work with.
///
/// @param window for `open`
public record Tools(Console console, JournalOpener opener, HmacCheck hmacs, Window window) {
    /// The tools for SQLite files.
    public static Tools of(Console console, Window window) {
        return new Tools(
                console,
                new SqliteJournals(),
                (file, key, bad, cancellation) ->
                        new HmacVerification(key).verify(file, bad, Progress.NONE, cancellation),
                window);
    }

    /// Opens for reading; what whoever reads it should know goes to standard error.
    JournalReader open(Path file) {
        JournalReader journal = opener.open(file, Progress.NONE, Cancellation.none());
        journal.info().notes().forEach(console::say);
        return journal;
    }

    /// What a command ends with that gave all that can be read: a script should not take a part for the whole.
    int statusAfterReading(JournalReader journal) {
        if (journal.damage() == Damage.MET) {
            console.say("“" + journal.info().name() + "” is damaged, and something in it could not be read.");
            return ExitStatus.FAILED;
        }
        return journal.info().incomplete() ? ExitStatus.FAILED : ExitStatus.OK;
    }
}
