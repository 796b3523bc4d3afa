package clasp.journal.ui.query;

import clasp.journal.query.Query;
import clasp.journal.query.QueryProblem;
import clasp.journal.settings.Settings;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Debounce;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import java.time.Duration;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The filter of a tab as it is typed, and as other parts set it. A typed text is in force once it has been left alone
/// for a moment, or at once on request; one that is no filter never is. Confined to the FX thread.
public final class QueryBarViewModel {
    private static final Duration QUIET = Duration.ofMillis(250);
    private static final Duration NOTICEABLE = Duration.ofMillis(120);

    private final Browsing browsing;
    private final QueryHistory history;
    private final CompletionModel completion;
    private final AddressWords patternWords;
    private final TimeRangeModel time;
    private final NamedFilters named;
    private final Debounce quiet;
    private final Debounce busyForAWhile;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Verdict> verdict = new ReadOnlyObjectWrapper<>(Verdict.of(""));
    private final ReadOnlyObjectWrapper<@Nullable QueryProblem> message = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final Subscription subscriptions;
    private boolean typing;

    public QueryBarViewModel(Browsing browsing, Tasks tasks, Later later, Settings settings) {
        this.browsing = browsing;
        history = new QueryHistory(browsing.query().get(), later);
        completion = new CompletionModel(new JournalWords(browsing.journal(), tasks, later));
        patternWords = new AddressWords(new JournalWords(browsing.journal(), tasks, later));
        time = new TimeRangeModel(browsing, tasks, range -> edit(query -> query.withTime(range)));
        named = new NamedFilters(settings);
        quiet = new Debounce(later, QUIET, () -> put(true));
        busyForAWhile = new Debounce(later, NOTICEABLE, () -> running.set(true));
        subscriptions = Subscription.combine(
                browsing.query().subscribe(this::follow), browsing.busy().subscribe(this::follow));
    }

    /// Stops all background work, and follows nobody any more.
    public void close() {
        subscriptions.unsubscribe();
        quiet.cancel();
        busyForAWhile.cancel();
        history.settle();
        completion.close();
        patternWords.close();
        time.close();
    }

    /// Goes back to the query before.
    public void back() {
        set(history.back());
    }

    /// Goes forward to the query from which the user went back.
    public void forward() {
        set(history.forward());
    }

    /// Finds every entry again.
    public void clear() {
        set(Query.ALL);
    }

    Browsing browsing() {
        return browsing;
    }

    QueryHistory history() {
        return history;
    }

    CompletionModel completion() {
        return completion;
    }

    AddressWords patternWords() {
        return patternWords;
    }

    TimeRangeModel time() {
        return time;
    }

    NamedFilters named() {
        return named;
    }

    /// What stands in the field.
    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /// What the text is worth, at every moment.
    ReadOnlyObjectProperty<Verdict> verdict() {
        return verdict.getReadOnlyProperty();
    }

    /// What to say about the text; waits until nobody types. Null for nothing.
    ReadOnlyObjectProperty<@Nullable QueryProblem> message() {
        return message.getReadOnlyProperty();
    }

    /// Whether a query has been running long enough for the user to notice.
    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// The user changed the text.
    void type(String typed) {
        if (typed.equals(text.get())) {
            return;
        }
        show(typed);
        quiet.touch();
    }

    /// The text is meant as it stands now. Answers whether it is a filter.
    boolean apply() {
        put(false);
        history.settle();
        return verdict.get().asQuery().isPresent();
    }

    /// Changes the filter by other means than the text: what is typed counts when it is a filter, else the one in
    /// force.
    void edit(UnaryOperator<Query> change) {
        set(change.apply(verdict.get().asQuery().orElse(browsing.query().get())));
    }

    /// Takes a text from elsewhere, and puts it in force when it is a filter.
    void use(String filter) {
        show(OneLine.of(filter));
        apply();
    }

    /// Stops the running query; when none runs, throws away what is typed and not in force. Answers whether there was
    /// anything to do.
    boolean escape() {
        if (browsing.busy().get()) {
            browsing.cancelRunning();
            rest();
            return true;
        }
        String applied = OneLine.of(browsing.query().get().text());
        if (text.get().equals(applied)) {
            return false;
        }
        quiet.cancel();
        show(applied);
        return true;
    }

    private void put(boolean whileTyping) {
        quiet.cancel();
        message.set(verdict.get().remark().orElse(null));
        typing = whileTyping;
        verdict.get().asQuery().ifPresent(this::force);
        typing = false;
    }

    private void set(Query query) {
        quiet.cancel();
        force(query);
        keepInStep(query);
    }

    /// An equal query is not set again: the other parts would begin anew.
    private void force(Query query) {
        if (!query.equals(browsing.query().get())) {
            browsing.query().set(query);
        }
    }

    private void follow(Query query) {
        history.add(query, typing);
        keepInStep(query);
    }

    private void keepInStep(Query query) {
        if (!text.get().strip().equals(query.text())) {
            quiet.cancel();
            show(OneLine.of(query.text()));
        }
    }

    private void follow(boolean busy) {
        if (busy) {
            busyForAWhile.touch();
        } else {
            rest();
        }
    }

    private void rest() {
        busyForAWhile.cancel();
        running.set(false);
    }

    private void show(String now) {
        text.set(now);
        verdict.set(Verdict.of(now));
        boolean said = message.get() != null;
        boolean wrong = verdict.get() instanceof Verdict.Wrong;
        message.set(said && wrong ? verdict.get().remark().orElse(null) : null);
    }
}
