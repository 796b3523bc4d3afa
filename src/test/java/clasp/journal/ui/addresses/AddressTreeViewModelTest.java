package clasp.journal.ui.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.query.Query;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalAccess;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import clasp.journal.testing.ListJournal;
import clasp.journal.testing.ManualExecutor;
import clasp.journal.testing.ManualLater;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Counting;
import clasp.journal.ui.fx.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AddressTreeViewModelTest {
    private final ListJournal journal = new ListJournal(List.of());
    private final ManualExecutor background = new ManualExecutor();
    private final ManualLater later = new ManualLater();

    private AddressTreeViewModel open(String... addresses) {
        for (String address : addresses) {
            journal.add(Entries.set(address, "\"value of " + address + "\""));
        }
        return open(journal.state());
    }

    @Test
    void anAddressAsksWhyItHasItsValueAndABranchDoesNot() {
        AddressTreeViewModel model = open("/a/x", "/a/y");
        List<String> asked = new ArrayList<>();
        model.browsing().onExplain((address, seq) -> asked.add(address + " at " + seq));
        model.explain(new AddressNode.Leaf("/a/x", "x", 1, 1));
        model.explain(new AddressNode.Estimated(new AddressNode.Leaf("/a/y", "y", 2, 1)));
        model.explain(new AddressNode.Branch("/a", "/a", 0, 2, 2));
        model.explain(new AddressNode.All(2, 2));
        assertThat(asked).containsExactly("/a/x at 2", "/a/y at 2");
    }

    private AddressTreeViewModel open(JournalState state) {
        var model = new AddressTreeViewModel(
                new Browsing(journal, journal.info(), state),
                new Tasks(background, Runnable::run, (what, error) -> {
                    throw new AssertionError(what, error);
                }),
                later);
        background.runAll();
        return model;
    }

    private void filter(AddressTreeViewModel model, String text) {
        model.filter().set(text);
        later.advance(Duration.ofMillis(150));
        background.runAll();
    }

    private static Growth line(AddressTreeViewModel model, String key) {
        return find(model.tree().get(), key);
    }

    private static Growth find(Growth growth, String key) {
        if (growth.node().key().equals(key)) {
            return growth;
        }
        return growth.children().stream()
                .map(child -> find(child, key))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    /// An index may have told of more, or of others.
    @Test
    void onceDamageIsMetTheyAreCountedAnew() {
        AddressTreeViewModel model = open("/a/x");
        assertThat(model.status().get()).isEqualTo("1 address");
        journal.add(Entries.set("/a/y", "1"));
        model.browsing().damageMet();
        background.runAll();
        assertThat(model.status().get()).isEqualTo("2 addresses");
    }

    /// Lets something happen in the middle of each count.
    private AddressTreeViewModel openCounting(Consumer<AddressTreeViewModel> meanwhile) {
        journal.add(Entries.set("/a", "1"));
        AddressTreeViewModel[] model = new AddressTreeViewModel[1];
        var counting = new ForwardingReader() {
            @Override
            protected JournalReader target() {
                return journal;
            }

            @Override
            public List<AddressCount> addresses(Progress progress, Cancellation cancellation) {
                progress.report(1, 4);
                meanwhile.accept(model[0]);
                cancellation.check();
                return super.addresses(progress, cancellation);
            }
        };
        model[0] = new AddressTreeViewModel(
                new Browsing(counting, journal.info(), journal.state()),
                new Tasks(background, Runnable::run, (what, error) -> {
                    throw new AssertionError(what, error);
                }),
                later);
        background.runAll();
        return model[0];
    }

    @Test
    void aCountThatTakesLongerThanAMomentSaysHowFarItIs() {
        List<Counting.State> states = new ArrayList<>();
        List<Double> told = new ArrayList<>();
        AddressTreeViewModel model = openCounting(counted -> {
            states.add(counted.counting().state().get());
            later.advance(Counting.PATIENCE);
            states.add(counted.counting().state().get());
            told.add(counted.counting().progress().get());
        });

        assertThat(states).containsExactly(Counting.State.NONE, Counting.State.SLOW);
        assertThat(told).containsExactly(0.25);
        assertThat(model.counting().state().get()).isEqualTo(Counting.State.NONE);
        assertThat(model.status().get()).isEqualTo("1 address");
    }

    @Test
    void aCountThatIsCancelledLeavesTheEstimatesUntilItIsWanted() {
        List<String> wanted = new ArrayList<>();
        AddressTreeViewModel model = openCounting(counted -> {
            if (wanted.isEmpty()) {
                counted.stopCounting();
            }
        });
        assertThat(model.counting().state().get()).isEqualTo(Counting.State.STOPPED);
        assertThat(model.status().get()).startsWith("Counts are estimates");
        assertThat(model.tree().get().children()).allMatch(line -> line.node() instanceof AddressNode.Estimated);

        journal.add(Entries.set("/b", "1"));
        model.browsing().update(journal.state());
        background.runAll();
        assertThat(model.counting().state().get()).as("the journal grew").isEqualTo(Counting.State.STOPPED);

        wanted.add("all of them");
        model.countOn();
        background.runAll();
        assertThat(model.status().get()).isEqualTo("2 addresses");
        assertThat(model.counting().state().get()).isEqualTo(Counting.State.NONE);
    }

    /// Only among all of them can one be found.
    @Test
    void whoLooksForAnAddressHasThemCountedAfterAll() {
        List<String> wanted = new ArrayList<>();
        AddressTreeViewModel model = openCounting(counted -> {
            if (wanted.isEmpty()) {
                counted.stopCounting();
            }
        });
        wanted.add("a");

        filter(model, "a");

        assertThat(model.status().get()).isEqualTo("1 of 1 address");
    }

    @Test
    void theFirstLinesStandWithEstimatesUntilTheWholeIsCounted() {
        List.of("/b10/x", "/b9/y", "/b9", "c/d", "e").forEach(address -> journal.add(Entries.set(address, "1")));
        var model = new AddressTreeViewModel(
                new Browsing(journal, journal.info(), journal.state()),
                new Tasks(background, Runnable::run, (what, error) -> {
                    throw new AssertionError(what, error);
                }),
                later);
        background.runNext();
        List<String> first = keys(model);
        assertThat(first).hasSize(5);
        assertThat(model.status().get()).startsWith("Counting");
        assertThat(model.tree().get().children())
                .allMatch(line -> line.node() instanceof AddressNode.Estimated
                        && line.node().entries() == 1);
        assertThat(model.tree().get().node().entries()).isEqualTo(5);

        background.runAll();
        assertThat(keys(model)).isEqualTo(first);
        assertThat(model.status().get()).isEqualTo("5 addresses");
        assertThat(model.tree().get().children())
                .allMatch(line ->
                        line.node() instanceof AddressNode.Named && line.node().entries() == 1);
    }

    private static List<String> keys(AddressTreeViewModel model) {
        return model.tree().get().children().stream()
                .map(line -> line.node().key())
                .toList();
    }

    @Test
    void choosingALineSetsThePatternAndChoosingItAgainTakesItOut() {
        AddressTreeViewModel model = open("/a/x", "/a/y", "/b");
        model.browsing().query().set(Query.parse("type:param"));
        AddressNode branch = line(model, "branch /a").node();
        model.choose(branch);
        assertThat(model.browsing().query().get().pattern()).hasValue("/a/**");
        assertThat(model.browsing().query().get().types()).containsExactly("param");
        assertThat(model.chosen(branch)).isTrue();

        model.choose(line(model, "leaf /b").node());
        assertThat(model.browsing().query().get().pattern()).hasValue("/b");
        assertThat(model.chosen(branch)).isFalse();

        model.choose(line(model, "leaf /b").node());
        assertThat(model.browsing().query().get()).isEqualTo(Query.parse("type:param"));
    }

    @Test
    void everyOddAddressCanBeChosenAndIsFoundExactly() {
        String[] odd = {
            "",
            "/",
            "/a b/c",
            "noslash",
            "/*",
            "/[x]{y}?!",
            "!neg",
            "/q\"uote",
            "/back\\slash",
            "/nl\nx",
            "/größe/日本/🎛",
            "//",
            "/trail/",
            "-minus",
            "or",
            "type:param",
            "(paren",
            "/paren)x"
        };
        AddressTreeViewModel model = open(odd);
        for (String address : odd) {
            var leaf = new AddressNode.Leaf(address, address, 1, 1);
            model.choose(leaf);
            Query query = model.browsing().query().get();
            assertThat(journal.page(PageRequest.forward(query.filter(), 0, 100), Cancellation.none()).stream()
                            .map(row -> row.entry().address()))
                    .as(query.text())
                    .containsExactly(address);
            assertThat(model.chosen(leaf)).as(query.text()).isTrue();
            model.choose(leaf);
            assertThat(model.browsing().query().get().text()).isEmpty();
        }
    }

    @Test
    void leavingALineOutAddsACondition() {
        AddressTreeViewModel model = open("/a/x", "/b");
        model.exclude(line(model, "branch /a").node());
        Query query = model.browsing().query().get();
        assertThat(query.filter().matches(Entries.set("/a/x", "1"))).isFalse();
        assertThat(query.filter().matches(Entries.set("/b", "1"))).isTrue();
    }

    @Test
    void filterKeepsWhatContainsTheTextAndOpensIt() {
        AddressTreeViewModel model = open("/a/deep/Blue", "/a/deep/red", "/b/sky/blue", "/c");
        filter(model, "blue");
        assertThat(line(model, "leaf /a/deep/Blue")).isNotNull();
        assertThat(line(model, "leaf /b/sky/blue")).isNotNull();
        assertThat(line(model, "leaf /a/deep/red")).isNull();
        assertThat(model.status().get()).isEqualTo("2 of 4 addresses");

        filter(model, "/a/**");
        assertThat(model.status().get()).isEqualTo("2 of 4 addresses");
        filter(model, "");
        assertThat(model.status().get()).isEqualTo("4 addresses");
    }

    /// A line filters for all below it, be it found or not.
    @Test
    void whileSomethingIsLookedForALineCountsWhatItsFilterFinds() {
        AddressTreeViewModel model = open("/a/1/blue", "/a/1/red", "/a/2/red", "/b");
        filter(model, "blue");
        Growth branch = line(model, "branch /a");
        assertThat(branch.node().entries()).isEqualTo(3);
        assertThat(line(model, "branch /a/1").node().entries()).isEqualTo(2);
        assertThat(line(model, "leaf /a/1/blue").node().entries()).isEqualTo(1);
        assertThat(model.tree().get().node().entries()).isEqualTo(4);

        model.choose(branch.node());
        Query query = model.browsing().query().get();
        assertThat(journal.count(query.filter(), Progress.NONE, Cancellation.none()))
                .isEqualTo(branch.node().entries());
    }

    private static JournalInfo followed(boolean caughtUp) {
        var access = new JournalAccess.Following(caughtUp, Duration.ZERO, 0, 0);
        return new JournalInfo("relay", null, access, 0, -1, false, List.of());
    }

    @Test
    void whatARelayIsStillToGiveIsCountedAsSoonAsItIsThere() {
        journal.add(Entries.set("/a", "1"));
        var browsing = new Browsing(journal, followed(false), journal.state());
        var model = new AddressTreeViewModel(
                browsing,
                new Tasks(background, Runnable::run, (what, error) -> {
                    throw new AssertionError(what, error);
                }),
                later);
        background.runAll();
        assertThat(model.behind().get()).isTrue();
        assertThat(model.status().get()).isEqualTo("≈ 1 address · catching up");

        journal.add(Entries.set("/b", "1"));
        browsing.update(followed(false), journal.state());
        journal.add(Entries.set("/c", "1"));
        browsing.update(followed(true), journal.state());
        background.runAll();
        assertThat(model.status().get()).isEqualTo("3 addresses");
        assertThat(model.behind().get()).isFalse();
    }

    @Test
    void openLinesStayOpenWhenTheJournalGrows() {
        AddressTreeViewModel model = open("/a/x", "/b");
        model.open(line(model, "branch /a").node());
        background.runAll();
        journal.add(Entries.set("/a/y", "1"));
        model.browsing().update(journal.state());
        background.runAll();
        assertThat(line(model, "leaf /a/y")).isNull();
        later.advance(Duration.ofSeconds(2));
        background.runAll();
        assertThat(line(model, "leaf /a/y")).isNotNull();
        assertThat(line(model, "branch /a").node().entries()).isEqualTo(2);
    }

    @Test
    void moreLinesComeOnDemand() {
        for (int i = 0; i < 1_000; i++) {
            journal.add(Entries.set("/n" + i, "1"));
        }
        AddressTreeViewModel model = open(journal.state());
        assertThat(model.tree().get().children()).hasSize(201);
        model.choose(model.tree().get().children().getLast().node());
        background.runAll();
        assertThat(model.tree().get().children()).hasSize(401);
        assertThat(model.browsing().query().get()).isEqualTo(Query.ALL);
    }

    @Test
    void lastValuesAreLookedUpInOneGoAndKept() {
        AddressTreeViewModel model = open("/a", "/b");
        assertThat(model.values().of("/a", 1)).isEmpty();
        assertThat(model.values().of("/b", 2)).isEmpty();
        later.advance(Duration.ofMillis(40));
        assertThat(background.queued()).isEqualTo(1);
        background.runAll();
        assertThat(model.values().of("/a", 1)).isEqualTo("\"value of /a\"");
        assertThat(model.values().of("/b", 2)).isEqualTo("\"value of /b\"");
    }

    @Test
    void afterTheJournalWasRewrittenTheValueUnderTheSameSeqIsLookedUpAgain() {
        AddressTreeViewModel model = open("/a");
        model.values().of("/a", 1);
        later.advance(Duration.ofMillis(40));
        background.runAll();

        journal.rewrite(List.of(Entries.set("/a", "7").withSeq(1)));
        model.browsing().update(journal.state());
        assertThat(model.values().of("/a", 1)).isEqualTo("\"value of /a\"");
        later.advance(Duration.ofMillis(40));
        background.runAll();

        assertThat(model.values().of("/a", 1)).isEqualTo("7");
    }

    @Test
    void anEarlierValueStaysUntilTheNewOneIsKnown() {
        AddressTreeViewModel model = open("/a");
        model.values().of("/a", 1);
        later.advance(Duration.ofMillis(40));
        background.runAll();
        Entry newer = Entries.set("/a", "2");
        journal.add(newer);
        assertThat(model.values().of("/a", 2)).isEqualTo("\"value of /a\"");
        later.advance(Duration.ofMillis(40));
        background.runAll();
        assertThat(model.values().of("/a", 2)).isEqualTo("2");
    }

    @Test
    void failureIsASentenceUntilARetrySucceeds() {
        journal.add(Entries.set("/a", "1"));
        journal.failWith("The disk is gone.");
        AddressTreeViewModel model = open(new JournalState(1, 1, 1, 1));
        assertThat(model.problem().get()).contains("The disk is gone.");
        journal.failWith("");
        model.retry();
        background.runAll();
        assertThat(model.problem().get()).isNull();
        assertThat(line(model, "leaf /a")).isNotNull();
    }
}
