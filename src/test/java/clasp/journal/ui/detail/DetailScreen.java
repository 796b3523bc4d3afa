package clasp.journal.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.settings.Settings;
import clasp.journal.store.Row;
import clasp.journal.testing.FxWindow;
import clasp.journal.testing.ListJournal;
import clasp.journal.testing.SavingDialogs;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Later;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;

/// The detail pane on a journal that the test fills.
abstract class DetailScreen {
    static final String OPACITY = "/lumen/scene/0/layer/3/opacity";

    final FxWindow window = new FxWindow();
    final ListJournal journal = new ListJournal(List.of());
    final List<Long> revealed = new ArrayList<>();
    Path saveTo = Path.of("unused");
    Browsing browsing;
    DetailViewModel model;

    @AfterEach
    void close() {
        window.run(() -> model.close());
        window.close();
    }

    void open(double width) {
        open(width, 700);
    }

    void open(double width, double height) {
        window.show(
                () -> {
                    browsing = new Browsing(journal, journal.info(), journal.state());
                    browsing.onReveal(revealed::add);
                    model = new DetailViewModel(browsing, window.tasks(), Later.onFxThread(), Settings.inMemory());
                    return new DetailView(model, new SavingDialogs(name -> Optional.of(saveTo.resolve(name))));
                },
                width,
                height);
    }

    Entry add(String address, String valueJson) {
        long seq = journal.state().latestSeq() + 1;
        var entry = new Entry(
                seq,
                DetailFixture.START + seq * 1_204_000,
                "13a1c2f0-6f1c-4a90",
                address,
                "param",
                valueJson,
                seq,
                MsgType.SET);
        journal.add(entry);
        return entry;
    }

    List<Entry> addNumbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> add(OPACITY, String.valueOf(Math.round(500 + 500 * Math.sin(i / 9.0)) / 1000.0)))
                .toList();
    }

    void select(Entry entry) {
        window.run(() -> browsing.selected().set(entry));
        window.await(
                "entry " + entry.seq(),
                () -> model.content().get() instanceof DetailContent.Shown shown
                        && shown.detail().seq() == entry.seq());
        window.nextFrame();
    }

    void choose(DetailTab tab) {
        window.robot().clickOn("#tab-" + tab.name().toLowerCase(java.util.Locale.ROOT));
        assertThat(window.get(() -> model.tab().get())).isEqualTo(tab);
    }

    <T extends Node> T find(String selector) {
        return window.robot().lookup(selector).query();
    }

    String text(String selector) {
        return window.get(() -> this.<Label>find(selector).getText());
    }

    String clipboard() {
        return window.get(() -> Clipboard.getSystemClipboard().getString());
    }

    ListView<Row> history() {
        return find("#history");
    }
}
