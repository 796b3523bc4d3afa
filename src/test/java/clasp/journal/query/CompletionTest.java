package clasp.journal.query;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.query.Completion.Kind;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// In these texts `|` is the caret.
class CompletionTest {
    private static Completion at(String marked) {
        int caret = marked.indexOf('|');
        return Completion.at(marked.replace("|", ""), caret);
    }

    private static String chosen(String marked, String suggestion) {
        Completion completion = at(marked);
        String text = marked.replace("|", "");
        return text.substring(0, completion.start())
                + completion.replacement(suggestion)
                + text.substring(completion.end());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "`|`;KEYWORD;``",
                "ty|;KEYWORD;ty",
                "x ty|;KEYWORD;ty",
                "-(TY|;KEYWORD;TY",
                "`/a |`;KEYWORD;``",
                "/lum|;ADDRESS;/lum",
                "-/lum|;ADDRESS;/lum",
                "(x or /lum|);ADDRESS;/lum",
                "addr:|;ADDRESS;``",
                "addr:lum|;ADDRESS;lum",
                "addr:\"/a b|\";ADDRESS;/a b",
                "addr:\"/a \\\"|;ADDRESS;/a \"",
                "/a\\*b|;ADDRESS;/a*b",
                "/lumen/*/o|;NONE;/lumen/*/o",
                "author:13|;AUTHOR;13",
                "author:\"a b|;AUTHOR;a b",
                "author:1*|;NONE;1*",
                "type:pa|;SIGNAL_TYPE;pa",
                "type:param,e|;SIGNAL_TYPE;e",
                "msg:|;MESSAGE;``",
                "value=t|;LITERAL;t",
                "rev=|;LITERAL;``",
                "seq:1|;NONE;1",
                "from:20|;NONE;20",
                "0.7|;NONE;0.7",
                "\"type:|;NONE;\"type:"
            })
    void knowsWhatIsTyped(String text, Kind kind, String typed) {
        assertThat(at(text).kind()).isEqualTo(kind);
        assertThat(at(text).typed()).isEqualTo(typed);
    }

    @Test
    void suggestsWhatTheLanguageKnows() {
        assertThat(at("t|").suggestions()).containsExactly("type:", "to:");
        assertThat(at("v|").suggestions())
                .contains("value>", "value>=", "value~")
                .doesNotContain("value:");
        assertThat(at("|").suggestions()).contains("addr:", "or", "not");
        assertThat(at("N|").suggestions()).containsExactly("not");
        assertThat(at("type:|").suggestions()).containsExactly("param", "event", "stream", "gesture", "timeline");
        assertThat(at("type:S|").suggestions()).containsExactly("stream");
        assertThat(at("type:param,|").suggestions()).containsExactly("event", "stream", "gesture", "timeline");
        assertThat(at("type:|,event").suggestions()).containsExactly("param", "stream", "gesture", "timeline");
        assertThat(at("msg:p|").suggestions()).containsExactly("publish");
    }

    @Test
    void chosenTextReplacesTheWord() {
        assertThat(chosen("x ty| y", "type:")).isEqualTo("x type: y");
        assertThat(chosen("-/lu|m x", "/lumen/scene")).isEqualTo("-/lumen/scene x");
        assertThat(chosen("type:param,e|v,stream", "event")).isEqualTo("type:param,event,stream");
        assertThat(chosen("(author:13|)", "13a1")).isEqualTo("(author:13a1)");
    }

    @Test
    void chosenTextIsQuotedAndEscapedWhereNeeded() {
        assertThat(chosen("/a|", "/a b")).isEqualTo("addr:\"/a b\"");
        assertThat(chosen("addr:\"/a|\" x", "/a b")).isEqualTo("addr:\"/a b\" x");
        assertThat(chosen("addr:\"/a|\" x", "/ab")).isEqualTo("addr:/ab x");
        assertThat(chosen("/a|", "/a*")).isEqualTo("/a\\*");
        assertThat(chosen("author:|", "a b")).isEqualTo("author:\"a b\"");
    }

    @ParameterizedTest
    @CsvSource({"value=,true", "value!=,true", "value>,", "value<=,", "value~,"})
    void literalsAreOfferedWhereTheyAreUnderstood(String text, @Nullable String first) {
        assertThat(Completion.at(text, text.length()).suggestions().stream().findFirst())
                .isEqualTo(Optional.ofNullable(first));
    }

    @Test
    void anyPlaceInAnyTextHasAnAnswer() {
        String[] pieces = {
            "a", "/a", "\"", "\\", " ", "type:", ",", "(", ")", "-", "addr:", "value>", "*", "author:", "\\u1", "or"
        };
        Random random = new Random(23);
        for (int round = 0; round < 30_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            int caret = random.nextInt(text.length() + 1);
            Completion completion = Completion.at(text.toString(), caret);
            assertThat(completion.start()).as("%s at %s", text, caret).isBetween(0, caret);
            assertThat(completion.end()).as("%s at %s", text, caret).isBetween(caret, text.length());
        }
    }
}
