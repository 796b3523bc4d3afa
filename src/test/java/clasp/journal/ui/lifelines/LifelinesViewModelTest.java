package clasp.journal.ui.lifelines;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Query;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.Row;
import clasp.journal.testing.ListJournal;
import clasp.journal.testing.ManualExecutor;
import clasp.journal.testing.ManualLater;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Tasks;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    /// Of a journal that takes its time.
    private LifelinesViewModel slow = model;

    private static Entry entry(String value) {
        return new Entry(1, 1_000, "w", "/a", "param", value, 1L, MsgType.SET);
    }

    private BigDecimal drawn() {
        model.shown().get().rows().forEach(model::load);
        background.runAll();
        return Objects.requireNonNull(model.range().get()).most();
    }

    @Test
    void thatNothingIsFoundIsNotSaidBeforeItIsKnown() {
        model.start();
        assertThat(model.answered().get()).isFalse();
        assertThat(model.summary().get()).isEqualTo("Looking for addresses…");

        background.runAll();
        assertThat(model.answered().get()).isTrue();

        browsing.query().set(Query.parse("/other"));
        assertThat(model.answered().get()).as("of another filter").isFalse();
    }

    @Test
    void thereIsARowForEachAddressThatHasMatchesOfTheWholeFilter() {
        journal.add(new Entry(2, 2_000, "w", "/b", "event", "2", 1L, MsgType.SET));
        journal.add(new Entry(3, 3_000, "w", "/c", "event", "3", 1L, MsgType.SET));
        model.start();
        browsing.query().set(Query.parse("type:event"));
        background.runAll();
        assertThat(addresses()).containsExactly("/b", "/c");
        assertThat(model.summary().get()).isEqualTo("2 addresses");

        browsing.query().set(Query.parse("type:event from:2500"));
        background.runAll();
        assertThat(addresses()).containsExactly("/c");

        journal.add(new Entry(4, 4_000, "w", "/a", "event", "4", 1L, MsgType.SET));
        browsing.update(journal.state());
        later.advance(Duration.ofSeconds(1));
        background.runAll();
        assertThat(addresses()).as("it has grown").containsExactly("/a", "/c");

        journal.rewrite(List.of(new Entry(1, 3_000, "w", "/c", "param", "1", 1L, MsgType.SET)));
        browsing.update(journal.state());
        later.advance(Duration.ofSeconds(1));
        background.runAll();
        assertThat(addresses()).as("it was rewritten").isEmpty();
    }

    @Test
    void aFileThatIsAnotherNowIsAskedAnewAlsoWhereNobodyCanSayWhereItStands() {
        model.start();
        background.runAll();
        journal.rewrite(List.of(new Entry(1, 1_000, "w", "/other", "param", "1", 1L, MsgType.SET)));
        browsing.rewritten();
        background.runAll();
        assertThat(addresses()).containsExactly("/other");

        model.stop();
        browsing.rewritten();
        assertThat(background.queued()).as("what is not on screen asks nothing").isZero();
    }

    private List<String> addresses() {
        return model.shown().get().rows().stream().map(LifelineRow::address).toList();
    }

    @Test
    void whatIsThereWithinAMomentShowsNoSignOfWork() {
        List<LifelineWork> seen = new ArrayList<>();
        model.work().subscribe(work -> seen.add(work));
        model.start();
        background.runAll();
        drawn();

        later.advance(LifelinesViewModel.PATIENCE);

        assertThat(seen).containsExactly(LifelineWork.NONE);
    }

    @Test
    void whatTakesLongerSaysWhatIsDoneAndHowFarItIs() {
        journal.add(new Entry(2, 2_000, "w", "/b", "param", "2", 1L, MsgType.SET));
        model.start();
        later.advance(LifelinesViewModel.PATIENCE);
        assertThat(model.work().get()).isEqualTo(LifelineWork.FINDING);
        assertThat(model.progress().get()).isNegative();

        background.runAll();
        model.shown().get().rows().forEach(model::load);
        later.advance(LifelinesViewModel.PATIENCE);
        assertThat(model.work().get()).isEqualTo(LifelineWork.LOOKING_UP);
        background.runNext();
        assertThat(model.progress().get()).isEqualTo(0.5);

        background.runAll();
        assertThat(model.work().get()).isEqualTo(LifelineWork.NONE);
    }

    /// On an axis from 1970 to a show of today everything else would be at one place.
    @Test
    void aFewEntriesWhoseClockWasNotSetAreLeftOutUnlessTheirTimeIsAskedFor() {
        long show = 1_708_500_000_000_000L;
        for (int i = 0; i < 100; i++) {
            journal.add(new Entry(0, show + i, "w", "/b", "param", "2", 1L, MsgType.SET));
        }
        model.start();
        background.runAll();
        TimeRange home = Objects.requireNonNull(model.shown().get().time());
        assertThat(home.fromMicros()).isBetween(show - 1_000, show);
        assertThat(home.toMicros()).isEqualTo(show + 99);
        assertThat(model.summary().get()).isEqualTo("2 addresses");
        assertThat(model.farOff().get()).isTrue();

        browsing.query().set(Query.parse("from:500"));
        background.runAll();
        assertThat(model.shown().get().time()).isEqualTo(new TimeRange(1_000, show + 99));
        assertThat(model.summary().get()).isEqualTo("2 addresses");
        assertThat(model.farOff().get()).isFalse();
    }

    /// Their time is a guess from a few hundred entries: it can be made without those that are lost.
    @Test
    void aDamagedPlaceOfTheFileKeepsNoneOfThemFromBeingSeen() {
        for (int i = 0; i < 5_000; i++) {
            journal.add(new Entry(0, 2_000 + i, "w", "/b", "param", "2", 1L, MsgType.SET));
        }
        var lost = new SeqRange(1_990, 2_030);
        var damaged = new ForwardingReader() {
            @Override
            protected JournalReader target() {
                return journal;
            }

            @Override
            public List<Row> page(PageRequest request, Cancellation cancellation) {
                if (lost.contains(request.fromSeq())) {
                    throw new DamagedException("Part of the file is damaged.", null);
                }
                return super.page(request, cancellation);
            }
        };
        var lifelines = new LifelinesViewModel(new Browsing(damaged, journal.info(), journal.state()), tasks, later);
        lifelines.start();
        background.runAll();
        assertThat(lifelines.summary().get()).isEqualTo("2 addresses");
        assertThat(lifelines.shown().get().time()).isEqualTo(new TimeRange(1_000, 6_999));
    }

    @Test
    void aSearchForAddressesSaysHowFarItIs() {
        var counting = new ForwardingReader() {
            @Override
            protected JournalReader target() {
                return journal;
            }

            @Override
            public List<AddressCount> addresses(Progress progress, Cancellation cancellation) {
                progress.report(3, 4);
                assertThat(slow.progress().get()).isEqualTo(0.75);
                return super.addresses(progress, cancellation);
            }
        };
        slow = new LifelinesViewModel(new Browsing(counting, journal.info(), journal.state()), tasks, later);
        slow.start();
        assertThat(slow.progress().get()).isNegative();
        background.runAll();
        assertThat(slow.answered().get()).isTrue();
        assertThat(slow.progress().get()).isNegative();
    }

    @Test
    void whatWasLaidOverEachOtherComesBackAlsoWhatTheFilterDoesNotFind() {
        List<LifelinesPlace> told = new ArrayList<>();
        model.onMoved(() -> told.add(model.place()));
        told.clear();
        model.start();
        background.runAll();
        model.together().choose("/a", true);
        model.oneScale().set(true);
        assertThat(told)
                .containsExactly(new LifelinesPlace(List.of("/a"), false), new LifelinesPlace(List.of("/a"), true));

        var next = new LifelinesViewModel(browsing, tasks, later);
        next.resume(new LifelinesPlace(List.of("/a", "/gone"), true));
        next.start();
        background.runAll();
        assertThat(next.together().has("/a")).isTrue();
        assertThat(next.oneScale().get()).isTrue();
        assertThat(next.place()).isEqualTo(new LifelinesPlace(List.of("/a", "/gone"), true));
    }

    @Test
    void aSearchForAddressesThatWasCancelledIsBegunAnewWhenAskedTo() {
        model.start();
        model.cancel();
        background.runAll();
        browsing.update(journal.add(entry("2").withSeq(2)).state());
        background.runAll();
        assertThat(model.work().get()).isEqualTo(LifelineWork.STOPPED);
        assertThat(model.summary().get()).startsWith("Looking for addresses was cancelled.");
        assertThat(model.shown().get().rows()).isEmpty();

        model.goOn();
        background.runAll();

        assertThat(drawn()).isEqualTo("2");
        assertThat(model.work().get()).isEqualTo(LifelineWork.NONE);
    }

    @Test
    void lifelinesThatWereCancelledAreLookedUpWhenItGoesOn() {
        model.start();
        background.runAll();
        LifelineRow row = model.shown().get().rows().getFirst();
        model.load(row);
        model.cancel();
        background.runAll();
        assertThat(row.lifeline().get()).isNull();

        model.goOn();
        background.runAll();

        assertThat(row.lifeline().get()).isNotNull();
    }

    @Test
    void anotherFilterGoesOnByItself() {
        model.start();
        model.cancel();

        browsing.query().set(Query.parse("/a"));
        background.runAll();

        assertThat(drawn()).isEqualTo("1");
        assertThat(model.work().get()).isEqualTo(LifelineWork.NONE);
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

    @Test
    void whatIsDrawnStaysUntilTheNewIsThereWhileAJournalGrows() {
        model.start();
        background.runAll();
        drawn();

        browsing.update(journal.add(new Entry(2, 2_000, "w", "/a", "param", "3", 2L, MsgType.SET))
                .state());
        later.advance(Duration.ofSeconds(5));
        background.runNext();
        LifelineRow row = model.shown().get().rows().getFirst();
        assertThat(Objects.requireNonNull(row.lifeline().get()).points()).hasSize(1);

        assertThat(drawn()).isEqualTo("3");
    }

    @Test
    void anotherFilterShowsNothingOfTheOneBefore() {
        model.start();
        background.runAll();
        drawn();

        browsing.query().set(Query.parse("/a author:w"));
        background.runNext();

        assertThat(model.shown().get().rows().getFirst().lifeline().get()).isNull();
    }

    private static Entry at(int number) {
        return new Entry(number, number * 1_000L, "w", "/" + number, "param", "" + number, 1L, MsgType.SET);
    }

    private List<String> together() {
        return model.together().plot().get().series().stream()
                .map(series -> series.address() + " " + series.ink())
                .toList();
    }

    @Test
    void theChosenAddressesAreLaidOverEachOtherEachByItsColour() {
        for (int number = 2; number <= 4; number++) {
            journal.add(at(number));
        }
        model.start();
        background.runAll();

        model.together().choose("/2", true);
        model.together().choose("/4", true);
        model.together().choose("/3", true);
        assertThat(together()).containsExactly("/2 A", "/3 C", "/4 B");

        model.together().choose("/2", false);
        assertThat(together()).containsExactly("/3 C", "/4 B");
        model.together().choose("/a", true);
        assertThat(together()).containsExactly("/3 C", "/4 B", "/a A");
    }

    @Test
    void aChosenAddressIsLookedUpAlthoughItsRowIsNotOnScreen() {
        model.start();
        background.runAll();

        model.together().choose("/a", true);
        background.runAll();

        assertThat(model.together().plot().get().marks()).hasSize(1);
    }

    @Test
    void noMoreAreChosenThanCanBeToldApart() {
        for (int number = 2; number <= 12; number++) {
            journal.add(at(number));
        }
        model.start();
        background.runAll();

        for (int number = 2; number <= 12; number++) {
            model.together().choose("/" + number, true);
        }

        assertThat(together()).hasSize(SeriesInk.MOST_SERIES).doesNotContain("/10 A");
        assertThat(model.together().full()).isTrue();
        assertThat(model.together().has("/10")).isFalse();
    }

    @Test
    void whatWasChosenIsThereAgainWithItsFilter() {
        journal.add(at(2));
        model.start();
        background.runAll();
        model.together().choose("/a", true);

        browsing.query().set(Query.parse("/2"));
        background.runAll();
        assertThat(together()).isEmpty();
        model.stop();
        browsing.query().set(Query.ALL);
        model.start();
        background.runAll();

        assertThat(together()).containsExactly("/a A");
    }
}
