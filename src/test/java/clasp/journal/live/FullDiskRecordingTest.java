package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.RecordingState;
import clasp.journal.store.Selection;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.store.sqlite.SqliteSessions;
import clasp.journal.testing.Mounts;
import clasp.journal.testing.Patience;
import clasp.journal.wire.Message;
import clasp.journal.wire.WireValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a real file system that is full: one in memory, where this user may mount one.
class FullDiskRecordingTest {
    private static final int ENTRIES = 20_000;
    private static final RecordingLimits LIMITS =
            new RecordingLimits(Duration.ofSeconds(30), 100_000, 48 << 20, Duration.ofMillis(100));

    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(Mounts.memory(disk, 12)).isTrue();
    }

    @AfterEach
    void unmount() throws Exception {
        Mounts.unmount(disk);
    }

    private static HostileRouter router() throws Exception {
        return new HostileRouter().next(line -> {
            line.behave();
            for (int i = 1; i <= ENTRIES; i++) {
                line.send(new Message.Set("/a/" + i % 50, WireValue.Int.of(i), (long) i, false, false, null));
            }
            line.stayAlive();
        });
    }

    private static RouterRecording record(HostileRouter router, Path file) {
        return RouterRecording.start(
                new RecordingOrder(
                        router.address(), BearerToken.NONE, List.of(), Set.of(), false, RecordingOrder.UNLIMITED),
                LIMITS,
                () -> new SqliteJournals().create(file, null),
                InstantSource.system(),
                Cancellation.none());
    }

    private static void awaitFull(RouterRecording recording) throws Exception {
        Patience.until("the complaint", () -> recording.recording().state() instanceof RecordingState.Blocked);
        assertThat(recording.recording().state())
                .isInstanceOfSatisfying(
                        RecordingState.Blocked.class,
                        blocked -> assertThat(blocked.sentence()).contains("no space left"));
    }

    private static void awaitAllHeard(RouterRecording recording) throws Exception {
        Patience.until(
                "all to be heard",
                () -> recording.recording().waiting() + recording.recording().entries() >= ENTRIES);
    }

    private static long length(JournalReader journal) {
        return journal.count(Filter.ALL, Progress.NONE, Cancellation.none());
    }

    @Test
    void onceThereIsRoomAgainNothingIsMissing() throws Exception {
        Path ballast = Files.write(disk.resolve("ballast"), new byte[11 << 20]);
        Path file = disk.resolve("session.db");
        try (HostileRouter router = router()) {
            try (RouterRecording recording = record(router, file)) {
                awaitFull(recording);
                awaitAllHeard(recording);
                long stored = recording.recording().entries();
                assertThat(length(recording)).isGreaterThanOrEqualTo(stored);

                Files.delete(ballast);
                Patience.until("all of it", () -> recording.recording().entries() == ENTRIES);
                assertThat(recording.recording().isComplete()).isTrue();
            }
        }
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            assertThat(length(journal)).isEqualTo(ENTRIES);
            assertThat(journal.missingSeqs(9, Cancellation.none())).isEmpty();
        }
    }

    @Test
    void whatHasNoRoomIsKeptInAFileElsewhere() throws Exception {
        Files.write(disk.resolve("ballast"), new byte[11 << 20]);
        Path elsewhere = folder.resolve("elsewhere.db");
        try (HostileRouter router = router();
                RouterRecording recording = record(router, disk.resolve("session.db"))) {
            awaitFull(recording);
            awaitAllHeard(recording);
            recording.stopListening();
            assertThat(recording.recording().waiting()).isPositive();

            new SqliteSessions(InstantSource.system())
                    .write(Selection.of(recording, Filter.ALL), elsewhere, Progress.NONE, Cancellation.none());
        }
        try (JournalReader journal = new SqliteJournals().open(elsewhere, Progress.NONE, Cancellation.none())) {
            assertThat(length(journal)).isEqualTo(ENTRIES);
            assertThat(journal.missingSeqs(9, Cancellation.none())).isEmpty();
        }
    }

    @Test
    void stoppedWhileItIsFullWhatWasStoredCanBeReadAndTheRestIsCounted() throws Exception {
        Files.write(disk.resolve("ballast"), new byte[11 << 20]);
        Path file = disk.resolve("session.db");
        long stored;
        try (HostileRouter router = router();
                RouterRecording recording = record(router, file)) {
            awaitFull(recording);
            awaitAllHeard(recording);

            recording.stopRecording();

            stored = recording.recording().entries();
            assertThat(recording.recording().dropped()).isEqualTo(ENTRIES - stored);
            assertThat(recording.recording().state())
                    .isInstanceOfSatisfying(
                            RecordingState.Ended.class,
                            ended -> assertThat(ended.sentence())
                                    .startsWith((ENTRIES - stored) + " entries that had come in could not be stored.")
                                    .contains("no space left"));
            assertThat(length(recording)).isEqualTo(stored);
        }
        Files.delete(disk.resolve("ballast"));
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            assertThat(length(journal)).isEqualTo(stored);
        }
    }
}
