package clasp.journal.ui.detail;

import clasp.journal.model.Entry;
import clasp.journal.settings.Settings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalState;
import clasp.journal.store.ReplacedException;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeText;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The selected entry: read whole in the background, with what it changed and the history of its address as far as
/// somebody looks at them. All of these change together, and only when the newest selection is ready; what was on
/// screen stays until then, unless that takes long. Confined to the FX thread.
public final class DetailViewModel {
    private static final String SECTION = "detail";

    private record Loaded(EntryDetail detail, @Nullable HistoryWindow history) {}

    private final Browsing browsing;
    private final Settings settings;
    private final EntryLoader loader;
    private final PatientLoad loading;
    private final HistoryModel history;
    private final ValueParts parts;
    private final ValueCopying copying;
    private final ObjectProperty<DetailTab> tab;
    private final BooleanProperty raw;
    private final ReadOnlyObjectWrapper<DetailContent> content =
            new ReadOnlyObjectWrapper<>(new DetailContent.Nothing());
    private final ReadOnlyBooleanWrapper deleted = new ReadOnlyBooleanWrapper();
    private final Subscription subscriptions;

    public DetailViewModel(Browsing browsing, Tasks tasks, Later later, Settings settings) {
        this.browsing = browsing;
        this.settings = settings;
        loader = new EntryLoader(browsing.journal());
        loading = new PatientLoad(tasks, later, this::slow);
        history = new HistoryModel(browsing, tasks, later);
        parts = new ValueParts(tasks);
        copying = new ValueCopying(tasks, later);
        DetailPreferences remembered = settings.read(SECTION, DetailPreferences.class, DetailPreferences.DEFAULT);
        tab = new SimpleObjectProperty<>(remembered.tab());
        raw = new SimpleBooleanProperty(remembered.raw());
        tab.subscribe((before, now) -> tabChosen());
        raw.subscribe((before, now) -> remember());
        subscriptions = browsing.selected()
                .subscribe(this::select)
                .and(browsing.state().subscribe((before, now) -> journalChanged()));
        browsing.onRewritten(this::rewritten);
    }

    /// Ends all work and lets go of the selection.
    public void close() {
        subscriptions.unsubscribe();
        loading.cancel();
        history.stop();
        parts.stop();
        copying.stop();
    }

    Browsing browsing() {
        return browsing;
    }

    HistoryModel history() {
        return history;
    }

    ValueParts parts() {
        return parts;
    }

    ValueCopying copying() {
        return copying;
    }

    ReadOnlyObjectProperty<DetailContent> content() {
        return content.getReadOnlyProperty();
    }

    /// Whether the entry that is shown has been deleted since: by a compaction, or by newer ones in a ring.
    ReadOnlyBooleanProperty deleted() {
        return deleted.getReadOnlyProperty();
    }

    ObjectProperty<DetailTab> tab() {
        return tab;
    }

    /// Whether the value is shown as text rather than as a tree.
    BooleanProperty raw() {
        return raw;
    }

    /// How times are written beside this entry.
    TimeText times(EntryDetail detail) {
        var display = browsing.timeDisplay().get();
        return TimeText.of(
                display,
                switch (display) {
                    case UTC, LOCAL, RAW -> 0;
                    case SINCE_FIRST -> detail.firstMicros();
                    case SINCE_SELECTED -> detail.entry().timestampMicros();
                });
    }

    /// Reads the selected entry again.
    void retry() {
        Entry entry = browsing.selected().get();
        if (entry != null) {
            load(entry.seq());
        }
    }

    /// Asks the table to go to an entry.
    void reveal(long seq) {
        browsing.reveal(seq);
    }

    private void select(@Nullable Entry entry) {
        if (entry == null) {
            loading.cancel();
            history.clear();
            show(new DetailContent.Nothing());
        } else if (shows(entry.seq())) {
            loading.cancel();
            complete();
        } else {
            if (content.get() instanceof DetailContent.Loading) {
                show(new DetailContent.Loading(entry.seq()));
            }
            load(entry.seq());
        }
    }

    private boolean shows(long seq) {
        return content.get() instanceof DetailContent.Shown(EntryDetail detail) && detail.seq() == seq;
    }

    private boolean showsTextOf(EntryDetail detail) {
        return content.get() instanceof DetailContent.Shown(EntryDetail shown) && shown.raw() == detail.raw();
    }

