package clasp.journal.cli;

import clasp.journal.router.StopSignal;
import clasp.journal.store.Recording;
import clasp.journal.store.RecordingState;
import clasp.journal.store.RecordingStatus;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says what becomes of a recording while it lasts: each trouble once, and that it is over. Used by one thread.
final class RecordingWatch {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Recording recording;
    private final Console console;
    private String trouble = "";
    private int notesSaid;

    RecordingWatch(Recording recording, Console console) {
        this.recording = recording;
        this.console = console;
    }

    /// @param most how long at most; null for no limit
    void untilOver(StopSignal stop, @Nullable Duration most) throws InterruptedException {
        while (!recording.recording().state().isOver() && !stop.await(LOOK) && !isDue(most)) {
            tell(recording.recording());
        }
    }

    /// What there is to say once it is over.
    void sayHowItEnded() {
        tell(recording.recording());
        if (recording.recording().state() instanceof RecordingState.Ended(String sentence) && !sentence.isEmpty()) {
            console.say(sentence);
        }
    }

    private boolean isDue(@Nullable Duration most) {
        return most != null && recording.recording().elapsed().compareTo(most) >= 0;
    }

    private void tell(RecordingStatus status) {
        String now = switch (status.state()) {
            case RecordingState.Disconnected(String why, Duration _, boolean _) -> why + " It is tried again.";
            case RecordingState.Blocked(String why) -> why + " It is tried again; what comes in waits in memory.";
            case RecordingState.Replaying _, RecordingState.Running _, RecordingState.Ended _ -> "";
        };
        if (!now.equals(trouble) && !now.isEmpty()) {
            console.say(now);
        }
        trouble = now;
        // Of many notes the first ones go, and two may read the same: counted, none is said twice or left out.
        List<String> notes = status.notes();
        int unsaid = Math.min(notes.size(), status.interruptions() - notesSaid);
        notes.subList(notes.size() - unsaid, notes.size()).forEach(console::say);
        notesSaid = status.interruptions();
    }
}
