package clasp.journal.ui.bookmarks;

import clasp.journal.bookmarks.Bookmark;
import clasp.journal.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// All bookmarks there are, of whatever journal, kept between runs. Confined to the FX thread.
public final class BookmarkBook {
    private static final String SECTION = "bookmarks";

    /// As remembered.
    record Remembered(List<Bookmark> bookmarks) {
        Remembered {
            bookmarks = bookmarks == null ? List.of() : List.copyOf(bookmarks);
        }
    }

    private final Settings settings;
    private final ObservableList<Bookmark> all = FXCollections.observableArrayList();
    private final ObservableList<Bookmark> readable = FXCollections.unmodifiableObservableList(all);

    public BookmarkBook(Settings settings) {
        this.settings = settings;
        all.setAll(settings.read(SECTION, Remembered.class, new Remembered(List.of()))
                .bookmarks());
    }

    ObservableList<Bookmark> all() {
        return readable;
    }

    /// Adds it, in place of one on the same entry.
    void put(Bookmark bookmark) {
        change(list -> {
            list.removeIf(bookmark::marksAs);
            list.add(bookmark);
        });
    }

    void remove(Bookmark bookmark) {
        change(list -> list.removeIf(bookmark::marksAs));
    }

    /// Takes those that an earlier version has made as this one makes them: then they are found after the next
    /// compaction, too. One whose entry has another bookmark stays as it is, as two on one entry go together.
    ///
    /// @param found those that were found, and how this version makes them
    /// @return those that were found, as they are now
    List<Bookmark> renew(Map<Bookmark, Bookmark> found) {
        Map<Bookmark, Bookmark> now = new LinkedHashMap<>(found);
        now.replaceAll((stored, renewed) ->
                renewed.equals(stored) || all.stream().anyMatch(renewed::marksAs) ? stored : renewed);
        if (!now.keySet().containsAll(now.values())) {
            change(list -> list.replaceAll(bookmark -> now.getOrDefault(bookmark, bookmark)));
        }
        return List.copyOf(now.values());
    }

    private void change(Consumer<List<Bookmark>> step) {
        List<Bookmark> list = new ArrayList<>(all);
        step.accept(list);
        settings.write(SECTION, new Remembered(list));
        all.setAll(list);
    }
}