    /// Anything may be otherwise: the entry, what it changed, and the history of its address.
    private void rewritten() {
        history.doubt();
        Entry entry = browsing.selected().get();
        if (entry == null) {
            return;
        }
        if (content.get() instanceof DetailContent.Shown(EntryDetail detail) && detail.seq() == entry.seq()) {
            start(
                    entry.seq(),
                    cancellation -> loader.again(detail, cancellation),
                    error -> notAgain(entry.seq(), error));
        } else {
            load(entry.seq());
        }
    }

    /// What is shown stays when another file is in the journal's place, which the window says.
    private void notAgain(long seq, Throwable error) {
        if (!(error instanceof ReplacedException)) {
            failed(seq, error);
        }
    }

    private void failed(long seq, Throwable error) {
        show(new DetailContent.Failed(seq, Notice.failure(Texts.text("detail.task.load"), error)));
    }

    private void load(long seq) {
        start(seq, cancellation -> loader.load(seq, cancellation));
    }

    @FunctionalInterface
    private interface Source {
        EntryDetail read(Cancellation cancellation);
    }

    private void start(long seq, Source source) {
        start(seq, source, error -> failed(seq, error));
    }

    private void start(long seq, Source source, Consumer<Throwable> failing) {
        DetailTab wanted = tab.get();
        @Nullable HistoryWindow present = history.known();
        loading.start(
                Texts.text("detail.task.load"),
                (progress, cancellation) -> {
                    EntryDetail detail = source.read(cancellation);
                    if (wanted == DetailTab.DIFF && detail.diff() instanceof EntryDiff.Unknown) {
                        detail = detail.withDiff(loader.compare(detail.entry(), cancellation));
                    }
                    @Nullable
                    HistoryWindow around = wanted == DetailTab.HISTORY
                            ? history.loader().around(detail.entry(), present, cancellation)
                            : null;
                    return new Loaded(detail, around);
                },
                this::loaded,
                failing);
    }

    private void loaded(Loaded loaded) {
        long seq = loaded.detail.seq();
        HistoryWindow around = loaded.history;
        if (around != null && around != history.window().get()) {
            history.show(around, seq);
        } else if (history.holds(loaded.detail.entry().address(), seq)) {
            history.mark(seq);
        } else {
            history.clear();
        }
        show(new DetailContent.Shown(loaded.detail));
    }

    private void slow() {
        Entry entry = browsing.selected().get();
        if (entry != null && !shows(entry.seq())) {
            show(new DetailContent.Loading(entry.seq()));
        }
    }

    private void show(DetailContent now) {
        if (!(now instanceof DetailContent.Shown(EntryDetail detail) && showsTextOf(detail))) {
            parts.stop();
            copying.forget();
        }
        content.set(now);
        lookWhetherDeleted();
    }

    private void lookWhetherDeleted() {
        JournalState state = browsing.state().get();
        deleted.set(content.get() instanceof DetailContent.Shown(EntryDetail detail)
                && detail.seq() < (state.isEmpty() ? state.highestSeqGiven() + 1 : state.firstSeq()));
    }

    private void tabChosen() {
        remember();
        complete();
    }

    /// Finds what the tab in front needs and nobody has asked for yet.
    private void complete() {
        if (!(content.get() instanceof DetailContent.Shown(EntryDetail detail))) {
            return;
        }
        Entry selected = browsing.selected().get();
        if (selected == null || selected.seq() != detail.seq()) {
            retry();
            return;
        }
        Entry entry = detail.entry();
        boolean lacks = switch (tab.get()) {
            case VALUE -> false;
            case DIFF -> detail.diff() instanceof EntryDiff.Unknown;
            case HISTORY -> !history.holds(entry.address(), entry.seq());
        };
        if (lacks) {
            start(detail.seq(), cancellation -> detail);
        } else if (tab.get() == DetailTab.HISTORY) {
            history.mark(detail.seq());
        }
    }

    private void journalChanged() {
        lookWhetherDeleted();
        if (content.get() instanceof DetailContent.Failed) {
            retry();
        }
        if (tab.get() == DetailTab.HISTORY) {
            history.journalChanged();
        }
    }

    private void remember() {
        settings.write(SECTION, new DetailPreferences(tab.get(), raw.get()));
    }
}
