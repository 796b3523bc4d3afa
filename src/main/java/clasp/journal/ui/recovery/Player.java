package clasp.journal.ui.recovery;

import clasp.journal.model.Entry;
import clasp.journal.query.Filter;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Row;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/// Moves the cursor on as time went by when the entries were written, or so many times faster. It moves at most once a
/// tick, over all entries that are due, and waits for the screen to show the move before. A silence lasts no longer
/// than [#SILENCE]; a clock that goes back stands still. Confined to the FX thread.
final class Player {
    static final Duration TICK = Duration.ofMillis(50);
    static final Duration SILENCE = Duration.ofSeconds(2);
    private static final int AHEAD = 2_000;
    private static final int CHARS = 200;

    private final CursorViewModel cursor;
    private final JournalReader journal;
    private final Tasks tasks;
    private final Later later;
    private final BooleanSupplier shown;
    private final TaskSlot loading = new TaskSlot();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final SimpleDoubleProperty speed = new SimpleDoubleProperty(1);
    private final Deque<Entry> ahead = new ArrayDeque<>();
    private @Nullable Entry at;
    private double budgetMicros;
    private boolean waiting;
    private Runnable withdraw = () -> {};

    /// @param shown whether the screen shows the cursor's place
    Player(CursorViewModel cursor, Tasks tasks, Later later, BooleanSupplier shown) {
        this.cursor = cursor;
        this.tasks = tasks;
        this.later = later;
        this.shown = shown;
        journal = cursor.browsing().journal();
        cursor.entry().subscribe(now -> {
            if (playing.get() && now != at) {
                // Somebody else moved the cursor.
                pause();
            }
        });
    }

    ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    /// How many times faster than it went.
    SimpleDoubleProperty speed() {
        return speed;
    }

    void toggle() {
        if (playing.get()) {
            pause();
        } else {
            play();
        }
    }

    void play() {
        at = cursor.entry().get();
        if (at == null) {
            return;
        }
        cursor.giveUp();
        ahead.clear();
        budgetMicros = 0;
        waiting = false;
        playing.set(true);
        tickLater();
    }

    void pause() {
        playing.set(false);
        loading.cancel();
        withdraw.run();
        withdraw = () -> {};
    }

    private void tickLater() {
        withdraw = later.after(TICK, this::tick);
    }

    private void tick() {
        if (!playing.get()) {
            return;
        }
        tickLater();
        if (waiting || !shown.getAsBoolean()) {
            return;
        }
        budgetMicros += TICK.toNanos() / 1_000.0 * speed.get();
        Entry last = at;
        Entry moved = null;
        while (!ahead.isEmpty() && last != null) {
            double wait = waitMicros(last, ahead.getFirst());
            if (wait > budgetMicros) {
                break;
            }
            budgetMicros -= wait;
            last = ahead.removeFirst();
            moved = last;
        }
        if (moved != null) {
            at = moved;
            cursor.arrive(moved);
        }
        if (ahead.isEmpty() && at != null) {
            load(at.seq());
        }
    }

    private static double waitMicros(Entry from, Entry to) {
        if (Long.compareUnsigned(to.timestampMicros(), from.timestampMicros()) <= 0) {
            return 0;
        }
        long wait = to.timestampMicros() - from.timestampMicros();
        long most = SILENCE.toNanos() / 1_000;
        return Long.compareUnsigned(wait, most) > 0 ? most : wait;
    }

    private void load(long seq) {
        if (seq == Long.MAX_VALUE) {
            end();
            return;
        }
        waiting = true;
        var request = new PageRequest(Filter.ALL, seq + 1, clasp.journal.store.Direction.FORWARD, AHEAD, CHARS);
        tasks.task("read the entries to play", (progress, cancellation) -> journal.page(request, cancellation))
                .replacing(loading)
                .onSuccess(this::loaded)
                .start();
    }

    private void loaded(List<Row> rows) {
        waiting = false;
        rows.forEach(row -> ahead.add(row.entry()));
        if (rows.isEmpty()) {
            end();
        }
    }

    private void end() {
        pause();
        cursor.say(Texts.text("recoveryView.played"));
    }
}
