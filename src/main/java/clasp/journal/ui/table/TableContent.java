package clasp.journal.ui.table;

import clasp.journal.model.Entry;
import clasp.journal.query.Filter;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalState;
import clasp.journal.store.PageRequest;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeDisplay;
import clasp.journal.ui.fx.TimeText;

/// Keeps the table in step with what the tab shares: the query, the state of the journal, how time is shown.
/// Confined to the FX thread.
final class TableContent {
    final EntryRows rows;
    final TableSelection selection;
    final RowNavigation navigation;
    final TableScreen screen;
    private final Browsing browsing;
    private final Tasks tasks;
    private final RowNumbering all;
    private final RowNumbering some;
    private final TaskSlot searching = new TaskSlot();
    private final TaskSlot origin = new TaskSlot();
    private final TaskSlot renewal = new TaskSlot();
    private RowNumbering matches;
    private JournalState state;
    private TableNotice trouble = TableNotice.NONE;
    /// How many times rows had come when some could not; nothing of that is wrong at another place.
    private long missedAtLanding = Long.MAX_VALUE;
    private long firstMicros;

    TableContent(Browsing browsing, Tasks tasks, Later later) {
        this.browsing = browsing;
        this.tasks = tasks;
        var journal = browsing.journal();
        all = new RowNumbering(journal, tasks, System::nanoTime, this::update, this::fail);
        some = new RowNumbering(journal, tasks, System::nanoTime, this::update, this::fail);
        matches = all;
        rows = new EntryRows(journal, tasks, this::update, this::missRows);
        selection = new TableSelection(browsing.selected()::set);
        navigation = new RowNavigation(rows, selection);
        screen = new TableScreen(browsing, rows, selection, later, timeText(), this::update);
        state = browsing.state().get();
        all.prepare(Filter.ALL, state);
        listen();
        findOrigin();
        ask();
    }

    private void listen() {
        browsing.query().subscribe((old, now) -> {
            if (!now.filter().equals(rows.filter())) {
                ask();
            }
        });
        browsing.state().subscribe((old, now) -> stateChanged(now));
        browsing.onRewritten(() -> {
            // After a change of the state that leaves no row where it was, everything is being asked for anyway.
            if (rows.waiting() != EntryRows.Waiting.FILTER) {
                readAgain();
            }
        });
        browsing.onDamageMet(this::numberAgain);
        browsing.timeDisplay().subscribe((old, now) -> showTime());
        browsing.bookmarks().subscribe((old, now) -> update());
        browsing.tints().subscribe((old, now) -> update());
        browsing.follow().subscribe((old, now) -> {
            if (now && !state.isEmpty()) {
                rows.jump(new Jump.ToEnd(), index -> {});
                update();
            }
        });
        browsing.selected().subscribe((old, now) -> {
            if (browsing.timeDisplay().get() == TimeDisplay.SINCE_SELECTED) {
                showTime();
            }
        });
        browsing.onCancelRunning(this::stop);
    }

    JournalState state() {
        return state;
    }

    /// How many rows of the filter have a lower seq, as far as that is known.
    long rowOf(long seq) {
        return matches.numbers().rowOf(seq);
    }

    /// Brings the screen up to date.
    void update() {
        if (trouble instanceof TableNotice.Failed && rows.landings() > missedAtLanding) {
            trouble = TableNotice.NONE;
        }
        screen.update(matches, all, trouble);
    }

    /// Asks for the rows of the present query, from the selected row on when it is among them.
    void ask() {
        Filter filter = browsing.query().get().filter();
        Entry lead = selection.lead();
        boolean leadMatches = lead != null && filter.matches(lead);
        selection.narrowToLead();
        trouble = TableNotice.NONE;
        some.stop();
        matches = filter.equals(Filter.ALL) ? all : some;
        if (matches == some) {
            some.prepare(filter, state);
        }
        Jump jump = navigation.afterFilter(lead, leadMatches, browsing.follow().get());
        screen.asked();
        rows.ask(filter, matches.numbers(), state, jump, index -> {});
        index(all);
        index(matches);
        update();
    }

    private static void index(RowNumbering numbering) {
        if (!numbering.numbers().exact() && !numbering.running()) {
            numbering.index();
        }
    }

    /// Goes on with what failed or was stopped.
    void retry() {
        if (rows.window().isEmpty()) {
            ask();
        } else {
            trouble = TableNotice.NONE;
            index(all);
            index(matches);
            rows.scrollBy(0);
        }
    }

    /// Stops what the user waits for; the rows on screen stay, unless they are another query's.
    void stop() {
        boolean otherFilter = rows.waiting() == EntryRows.Waiting.FILTER;
        boolean missed = otherFilter || screen.slots.loading();
        searching.cancel();
        screen.setSearching(false);
        matches.stop();
        if (otherFilter) {
            rows.clear(state);
        } else {
            rows.stop();
        }
        if (missed) {
            trouble = new TableNotice.Stopped();
        }
        update();
    }

