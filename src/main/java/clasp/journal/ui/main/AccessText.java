package clasp.journal.ui.main;

import clasp.journal.store.JournalAccess;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.util.Locale;

/// How a journal was opened, or how it goes, in the window's language.
final class AccessText {
    private static final String PREFIX = "main.access.";

    private AccessText() {}

    static String of(JournalAccess access) {
        return switch (access) {
            case JournalAccess.Plain plain -> Texts.text(PREFIX + plain.name().toLowerCase(Locale.ROOT));
            case JournalAccess.Following following -> of(following);
        };
    }

    private static String of(JournalAccess.Following following) {
        long millis = following.delay().toMillis();
        String delay = millis == 0 ? "<" + JournalAccess.Following.STEP.toMillis() : NumberText.grouped(millis);
        return Texts.text(
                PREFIX + "following",
                following.caughtUp() ? 1 : 0,
                delay,
                NumberText.grouped(following.entriesPerSecond()),
                following.missed() == 0 ? 0 : 1,
                NumberText.grouped(following.missed()));
    }
}
