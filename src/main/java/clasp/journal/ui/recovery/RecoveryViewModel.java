package clasp.journal.ui.recovery;

import clasp.journal.recovery.RecoveryRule;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.JournalChange;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The recovery view: one cursor in time, and everything that can be asked about that moment. Confined to the FX
/// thread.
public final class RecoveryViewModel {
    private final CursorViewModel cursor;
    private final ObjectProperty<RecoveryRule> rule = new SimpleObjectProperty<>(RecoveryRule.DOCUMENTED);
    private final ObjectProperty<RecoveryTab> tab = new SimpleObjectProperty<>(RecoveryTab.STATE);
    private final StateViewModel state;
    private final ProblemsViewModel problems;
    private final WhyViewModel why;
    private final CrashViewModel crash;
    private final MomentsViewModel moments;
    private final OtherJournal other;
    private final CompareViewModel compare;
    private final PairViewModel pair;
    private final EvidenceViewModel evidence;
    private final Player player;
    private final AskingAnew askingAnew;
    /// Recovered from the journal as it is since it was last changed.
    private Histories histories;
    private boolean started;
    /// Where to go when it is started.
    private @Nullable RecoveryPlace wanted;

    /// @param opener how a second journal is opened
    public RecoveryViewModel(Browsing browsing, Tasks tasks, Later later, Function<Path, Job<JournalReader>> opener) {
        cursor = new CursorViewModel(browsing, tasks);
        histories = Histories.of(browsing.journal());
        state = new StateViewModel(cursor, rule, this::histories, tasks, later);
        problems = new ProblemsViewModel(cursor, tasks, later);
        why = new WhyViewModel(cursor, rule, tasks, later);
        crash = new CrashViewModel(cursor, this::histories, problems, tasks, later);
        moments = new MomentsViewModel(cursor, tasks, later);
        other = new OtherJournal(opener, tasks, later);
        compare = new CompareViewModel(cursor, this::histories, other, tasks, later);
        pair = new PairViewModel(cursor, other, tasks, later);
        evidence = new EvidenceViewModel(browsing, tasks, later);
        player = new Player(cursor, tasks, later, () -> tab.get() != RecoveryTab.STATE || state.upToDate());
        player.playing().subscribe(state::setPlaying);
        tab.subscribe(now -> watch());
        askingAnew = new AskingAnew(
                cursor,
                later,
                List.of(
                        state.question(),
                        why.question(),
                        crash.question(),
                        moments.question(),
                        compare.question(),
                        pair.question()),
                List.of(problems.question(), evidence.question()));
        browsing.onChange(change -> changed(browsing.journal(), change));
    }

    private Histories histories() {
        return histories;
    }

    private void changed(JournalReader journal, JournalChange change) {
        if (change == JournalChange.REWRITTEN) {
            // What it has read ahead may be gone.
            player.pause();
            if (!started) {
                problems.forgetMarks();
            }
        }
        if (change != JournalChange.GREW) {
            histories = Histories.of(journal);
        }
        askingAnew.changed(change);
    }

    /// Begins to work: the view has come to the screen.
    public void start() {
        started = true;
        cursor.start();
        problems.question().watch(true);
        why.question().watch(true);
        watch();
        if (wanted != null) {
            goTo(wanted);
            wanted = null;
        }
    }

    /// Ends all background work; it can be started again. A second journal that was opened stays.
    public void stop() {
        started = false;
        player.pause();
        askingAnew.stop();
        cursor.stop();
        state.close();
        problems.close();
        why.close();
        crash.close();
        moments.close();
        compare.close();
        pair.close();
        evidence.close();
        other.watch(false);
    }

    /// Ends everything: the journal is being closed.
    public void close() {
        stop();
        other.close();
    }

    /// Takes the cursor to a seq and tells why this param has its value there.
    public void explain(String address, long seq) {
        if (tab.get().aside()) {
            tab.set(RecoveryTab.STATE);
        }
        cursor.focus().ask(address);
        cursor.moveTo(seq);
    }

    /// Where the user is.
    public RecoveryPlace place() {
        return new RecoveryPlace(
                tab.get(),
                cursor.seq().orElse(null),
                cursor.focus().chosen().get(),
                cursor.focus().pinned().get(),
                rule.get());
    }

    /// Goes back to where the user was, at once or when it is started.
    public void resume(RecoveryPlace before) {
        if (started) {
            goTo(before);
        } else {
            wanted = before;
        }
    }

    private void goTo(RecoveryPlace before) {
        tab.set(before.tab());
        rule.set(before.rule());
        cursor.focus().ask(before.address());
        if (before.pinned()) {
            cursor.focus().pin(true);
        }
        if (before.seq() != null) {
            cursor.moveTo(before.seq());
        }
    }

    /// Calls it whenever what [#place()] tells may have changed.
    public void onMoved(Runnable moved) {
        tab.subscribe((before, now) -> moved.run());
        rule.subscribe((before, now) -> moved.run());
        cursor.entry().subscribe((before, now) -> moved.run());
        cursor.focus().chosen().subscribe((before, now) -> moved.run());
    }

    public CursorViewModel cursor() {
        return cursor;
    }

    /// By which rule states are recovered.
    ObjectProperty<RecoveryRule> rule() {
        return rule;
    }

    /// What is on screen below the cursor.
    ObjectProperty<RecoveryTab> tab() {
        return tab;
    }

    StateViewModel state() {
        return state;
    }

    ProblemsViewModel problems() {
        return problems;
    }

    WhyViewModel why() {
        return why;
    }

    CrashViewModel crash() {
        return crash;
    }

    MomentsViewModel moments() {
        return moments;
    }

    CompareViewModel compare() {
        return compare;
    }

    PairViewModel pair() {
        return pair;
    }

    EvidenceViewModel evidence() {
        return evidence;
    }

    Player player() {
        return player;
    }

    /// Only what is on screen is worked on.
    private void watch() {
        RecoveryTab now = tab.get();
        state.question().watch(started && now == RecoveryTab.STATE);
        crash.question().watch(started && now == RecoveryTab.CRASH);
        moments.question().watch(started && now == RecoveryTab.MOMENTS);
        other.watch(started && (now == RecoveryTab.COMPARE || now == RecoveryTab.PAIR));
        compare.watch(started && now == RecoveryTab.COMPARE);
        pair.question().watch(started && now == RecoveryTab.PAIR);
        evidence.question().watch(started && now == RecoveryTab.EVIDENCE);
    }
}
