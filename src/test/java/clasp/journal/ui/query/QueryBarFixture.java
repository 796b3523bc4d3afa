package clasp.journal.ui.query;

import clasp.journal.model.Entry;
import clasp.journal.query.Query;
import clasp.journal.settings.Settings;
import clasp.journal.testing.Entries;
import clasp.journal.testing.ListJournal;
import clasp.journal.testing.ManualExecutor;
import clasp.journal.testing.ManualLater;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Tasks;
import java.time.Duration;
import java.util.List;

/// A query bar without a window, whose time and background work the test moves. Confined to the test's thread.
final class QueryBarFixture {
    final ListJournal journal = new ListJournal(List.of());
    final ManualExecutor background = new ManualExecutor();
    final ManualLater later = new ManualLater();
    final Settings settings;
    final Browsing browsing;
    final QueryBarViewModel bar;

    QueryBarFixture(Entry... entries) {
        this(Settings.inMemory(), entries);
    }

    QueryBarFixture(Settings settings, Entry... entries) {
        this.settings = settings;
        for (Entry entry : entries) {
            journal.add(entry);
        }
        browsing = new Browsing(journal, journal.info(), journal.state());
        var tasks = new Tasks(background, Runnable::run, (what, error) -> {
            throw new AssertionError(what, error);
        });
        bar = new QueryBarViewModel(browsing, tasks, later, settings);
    }

    /// A bar over a journal with these addresses.
    static QueryBarFixture with(String... addresses) {
        var fixture = new QueryBarFixture();
        for (String address : addresses) {
            fixture.journal.add(Entries.set(address, "1"));
        }
        fixture.browsing.update(fixture.journal.state());
        return fixture;
    }

    /// Types the text, and leaves it alone until it is in force.
    void typeAndWait(String text) {
        bar.type(text);
        pass(250);
    }

    /// Types the text, and leaves it alone until it is meant to stay.
    void typeAndStay(String text) {
        typeAndWait(text);
        pass(2_000);
    }

    void pass(long millis) {
        later.advance(Duration.ofMillis(millis));
    }

    /// Another part of the tab sets the filter.
    void setElsewhere(String text) {
        browsing.query().set(Query.parse(text));
    }

    String inForce() {
        return browsing.query().get().text();
    }

    String text() {
        return bar.text().get();
    }
}
