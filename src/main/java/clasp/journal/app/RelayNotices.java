package clasp.journal.app;

import clasp.journal.live.LiveEvent;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the user hears of one connection: at most one notice of each kind at a time. Confined to the FX thread.
final class RelayNotices {
    private final String relay;
    private final Notices notices;
    private final Consumer<JournalReader> ended;
    private final Runnable enterToken;
    private long missed;
    private @Nullable Notice gap;
    private @Nullable Notice doubt;
    private @Nullable Notice trouble;

    /// @param enterToken asks the user for a token that the relay takes
    RelayNotices(String relay, Notices notices, Consumer<JournalReader> ended, Runnable enterToken) {
        this.enterToken = enterToken;
        this.relay = relay;
        this.notices = notices;
        this.ended = ended;
    }

    void tell(LiveEvent event) {
        switch (event) {
            case LiveEvent.Batch _ -> {}
            case LiveEvent.Connected _, LiveEvent.Closed _ -> trouble = replace(trouble, null);
            case LiveEvent.Disconnected lost -> trouble = replace(trouble, notice(lost));
            case LiveEvent.Gap missing when missing.orAnew() -> doubt = replace(doubt, doubt(missing));
            case LiveEvent.Gap missing -> {
                missed += missing.entries();
                gap = replace(
                        gap,
                        Notice.warning(Texts.text("sources.relay.gap", relay, missed, NumberText.grouped(missed))));
            }
            case LiveEvent.NewSession(JournalReader before) -> {
                notices.show(Notice.information(Texts.text("sources.relay.anew", relay)));
                ended.accept(before);
            }
        }
    }

    private Notice doubt(LiveEvent.Gap gap) {
        return Notice.warning(Texts.text(
                "sources.relay.gapOrAnew",
                relay,
                gap.entries(),
                NumberText.grouped(gap.entries()),
                NumberText.grouped(gap.missing().first()),
                NumberText.grouped(gap.missing().last())));
    }

    private Notice notice(LiveEvent.Disconnected lost) {
        if (!lost.wantsToken()) {
            return Notice.warning(Texts.text("sources.relay.lost", relay, lost.sentence()));
        }
        return Notice.warning(Texts.text("sources.relay.refused", relay, lost.sentence()))
                .with(new Notice.Remedy(Texts.text("sources.relay.enterToken"), enterToken));
    }

    private @Nullable Notice replace(@Nullable Notice before, @Nullable Notice now) {
        if (before != null) {
            notices.dismiss(before);
        }
        if (now != null) {
            notices.show(now);
        }
        return now;
    }
}
