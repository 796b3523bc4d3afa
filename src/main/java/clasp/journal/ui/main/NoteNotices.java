package clasp.journal.ui.main;

import clasp.journal.store.JournalInfo;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Shows what a journal has to say of itself, when it is opened and whenever that changes. A note that the user has
/// dismissed comes back only after it was gone for a while. Confined to the FX thread.
final class NoteNotices {
    private final Notices notices;
    private Map<String, Notice> shown = Map.of();

    NoteNotices(Notices notices) {
        this.notices = notices;
    }

    void show(JournalInfo info) {
        if (shown.keySet().equals(Set.copyOf(info.notes()))) {
            return;
        }
        Map<String, Notice> now = new LinkedHashMap<>();
        for (String note : info.notes()) {
            Notice before = shown.get(note);
            Notice notice = before == null ? notice(info, note) : before;
            if (before == null) {
                notices.show(notice);
            }
            now.put(note, notice);
        }
        shown.forEach((note, notice) -> {
            if (!now.containsKey(note)) {
                notices.dismiss(notice);
            }
        });
        shown = now;
    }

    /// Whoever misses entries should not take that for a remark.
    private static Notice notice(JournalInfo info, String note) {
        return info.incomplete() ? Notice.warning(note) : Notice.information(note);
    }
}
