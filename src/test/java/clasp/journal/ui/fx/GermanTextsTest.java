package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.OwnLanguage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The German texts say what the English ones say, and numbers for people look as they do in German.
class GermanTextsTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "clasp", "journal", "ui");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!['{}])(?<!'\\{')(?<!'}')");

    private final Map<String, String> english = texts("texts.properties");
    private final Map<String, String> german = texts("texts_de.properties");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(german.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
    }

    @Test
    void everyArgumentOfTheEnglishTextIsInTheGermanOne() {
        assertThat(english)
                .allSatisfy((key, text) ->
                        assertThat(arguments(german.get(key))).as(key).containsAll(withoutPlurals(text)));
        assertThat(german)
                .allSatisfy((key, text) ->
                        assertThat(arguments(english.get(key))).as(key).containsAll(arguments(text)));
    }

    @Test
    void everyGermanTextWithArgumentsCanBeFormattedForNoneOneAndMany() {
        german.forEach((key, text) -> {
            if (!arguments(text).isEmpty()) {
                assertThat(LONE_APOSTROPHE.matcher(text).find())
                        .as("lone apostrophe in " + key)
                        .isFalse();
                for (int number : new int[] {0, 1, 2}) {
                    var format = new MessageFormat(text, Locale.GERMAN);
                    assertThat(format.format(new Object[] {number, number, number, number, number}))
                            .as(key)
                            .isNotBlank()
                            .doesNotContainPattern("\\{\\d[,}]");
                }
            }
        });
    }

    @Test
    void everyGermanQuoteIsOpenedAndClosed() {
        german.forEach((key, text) -> {
            assertThat(text).as(key).doesNotContain("”");
            assertThat(text.codePoints().filter(point -> point == '„').count())
                    .as(key)
                    .isEqualTo(text.codePoints().filter(point -> point == '“').count());
        });
    }

    @Test
    void dotsAfterAWordFollowItAtOnce() {
        Pattern apart = Pattern.compile("[\\p{L}}] …$");
        assertThat(english).allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainPattern(apart));
        assertThat(german).allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainPattern(apart));
    }

    /// The glossary on top of the German texts has the words for them.
    @Test
    void recordingsAndBookmarksAreCalledByOneWord() {
        Pattern other = Pattern.compile("(?i)\\b(aufnahme|aufgenommen|gemerkt|merkt)");
        assertThat(german).allSatisfy((key, text) -> {
            if (!key.endsWith(".words")) {
                assertThat(text).as(key).doesNotContainPattern(other);
            }
        });
    }

    @Test
    @OwnLanguage
    void theLanguageFollowsTheSystem() {
        Locale.setDefault(Locale.of("de", "AT"));
        assertThat(Texts.text("command.open")).isEqualTo("Öffnen…");
        Locale.setDefault(Locale.FRANCE);
        assertThat(Texts.text("command.open")).as("no French yet").isEqualTo("Open…");
        assertThat(NumberText.grouped(20_000)).as("in an English sentence").isEqualTo("20,000");
    }

    @Test
    @OwnLanguage("de-DE")
    void countsSizesAndLengthsOfTimeAreWrittenAsInGerman() {
        assertThat(NumberText.grouped(20_000)).isEqualTo("20.000");
        assertThat(SizeText.text(4_100)).isEqualTo("4,1 KB");
        assertThat(SizeText.text(512)).isEqualTo("512 Byte");
        assertThat(DurationText.text(1_204)).isEqualTo("1,204 ms");
        assertThat(Texts.text("addresses.status", "20.000", 20_000)).isEqualTo("20.000 Adressen");
    }

    @Test
    void noSeqIsWrittenAsACount() {
        Pattern counted = Pattern.compile("(?i)\\b(seq|entry|eintrag|revision|snapshot)\\s*\\{\\d,number");
        assertThat(english).allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainPattern(counted));
        assertThat(german).allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainPattern(counted));
        assertThat(NumberText.seq(12_044)).as("in English").isEqualTo("12044");
        assertThat(NumberText.unsigned(-1)).isEqualTo("18446744073709551615");
    }

    /// Of what is many or one there is a count: grouped, and not as the digits of a seq.
    @Test
    void noCountIsWrittenAsASeq() {
        Pattern choice = Pattern.compile("\\{(\\d),choice,(?:[^{}]|\\{[^{}]*})*}");
        for (Map<String, String> texts : List.of(english, german)) {
            texts.forEach((key, text) -> {
                String rest = choice.matcher(text).replaceAll("");
                choice.matcher(text)
                        .results()
                        .forEach(chosen -> assertThat(rest).as(key).doesNotContain("{" + chosen.group(1) + "}"));
            });
        }
    }

    @Test
    @OwnLanguage("de-DE")
    void seqsMicrosecondsAndTimestampsAreTheSameForAMachineInEveryLanguage() {
        assertThat(NumberText.seq(12_044)).isEqualTo("12044");
        assertThat(NumberText.unsigned(-1)).isEqualTo("18446744073709551615");
        var raw = TimeText.of(TimeDisplay.RAW, 0);
        assertThat(raw.full(1_708_500_011_034_512L)).isEqualTo("1708500011034512");
        var utc = TimeText.of(TimeDisplay.UTC, 0);
        assertThat(utc.full(1_708_500_011_034_512L)).isEqualTo("2024-02-21 07:20:11.034512");
        assertThat(TimeText.iso(1_708_500_011_034_512L)).isEqualTo("2024-02-21T07:20:11.034512Z");
    }

    /// A number that only chooses between singular and plural may be needed in one language and not in the other.
    private static Set<String> withoutPlurals(String text) {
        return arguments(text.replaceAll("\\{\\d,choice", ""));
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> texts(String file) {
        var read = new Properties();
        try (var in = Files.newBufferedReader(FOLDER.resolve(file), StandardCharsets.UTF_8)) {
            read.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var texts = new TreeMap<String, String>();
        read.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }
}
