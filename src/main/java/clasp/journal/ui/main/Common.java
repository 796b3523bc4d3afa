package clasp.journal.ui.main;

import clasp.journal.settings.Settings;
import clasp.journal.ui.bookmarks.BookmarkBook;
import clasp.journal.ui.colours.ColourRules;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.UsedUrls;
import clasp.journal.ui.sources.RecentFiles;
import clasp.journal.ui.sources.SavedRelays;
import java.util.function.Consumer;

/// What the windows of the program have in common: what one of them remembers, the others know. Confined to the FX
/// thread.
///
/// @param session what is open in all of them
/// @param another opens one more window on what it is given
/// @param quit ends the program, if the user agrees
public record Common(
        Settings settings,
        RecentFiles recent,
        BookmarkBook bookmarks,
        ColourRules colours,
        Looks looks,
        SavedRelays relays,
        UsedUrls routers,
        SessionKeeper session,
        Consumer<OpenTabs> another,
        Runnable quit) {
    public static Common of(Settings settings, Later later, Consumer<OpenTabs> another, Runnable quit) {
        return new Common(
                settings,
                new RecentFiles(settings),
                new BookmarkBook(settings),
                new ColourRules(settings),
                new Looks(settings),
                new SavedRelays(settings),
                new UsedUrls(settings, "routers"),
                new SessionKeeper(settings, later),
                another,
                quit);
    }
}