    /// Ends all background work; nothing of it will be seen.
    void close() {
        searching.cancel();
        origin.cancel();
        renewal.cancel();
        all.stop();
        some.stop();
        rows.stop();
        screen.close();
    }

    /// Shows the row on top that was there, and selects what was, on screen or not.
    ///
    /// @param then called when that is done
    void resume(TablePlace place, Runnable then) {
        rows.jump(new Jump.ToSeq(place.top(), 0), index -> {});
        SeqSelection before = SeqSelection.of(place.selected());
        Long seq = place.looked();
        if (seq == null) {
            selection.restore(before, null);
            update();
            then.run();
            return;
        }
        tasks.task(
                        Texts.text("table.task.load"),
                        (progress, cancellation) -> browsing.journal().entry(seq))
                .replacing(searching)
                .onSuccess(found -> {
                    selection.restore(before, found.orElse(null));
                    update();
                    then.run();
                })
                .onCancelled(then)
                .onFailure(error -> {
                    fail(error);
                    then.run();
                })
                .start();
    }

    /// Finds the entry of a time and goes there.
    void goToTime(long micros, Runnable arrived) {
        screen.setSearching(true);
        update();
        tasks.task(
                        Texts.text("table.task.findTime"),
                        (progress, cancellation) -> browsing.journal().seqAtTime(micros))
                .replacing(searching)
                .onSuccess(found -> {
                    screen.setSearching(false);
                    found.ifPresentOrElse(
                            seq -> navigation.toSeq(seq, arrived),
                            () -> navigation.toEnd(TableSelection.Mode.ONLY, arrived));
                    update();
                })
                .onFailure(this::fail)
                .start();
    }

    private void stateChanged(JournalState now) {
        JournalState old = state;
        state = now;
        boolean anew = old.generation() != now.generation();
        if (old.firstSeq() != now.firstSeq() || anew) {
            findOrigin();
        }
        if (anew) {
            // The seqs that are selected are other entries now.
            selection.clear();
        }
        boolean shrunk = now.firstSeq() < old.firstSeq() || now.latestSeq() < old.latestSeq();
        if (anew || shrunk || old.isEmpty() || now.isEmpty()) {
            all.prepare(Filter.ALL, now);
            ask();
            return;
        }
        all.grown(now);
        if (matches == some) {
            some.grown(now);
        }
        rows.grown(now, browsing.follow().get());
        if (trouble instanceof TableNotice.Failed) {
            retry();
        }
    }

    /// Under the same seqs other values may stand now: what is on screen, what is selected and what was
    /// numbered is read again, and stays until then.
    private void readAgain() {
        numberAgain();
        Entry lead = selection.lead();
        if (lead != null) {
            tasks.task(
                            Texts.text("table.task.load"),
                            (progress, cancellation) -> browsing.journal().entry(lead.seq()))
                    .replacing(renewal)
                    .onSuccess(found -> found.ifPresent(selection::renew))
                    .onFailure(this::fail)
                    .start();
        }
        RowWindow window = rows.window();
        if (window.isEmpty()) {
            ask();
        } else {
            long top =
                    window.get(Math.clamp(window.top(), 0, window.size() - 1)).seq();
            rows.jump(browsing.follow().get() ? new Jump.ToEnd() : new Jump.ToSeq(top, 0), index -> {});
        }
    }

    /// The numbers that are known stay until then.
    private void numberAgain() {
        all.index();
        if (matches == some) {
            some.index();
        }
    }

    /// Finds the timestamp of the first entry, which relative times count from.
    private void findOrigin() {
        var request = new PageRequest(Filter.ALL, Long.MIN_VALUE, Direction.FORWARD, 1, 1);
        tasks.task(
                        Texts.text("table.task.load"),
                        (progress, cancellation) -> browsing.journal().page(request, cancellation))
                .replacing(origin)
                .onSuccess(found -> {
                    firstMicros = found.isEmpty() ? 0 : found.getFirst().entry().timestampMicros();
                    showTime();
                })
                .onFailure(this::fail)
                .start();
    }

    private void showTime() {
        screen.timeText.set(timeText());
        update();
    }

    private TimeText timeText() {
        Entry lead = browsing.selected().get();
        TimeDisplay display = browsing.timeDisplay().get();
        boolean fromLead = display == TimeDisplay.SINCE_SELECTED && lead != null;
        return TimeText.of(display, fromLead ? lead.timestampMicros() : firstMicros);
    }

    /// That rows of this place could not be loaded.
    private void missRows(Throwable error) {
        boolean lasting = trouble instanceof TableNotice.Failed && missedAtLanding == Long.MAX_VALUE;
        fail(error);
        missedAtLanding = lasting ? Long.MAX_VALUE : rows.landings();
    }

    private void fail(Throwable error) {
        missedAtLanding = Long.MAX_VALUE;
        screen.setSearching(false);
        trouble = new TableNotice.Failed(Notice.failure(Texts.text("table.task.load"), error));
        update();
    }
}
