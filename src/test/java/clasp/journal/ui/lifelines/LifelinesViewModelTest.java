package clasp.journal.ui.lifelines;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.testing.ListJournal;
import clasp.journal.testing.ManualExecutor;
import clasp.journal.testing.ManualLater;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Tasks;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifelinesViewModelTest {
    private final ManualExecutor background = new ManualExecutor();
    private final ManualLater later = new ManualLater();
    private final Tasks tasks = new Tasks(background, Runnable::run, (what, error) -> {
        throw new AssertionError(what, error);
    });
    private final ListJournal journal = new ListJournal(List.of(entry("1")));
    private final Browsing browsing = new Browsing(journal, journal.info(), journal.state());
    private final LifelinesViewModel model = new LifelinesViewModel(browsing, tasks, later);

    private static Entry entry(String value) {
        return new Entry(1, 1_000, "w", "/a", "param", value, 1L, MsgType.SET);
    }

    private BigDecimal drawn() {
        model.shown().get().rows().forEach(model::load);
        background.runAll();
        return model.most();
    }

    @Test
    void theValuesOfAJournalThatWasRewrittenAreDrawnAnewAlthoughItsAddressesAndTimeAreTheSame() {
        model.start();
        background.runAll();
        assertThat(drawn()).isEqualTo("1");

        journal.rewrite(List.of(entry("7")));
        browsing.update(journal.state());
        later.advance(Duration.ofSeconds(5));
        background.runAll();

        assertThat(drawn()).isEqualTo("7");
    }
}
