package clasp.journal.demo;

import clasp.journal.model.Entry;
import clasp.journal.store.memory.MemoryJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What happened before the demo is opened: a rehearsal of several acts, three snapshots, a compaction, a bench test
/// with odd values, then a fade in whose middle the router crashes (a few appends are lost), silence, and a start with
/// nothing recovered: new sessions, revisions from 1, and a clock that is then set back. Used by one thread, once.
final class DemoHistory {
    /// Where the crash leaves the light that was to reach 1.
    private static final double STUCK_AT = 0.47;

    private static final String CRASH_ADDRESS = "/lumen/scene/0/layer/0/opacity";
    private static final int COMPACTED = 400;
    private static final int LOST_APPENDS = 3;
    private static final Duration SILENCE = Duration.ofSeconds(45);
    private static final Duration SET_BACK = Duration.ofMillis(2_500);

    private final ShowSimulator show;
    private final MemoryJournal journal;

    DemoHistory(ShowSimulator show, MemoryJournal journal) {
        this.show = show;
        this.journal = journal;
    }

    /// A little more than it takes from its first entry to its last.
    static Duration length() {
        return Duration.ofSeconds(112);
    }

    void play() {
        act(1_200, Duration.ofSeconds(9));
        act(900, Duration.ofSeconds(14));
        snapshot();
        act(1_000, Duration.ofSeconds(5));
        act(700, Duration.ofSeconds(20));
        snapshot();
        journal.compact(COMPACTED);
        benchTest();
        act(800, Duration.ofSeconds(8));
        snapshot();
        act(400, Duration.ZERO);
        crash();
        show.pass(SILENCE);
        show.restart();
        act(300, SET_BACK.negated());
        act(1_500, Duration.ofSeconds(3));
        act(600, Duration.ZERO);
    }

    private void act(int entries, Duration pause) {
        List<Entry> played = new ArrayList<>(entries);
        for (int i = 0; i < entries; i++) {
            played.add(show.next());
        }
        journal.appendAll(played);
        show.pass(pause);
    }

    private void snapshot() {
        journal.snapshot(show.currentParams());
    }

    private void benchTest() {
        List<Entry> odd = OddValues.at(show.nowMicros());
        journal.appendAll(odd);
        show.pass(Duration.ofMillis(odd.size()));
    }

    /// The fade as the desk sent it, up to the moment when nobody was there to write it down.
    private void crash() {
        for (double level = 0; level <= STUCK_AT; level += 0.01) {
            journal.append(show.set(CRASH_ADDRESS, level));
            show.pass(Duration.ofMillis(20));
        }
        journal.skipSeqs(LOST_APPENDS);
    }
}
