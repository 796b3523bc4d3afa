package clasp.journal.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionModelTest {
    private final QueryBarFixture tab =
            QueryBarFixture.with("/lumen/scene/0/opacity", "/lumen/scene/1/opacity", "/midi/note", "/odd name/a");
    private final CompletionModel completion = tab.bar.completion();

    private void type(String text) {
        completion.typed(text, text.length());
    }

    private void look() {
        tab.pass(80);
        tab.background.runAll();
    }

    private List<String> shown() {
        return completion.suggestions().stream().map(Suggestion::label).toList();
    }

    private String take(String text, int index) {
        CompletionModel.Edit edit = completion.take(index).orElseThrow();
        return text.substring(0, edit.start()) + edit.text() + text.substring(edit.end());
    }

    @Test
    void theWordsOfTheLanguageComeAtOnce() {
        type("t");
        assertThat(shown()).containsExactly("type:", "to:");
        assertThat(completion.suggestions()).allMatch(one -> !one.hint().isEmpty());
        type("type:");
        assertThat(shown()).containsExactly("param", "event", "stream", "gesture", "timeline");
    }

    @Test
    void nothingIsChosenUntilAsked() {
        type("t");
        assertThat(completion.chosen().get()).isEqualTo(-1);
        completion.move(1);
        assertThat(completion.chosen().get()).isZero();
        completion.move(-1);
        assertThat(completion.chosen().get()).isEqualTo(1);
        completion.ask("t", 1);
        assertThat(completion.chosen().get()).isZero();
    }

    @Test
    void whoAsksAtTheEndOfAWholeWordIsOfferedWhatCouldStandInItsPlace() {
        completion.ask("rev:any type:param", 18);
        assertThat(shown()).containsExactly("event", "stream", "gesture", "timeline");
        assertThat(take("rev:any type:param", 0)).isEqualTo("rev:any type:event");
        completion.ask("type:event,param", 16);
        assertThat(shown()).containsExactly("stream", "gesture", "timeline");
        assertThat(take("type:event,param", 0)).isEqualTo("type:event,stream");
        completion.ask("msg:set", 7);
        assertThat(shown()).containsExactly("publish");
        type("type:param");
        assertThat(completion.open().get()).as("unasked").isFalse();
    }

    @Test
    void whoAsksWhereNothingIsKnownIsTold() {
        for (String text : List.of("seq:12", "type:xyz", "value>12")) {
            completion.ask(text, text.length());
            assertThat(completion.open().get()).as(text).isTrue();
            assertThat(completion.remark().get()).startsWith("No suggestion here");
            type(text);
            assertThat(completion.open().get()).as("unasked").isFalse();
        }
    }

    @Test
    void betweenWordsNothingComesUpUnasked() {
        type("type:param ");
        assertThat(completion.open().get()).isFalse();
        completion.ask("type:param ", 11);
        assertThat(completion.open().get()).isTrue();
        assertThat(shown()).contains("value>", "or");
    }

    @Test
    void addressesComeFromTheJournalAfterAWhile() {
        type("/lu");
        tab.pass(79);
        assertThat(tab.background.queued()).isZero();
        look();
        assertThat(shown()).containsExactly("/lumen/**", "/lumen/scene/0/opacity", "/lumen/scene/1/opacity");
    }

    @Test
    void aBranchIsWrittenAsAPattern() {
        type("type:param /lu");
        look();
        assertThat(take("type:param /lu", 0)).isEqualTo("type:param /lumen/**");
        assertThat(completion.open().get()).isFalse();
        type("addr:\"/odd n");
        look();
        assertThat(take("addr:\"/odd n", 0)).isEqualTo("addr:\"/odd name/a\"");
        tab.journal.add(clasp.journal.testing.Entries.set("/odd name/b", "1"));
        type("/odd");
        look();
        assertThat(take("/odd", 0)).isEqualTo("addr:\"/odd name/**\"");
    }

    @Test
    void theRestOfTheWordIsReplacedAndNothingElse() {
        completion.typed("/mi type:param", 3);
        look();
        assertThat(take("/mi type:param", 0)).isEqualTo("/midi/note type:param");
    }

    @Test
    void authorsComeFromTheJournal() {
        tab.journal.add(new Entry(0, 1, "13a1-two", "/x", "param", "1", 1L, MsgType.SET));
        tab.journal.add(new Entry(0, 1, "13a1-one", "/x", "param", "1", 1L, MsgType.SET));
        type("author:13");
        look();
        assertThat(shown()).containsExactly("13a1-one", "13a1-two");
        assertThat(take("author:13", 1)).isEqualTo("author:13a1-two");
    }

    @Test
    void theAnswerToAnOlderQuestionIsNotShown() {
        type("/lu");
        tab.pass(80);
        type("/mi");
        tab.pass(80);
        assertThat(tab.background.queued()).isEqualTo(2);
        tab.background.runLast();
        assertThat(shown()).containsExactly("/midi/note");
        tab.background.runNext();
        assertThat(shown()).containsExactly("/midi/note");
    }

    @Test
    void anAnswerAfterClosingOpensNothing() {
        type("/lu");
        tab.pass(80);
        completion.close();
        tab.background.runAll();
        assertThat(completion.open().get()).isFalse();
    }

    @Test
    void untilTheAnswerComesThoseStayThatStillFit() {
        type("/lu");
        look();
        type("/lumen/scene/1");
        assertThat(shown()).containsExactly("/lumen/scene/1/opacity");
        assertThat(take("/lumen/scene/1", 0)).isEqualTo("/lumen/scene/1/opacity");
    }

    @Test
    void aCompleteAddressNeedsNoSuggestion() {
        type("/midi/note");
        look();
        assertThat(completion.open().get()).isFalse();
    }

    @Test
    void anUnreadableJournalIsTold() {
        tab.journal.failWith("The file has vanished.");
        type("/lu");
        look();
        assertThat(completion.open().get()).isTrue();
        assertThat(completion.remark().get()).contains("The file has vanished.");
    }
}
