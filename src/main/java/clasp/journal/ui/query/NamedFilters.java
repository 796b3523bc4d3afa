package clasp.journal.ui.query;

import clasp.journal.settings.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Filters under names, kept between runs and shared by all tabs. A name stands for one filter: another one saved under
/// it takes its place. Confined to the FX thread.
final class NamedFilters {
    private static final Comparator<NamedFilter> BY_NAME = Comparator.comparing(
                    NamedFilter::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(NamedFilter::name);

    private final Settings settings;
    private final ObservableList<NamedFilter> all = FXCollections.observableArrayList();
    private final ObservableList<NamedFilter> readable = FXCollections.unmodifiableObservableList(all);

    NamedFilters(Settings settings) {
        this.settings = settings;
        refresh();
    }

    /// In order of their names.
    ObservableList<NamedFilter> all() {
        return readable;
    }

    /// Takes up what other tabs have saved.
    void refresh() {
        List<NamedFilter> kept = kept();
        if (!kept.equals(all)) {
            all.setAll(kept);
        }
    }

    /// The name of a filter with this text.
    Optional<String> nameOf(String text) {
        return all.stream()
                .filter(one -> one.text().equals(text))
                .map(NamedFilter::name)
                .findFirst();
    }

    /// Whether a filter of this name would be replaced.
    boolean has(String name) {
        return all.stream().anyMatch(one -> one.name().equals(name.strip()));
    }

    /// Answers whether it was saved: not without a name.
    boolean save(String name, String text) {
        String title = name.strip();
        if (title.isEmpty()) {
            return false;
        }
        change(list -> {
            list.removeIf(one -> one.name().equals(title));
            list.add(new NamedFilter(title, text));
        });
        return true;
    }

    /// Answers whether it has the new name now: not an empty one, nor another filter's.
    boolean rename(NamedFilter filter, String name) {
        String title = name.strip();
        boolean same = title.equals(filter.name());
        if (title.isEmpty() || has(title) && !same) {
            return same;
        }
        change(list -> {
            list.remove(filter);
            list.add(new NamedFilter(title, filter.text()));
        });
        return true;
    }

    void delete(NamedFilter filter) {
        change(list -> list.remove(filter));
    }

    private void change(Consumer<List<NamedFilter>> step) {
        List<NamedFilter> list = new ArrayList<>(kept());
        step.accept(list);
        list.sort(BY_NAME);
        settings.write(QuerySettings.SECTION, new QuerySettings(list));
        all.setAll(list);
    }

    private List<NamedFilter> kept() {
        return settings.read(QuerySettings.SECTION, QuerySettings.class, QuerySettings.DEFAULT)
                .named();
    }
}
