package clasp.journal.ui.bookmarks;

import clasp.journal.bookmarks.Bookmark;
import clasp.journal.settings.Settings;
import java.util.ArrayList;
import java.util.List;
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

    private void change(Consumer<List<Bookmark>> step) {
        List<Bookmark> list = new ArrayList<>(all);
        step.accept(list);
        settings.write(SECTION, new Remembered(list));
        all.setAll(list);
    }
}
