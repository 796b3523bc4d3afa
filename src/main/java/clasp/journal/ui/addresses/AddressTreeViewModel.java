package clasp.journal.ui.addresses;

import static clasp.journal.ui.fx.NumberText.grouped;

import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.addresses.AddressNode.More;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Counting;
import clasp.journal.ui.fx.Debounce;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Refresh;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The addresses of a journal as a tree, which is grown in the background as far as it is open. Confined to the FX
/// thread.
public final class AddressTreeViewModel {
    private static final Duration REST = Duration.ofSeconds(2);
    private static final Duration TYPING = Duration.ofMillis(150);

    /// @param behind whether much of the journal was still to come
    private record Listed(AddressList list, boolean behind) {}

    private final Browsing browsing;
    private final Tasks tasks;
    private final LastValues values;
    private final Counting counting;
    private final Refresh<Listed> loading;
    private final Debounce typing;
    private final TaskSlot beginning = new TaskSlot();
    private final TaskSlot filtering = new TaskSlot();
    private final TaskSlot growing = new TaskSlot();
    private final Map<String, Integer> open = new HashMap<>();
    private final Set<String> shut = new HashSet<>();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Growth> tree = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable String> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper behind = new ReadOnlyBooleanWrapper();
    private @Nullable AddressList everything;
    private @Nullable Grower grower;

    public AddressTreeViewModel(Browsing browsing, Tasks tasks) {
        this(browsing, tasks, Later.onFxThread());
    }

    AddressTreeViewModel(Browsing browsing, Tasks tasks, Later later) {
        this.browsing = browsing;
        this.tasks = tasks;
        JournalReader journal = browsing.journal();
        values = new LastValues(journal, tasks, later);
        counting = new Counting(later);
        loading = new Refresh<>(tasks, later, REST, Texts.text("addresses.task.list"), this::list, this::loaded);
        loading.onFailure(this::failed);
        loading.onProgress(counting::progressed);
        tasks.task(
                        Texts.text("addresses.task.list"),
                        (progress, cancellation) ->
                                FirstLines.of(journal.firstSegments(FirstLines.ASKED, cancellation)))
                .replacing(beginning)
                .onSuccess(this::begun)
                .onFailure(this::failed)
                .start();
        typing = new Debounce(later, TYPING, this::applyFilter);
        filter.subscribe((before, now) -> typing.touch());
        browsing.state().subscribe(now -> {
            if (!stopped()) {
                loading.soon();
            }
        });
        browsing.catchingUp().subscribe((before, now) -> {
            if (!now && !stopped()) {
                loading.promptly();
            }
        });
        browsing.onRewritten(values::doubt);
        browsing.onDamageMet(() -> {
            if (!stopped()) {
                loading.now();
            }
        });
    }

    private Job<Listed> list() {
        JournalReader journal = browsing.journal();
        boolean late = browsing.catchingUp().get();
        if (everything == null) {
            counting.begin();
            tellCount();
        }
        return (progress, cancellation) -> new Listed(AddressList.of(journal.addresses(progress, cancellation)), late);
    }

    Browsing browsing() {
        return browsing;
    }

    LastValues values() {
        return values;
    }

    /// Only addresses that contain this text, or match it when it is a pattern, are in the tree.
    StringProperty filter() {
        return filter;
    }

    /// The tree as far as it is open; null until it is known.
    ReadOnlyObjectProperty<@Nullable Growth> tree() {
        return tree.getReadOnlyProperty();
    }

    /// `1,354 addresses`, or `12 of 1,354 addresses`.
    ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    /// Whether much of the journal was still to come when they were counted.
    ReadOnlyBooleanProperty behind() {
        return behind.getReadOnlyProperty();
    }

    /// Why the addresses are not shown, or not the latest; null when all is well.
    ReadOnlyObjectProperty<@Nullable String> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Shows the lines below a line.
    void open(AddressNode node) {
        shut.remove(node.key());
        if (open.putIfAbsent(node.key(), Grower.PORTION) == null) {
            grow();
        }
    }

    /// Hides them.
    void shut(AddressNode node) {
        open.remove(node.key());
        if (shut.add(node.key())) {
            grow();
        }
    }

    /// Shows more of the lines that this one stands for.
    void showMore(More more) {
        int shown = open.getOrDefault(more.parentKey(), Grower.PORTION);
        open.put(more.parentKey(), shown + Math.max(shown, Grower.PORTION));
        grow();
    }

