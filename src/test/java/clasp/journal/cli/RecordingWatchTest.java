package clasp.journal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.Recording;
import clasp.journal.store.RecordingState;
import clasp.journal.store.RecordingStatus;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingWatchTest {
    private final List<String> notes = new ArrayList<>();
    private int gone;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Recording recording = (Recording) Proxy.newProxyInstance(
            Recording.class.getClassLoader(), new Class<?>[] {Recording.class}, (proxy, method, arguments) -> status());

    private RecordingStatus status() {
        return new RecordingStatus(
                new RecordingState.Running(), 0, 0, 0, Duration.ZERO, 0, 0, gone + notes.size(), List.copyOf(notes));
    }

    /// Of many notes, the first ones go.
    @Test
    void eachNoteIsSaidOnceAlsoWhenThereAreAsManyAsAreKept() {
        RecordingWatch watch = new RecordingWatch(
                recording, new Console(InputStream.nullInputStream(), OutputStream.nullOutputStream(), said));
        notes.add("one");
        notes.add("two");
        watch.sayHowItEnded();
        watch.sayHowItEnded();

        notes.removeFirst();
        gone++;
        notes.add("three");
        watch.sayHowItEnded();

        assertThat(said.toString(StandardCharsets.UTF_8).lines()).containsExactly("one", "two", "three");
    }

    @Test
    void aNoteThatComesAgainIsSaidAgain() {
        RecordingWatch watch = new RecordingWatch(
                recording, new Console(InputStream.nullInputStream(), OutputStream.nullOutputStream(), said));
        notes.add("The history is not complete.");
        watch.sayHowItEnded();
        notes.add("The history is not complete.");
        watch.sayHowItEnded();

        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("The history is not complete.", "The history is not complete.");
    }
}
