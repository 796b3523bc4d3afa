package clasp.journal.ui.lifelines;

import clasp.journal.ui.lifelines.SharedPlot.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// Which of the rows are laid over each other, and how that looks now. An address stays chosen while the filter does
/// not find it, and while the lifelines are not on screen. Confined to the FX thread.
final class SharedPlotModel {
    private final LifelinesViewModel lifelines;
    private final Set<String> chosen = new LinkedHashSet<>();
    private final Map<String, SeriesInk> inks = new HashMap<>();
    private final ReadOnlyObjectWrapper<SharedPlot> plot = new ReadOnlyObjectWrapper<>(SharedPlot.NONE);
    private List<LifelineRow> rows = List.of();
    private Runnable moved = () -> {};
    private Subscription loaded = Subscription.EMPTY;

    SharedPlotModel(LifelinesViewModel lifelines) {
        this.lifelines = lifelines;
        lifelines.shown().subscribe((before, now) -> take());
        lifelines.oneScale().subscribe((before, now) -> draw());
    }

    ReadOnlyObjectProperty<SharedPlot> plot() {
        return plot.getReadOnlyProperty();
    }

    boolean has(String address) {
        return inks.containsKey(address);
    }

    /// Whether no further line could be told apart from the others.
    boolean full() {
        return inks.size() == SeriesInk.MOST_SERIES;
    }

    /// Lays the address over the others, or takes it out. A further one than can be told apart is left out.
    void choose(String address, boolean in) {
        if (!in) {
            chosen.remove(address);
        } else if (!full()) {
            chosen.add(address);
        }
        take();
        moved.run();
    }

    void clear() {
        chosen.clear();
        take();
        moved.run();
    }

    /// All that are to be laid over each other, also those that are not shown now.
    List<String> chosen() {
        return List.copyOf(chosen);
    }

    /// Chooses these, too.
    void resume(List<String> addresses) {
        chosen.addAll(addresses);
        take();
    }

    /// Calls it whenever what [#chosen()] tells may have changed.
    void onMoved(Runnable moved) {
        this.moved = moved;
    }

    private void take() {
        rows = lifelines.shown().get().rows().stream()
                .filter(row -> chosen.contains(row.address()))
                .limit(SeriesInk.MOST_SERIES)
                .toList();
        inks.keySet().retainAll(rows.stream().map(LifelineRow::address).toList());
        rows.stream()
                .map(LifelineRow::address)
                .filter(address -> !inks.containsKey(address))
                .forEach(address -> inks.put(address, freeInk()));
        loaded.unsubscribe();
        List<Subscription> each = new ArrayList<>();
        rows.forEach(row -> each.add(row.lifeline().subscribe((before, now) -> draw())));
        loaded = Subscription.combine(each.toArray(Subscription[]::new));
        rows.forEach(lifelines::load);
        draw();
    }

    private SeriesInk freeInk() {
        return IntStream.range(0, SeriesInk.MOST_SERIES)
                .mapToObj(SeriesInk::ofSeries)
                .filter(ink -> !inks.containsValue(ink))
                .findFirst()
                .orElseThrow();
    }

    private void draw() {
        List<Series> series = rows.stream()
                .map(row -> new Series(
                        row.address(),
                        Objects.requireNonNull(inks.get(row.address())),
                        row.lifeline().get()))
                .toList();
        plot.set(new SharedPlot(
                series, lifelines.shown().get().time(), lifelines.oneScale().get()));
    }
}