    /// The pattern that matches exactly the addresses of the line; null for all of them.
    @Nullable
    String pattern(AddressNode node) {
        return LinePattern.of(node);
    }

    /// Whether the query in force is about the addresses of this line.
    boolean chosen(AddressNode node) {
        if (node instanceof More) {
            return false;
        }
        String pattern = pattern(node);
        return pattern != null
                && browsing.query().get().pattern().filter(pattern::equals).isPresent();
    }

    /// Makes the line the pattern of the query; a second time takes it out again.
    void choose(AddressNode node) {
        if (node instanceof More more) {
            showMore(more);
            return;
        }
        Query query = browsing.query().get();
        browsing.query().set(query.withPattern(chosen(node) ? null : pattern(node)));
    }

    /// Leaves the addresses of the line out.
    void exclude(AddressNode node) {
        String pattern = pattern(node);
        if (pattern != null) {
            Filter others = new Filter.Not(new Filter.Address(AddressPattern.of(pattern)));
            browsing.query().set(browsing.query().get().and(others));
        }
    }

    /// What is told of the first count; later ones nobody waits for.
    Counting counting() {
        return counting;
    }

    /// The estimates stay; nothing is counted until [#countOn()] or until addresses are to be found.
    void stopCounting() {
        loading.stop();
        counting.stop();
        tellCount();
    }

    void countOn() {
        loading.now();
    }

    private boolean stopped() {
        return counting.state().get() == Counting.State.STOPPED;
    }

    void retry() {
        problem.set(null);
        loading.now();
    }

    /// The address that the line is; empty when it stands for several.
    Optional<String> address(AddressNode node) {
        return switch (node) {
            case AddressNode.Leaf leaf -> Optional.of(leaf.path());
            case AddressNode.Estimated(AddressNode line) -> address(line);
            case AddressNode.All all -> Optional.empty();
            case AddressNode.Branch branch -> Optional.empty();
            case AddressNode.More more -> Optional.empty();
        };
    }

    /// Asks why the address has the value that it has by now.
    /// @return false when the line stands for several addresses
    boolean explain(AddressNode node) {
        Optional<String> address = address(node);
        address.ifPresent(one -> browsing.explain(one, browsing.state().get().latestSeq()));
        return address.isPresent();
    }

    /// Stops all background work.
    public void close() {
        loading.stop();
        typing.cancel();
        beginning.cancel();
        filtering.cancel();
        growing.cancel();
        values.stop();
    }

    private void failed(Throwable error) {
        counting.end();
        if (everything == null) {
            status.set("");
        }
        problem.set(Texts.text("addresses.failed", String.valueOf(error.getMessage())));
    }

    /// Shows the first lines until the whole is there.
    private void begun(Growth first) {
        boolean wanted = everything == null && filter.get().isBlank();
        if (wanted && !first.children().isEmpty()) {
            tree.set(first);
            tellCount();
        }
    }

    private void tellCount() {
        if (tree.get() != null) {
            status.set(Texts.text(stopped() ? "addresses.uncounted" : "addresses.counting"));
        }
    }

    private void loaded(Listed found) {
        beginning.cancel();
        counting.end();
        problem.set(null);
        everything = found.list;
        behind.set(found.behind);
        applyFilter();
    }

    private void applyFilter() {
        AddressList list = everything;
        if (list == null) {
            if (stopped()) {
                countOn();
            }
            return;
        }
        String wanted = filter.get().strip();
        if (wanted.isEmpty()) {
            filtering.cancel();
            show(list, list, false);
            return;
        }
        tasks.task(
                        Texts.text("addresses.task.filter"),
                        (progress, cancellation) -> list.where(AddressFilter.of(wanted), cancellation))
                .replacing(filtering)
                .onSuccess(found -> show(found, list, true))
                .start();
    }

    private void show(AddressList list, AddressList all, boolean filtered) {
        grower = new Grower(list, all, filtered);
        String words = filtered
                ? Texts.text("addresses.status.filtered", grouped(list.size()), grouped(all.size()), all.size())
                : Texts.text("addresses.status", grouped(all.size()), all.size());
        status.set(behind.get() ? Texts.text("addresses.status.behind", words) : words);
        grow();
    }

    private void grow() {
        Grower present = grower;
        if (present == null) {
            return;
        }
        var shape = new Grower.Shape(open, shut);
        tasks.task(Texts.text("addresses.task.list"), (progress, cancellation) -> present.grow(shape, cancellation))
                .replacing(growing)
                .onSuccess(tree::set)
                .start();
    }
}
