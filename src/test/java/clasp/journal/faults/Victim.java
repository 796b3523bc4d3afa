package clasp.journal.faults;

import clasp.journal.live.BearerToken;
import clasp.journal.live.RecordingLimits;
import clasp.journal.live.RecordingOrder;
import clasp.journal.live.RouterAddress;
import clasp.journal.live.RouterRecording;
import clasp.journal.settings.FileSettings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/// The process that is killed: it works on a journal and prints what is done for good.
final class Victim {
    /// What it says each time that it may not do its work.
    static final String REFUSED = "refused";

    private Victim() {}

    static void main(String[] args) throws Exception {
        Path file = Path.of(args[1]);
        switch (Job.valueOf(args[0])) {
            case RECORDING -> record(file, "ws://127.0.0.1:" + args[2]);
            case COMPACTION -> compact(file);
            case EXPORT -> export(file);
            case SNAPSHOT -> snapshot(file);
            case SETTINGS -> settings(file.resolveSibling("settings.json"));
        }
    }

    private static void say(long done) {
        System.out.println(done);
        System.out.flush();
    }

    private static void record(Path file, String url) throws Exception {
        var order = new RecordingOrder(
                RouterAddress.of(url), BearerToken.NONE, List.of(), Set.of(), false, RecordingOrder.UNLIMITED);
        try (RouterRecording recording = RouterRecording.start(
                order,
                RecordingLimits.STANDARD,
                () -> new SqliteJournals().create(file, null),
                InstantSource.system(),
                Cancellation.none())) {
            say(0);
            while (true) {
                say(recording.recording().entries());
                Thread.sleep(2);
            }
        }
    }

    private static void snapshot(Path file) {
        try (SqliteJournal journal = new SqliteJournals().openForWriting(file, null)) {
            say(0);
            for (int done = 0; ; say(done)) {
                try {
                    journal.snapshot(Work.params());
                    done++;
                } catch (JournalException locked) {
                    if (!locked.getMessage().contains("Another program keeps it locked")) {
                        throw locked;
                    }
                }
            }
        }
    }

    /// Where another process writes, it is refused, again and again.
    private static void compact(Path file) throws Exception {
        say(0);
        while (true) {
            try {
                Work.compact(file);
                say(1);
                return;
            } catch (JournalException refused) {
                if (!refused.getMessage().contains("Stop it first")) {
                    throw refused;
                }
                System.out.println(REFUSED);
                Thread.sleep(20);
            }
        }
    }

    private static void export(Path file) {
        // Once opened, it does nothing but export.
        try (JournalReader journal = Originals.open(file)) {
            say(0);
            for (int done = 1; ; done++) {
                Work.export(journal, file.getParent());
                say(done);
            }
        }
    }

    private static void settings(Path file) {
        var settings = new FileSettings(file, Runnable::run, System.err::println);
        say(0);
        for (int done = 1; ; done++) {
            settings.write("long", "x".repeat(50_000));
            settings.write("count", done);
            say(done);
        }
    }
}
