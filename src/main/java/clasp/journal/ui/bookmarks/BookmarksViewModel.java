package clasp.journal.ui.bookmarks;

import clasp.journal.bookmarks.Bookmark;
import clasp.journal.bookmarks.BookmarkCsv;
import clasp.journal.model.Entry;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.JournalChange;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The bookmarks on a journal's entries: which of all there are belong to it, and what is done with them. Confined to
/// the FX thread.
public final class BookmarksViewModel {
    /// A journal that grows may come to hold what is missing yet, such as a relay's that is still being read.
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Browsing browsing;
    private final BookmarkBook book;
    private final Tasks tasks;
    private final Later later;
    private final TaskSlot looking = new TaskSlot();
    private final ListChangeListener<Bookmark> bookChanged = change -> look();
    private final Subscription subscription;
    private boolean lookPlanned;
    private Runnable withdraw = () -> {};

    public BookmarksViewModel(Browsing browsing, BookmarkBook book, Tasks tasks, Later later) {
        this.browsing = browsing;
        this.book = book;
        this.tasks = tasks;
        this.later = later;
        book.all().addListener(bookChanged);
        subscription = browsing.state().subscribe((before, now) -> grown(before, now));
        look();
    }

    /// Follows nobody any more.
    public void close() {
        book.all().removeListener(bookChanged);
        subscription.unsubscribe();
        withdraw.run();
        looking.cancel();
    }

    Browsing browsing() {
        return browsing;
    }

    /// Marks the selected entry, or no longer.
    public void toggle() {
        Optional<Bookmark> there = ofSelected();
        if (there.isPresent()) {
            book.remove(there.get());
        } else {
            withSelected(entry -> book.put(Bookmark.of(entry, "", name())));
        }
    }

    /// The bookmark on the selected entry.
    Optional<Bookmark> ofSelected() {
        Entry entry = browsing.selected().get();
        return entry == null
                ? Optional.empty()
                : Optional.ofNullable(browsing.bookmarks().get().get(entry.seq()));
    }

    /// The note on the selected entry; empty when there is none, or it is not marked.
    public Optional<String> noteOfSelected() {
        return ofSelected().map(Bookmark::note).filter(note -> !note.isBlank());
    }

    /// Marks the selected entry with this note.
    void note(String text) {
        Optional<Bookmark> there = ofSelected();
        if (there.isPresent()) {
            book.put(there.get().withNote(text.strip()));
        } else {
            withSelected(entry -> book.put(Bookmark.of(entry, text.strip(), name())));
        }
    }

    void remove(Bookmark bookmark) {
        book.remove(bookmark);
    }

    /// Shows and selects the bookmark after the selected entry, or before it; around the ends.
    public void go(boolean forward) {
        NavigableMap<Long, Bookmark> all = browsing.bookmarks().get();
        if (all.isEmpty()) {
            return;
        }
        Entry entry = browsing.selected().get();
        Map.@Nullable Entry<Long, Bookmark> next =
                entry == null ? null : forward ? all.higherEntry(entry.seq()) : all.lowerEntry(entry.seq());
        browsing.reveal(next != null ? next.getKey() : forward ? all.firstKey() : all.lastKey());
    }

    /// Writes the journal's bookmarks as CSV.
    ///
    /// @param done told when the file is there
    void export(Path file, Runnable done) {
        List<Bookmark> all = List.copyOf(browsing.bookmarks().get().values());
        tasks.task(Texts.text("bookmarks.task.export"), (progress, cancellation) -> {
                    BookmarkCsv.write(all, file);
                    return true;
                })
                .onSuccess(written -> done.run())
                .start();
    }

    private String name() {
        return browsing.info().get().name();
    }

    /// The selected entry may be cut on screen; what is marked is the whole one.
    private void withSelected(Consumer<Entry> action) {
        Entry entry = browsing.selected().get();
        if (entry != null) {
            JournalReader journal = browsing.journal();
            tasks.task(
                            Texts.text("bookmarks.task.mark"),
                            (progress, cancellation) -> journal.entry(entry.seq())
                                    .orElseThrow(() -> new JournalException(Texts.text("bookmarks.gone", entry.seq()))))
                    .onSuccess(action)
                    .start();
        }
    }

    private void grown(JournalState before, JournalState now) {
        boolean anew = !before.equals(now) && JournalChange.between(before, now) != JournalChange.GREW;
        boolean missing = browsing.bookmarks().get().size() < book.all().size() && now.latestSeq() > before.latestSeq();
        if (anew || missing) {
            plan();
        }
    }

    private void plan() {
        if (!lookPlanned) {
            lookPlanned = true;
            withdraw = later.after(BETWEEN_LOOKS, () -> {
                lookPlanned = false;
                look();
            });
        }
    }

    private void look() {
        List<Bookmark> all = List.copyOf(book.all());
        if (all.isEmpty()) {
            looking.cancel();
            browsing.bookmarks().set(Collections.emptyNavigableMap());
            return;
        }
        JournalReader journal = browsing.journal();
        tasks.task(Texts.text("bookmarks.task.find"), (progress, cancellation) -> {
                    Map<Bookmark, Bookmark> found = new LinkedHashMap<>();
                    for (Bookmark bookmark : all) {
                        cancellation.check();
                        journal.entry(bookmark.seq())
                                .filter(bookmark::isOf)
                                .ifPresent(entry -> found.put(bookmark, bookmark.renewed(entry)));
                    }
                    return found;
                })
                .replacing(looking)
                .onSuccess(this::found)
                .start();
    }

    private void found(Map<Bookmark, Bookmark> found) {
        NavigableMap<Long, Bookmark> marks = new TreeMap<>();
        book.renew(found).forEach(bookmark -> marks.put(bookmark.seq(), bookmark));
        browsing.bookmarks().set(Collections.unmodifiableNavigableMap(marks));
    }
}
