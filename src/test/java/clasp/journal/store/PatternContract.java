package clasp.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.testing.Entries;
import clasp.journal.testing.SharedJournals;
import clasp.journal.testing.TestLines;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every backend answers a pattern exactly as the matcher does.
public interface PatternContract extends Holding {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/foo_bar/*|1",
                "/foo%bar/**|3",
                "/foo_bar/x|1",
                "/foo?bar/x|1 2 3",
                "/foo[X_]bar/*|1 2",
                "/{foo_bar,fooXbar}/x|1 2",
                "/foo/**|",
                "/lumen/**|7",
                "/Lumen/**|6",
                "/lumen/*/0|7",
                "**/x|1 2 3 4 5",
                "/*/x|1 2 3 4 5",
                "!/foo*/**|5 6 7 8",
                "/größe/*|8",
                "/GRÖßE/*|"
            })
    default void lettersUnderscoresAndPercentSignsStandForThemselves(String pattern, String seqs) {
        List<String> addresses = List.of(
                "/foo_bar/x",
                "/fooXbar/x",
                "/foo%bar/x",
                "/fooANYbar/x",
                "/Foo_Bar/x",
                "/Lumen/s/0",
                "/lumen/s/0",
                "/größe/日");

        assertThat(found(holding(entries(addresses)), pattern).stream().map(String::valueOf))
                .containsExactlyElementsOf(seqs == null ? List.of() : List.of(seqs.split(" ")));
    }

    @Test
    default void everyOwnCaseIsAnsweredAsTheMatcherDoes() {
        assertAnswers(TestLines.of(AddressPattern.class, "glob-cases.tsv"));
    }

    @Test
    default void everyCaseOfClaspIsAnsweredAsClaspDoes() throws IOException {
        assertAnswers(Files.readAllLines(SharedJournals.file("glob-open.tsv")));
    }

    /// One journal holds every address twice; each pattern is asked once.
    private void assertAnswers(List<String> lines) {
        List<String[]> cases = lines.stream().map(line -> line.split("\t", -1)).toList();
        Set<String> addresses = new LinkedHashSet<>();
        Set<String> patterns = new LinkedHashSet<>();
        cases.forEach(one -> {
            patterns.add(one[0]);
            addresses.add(one[1]);
        });
        List<String> twice = new ArrayList<>(addresses);
        twice.addAll(addresses);
        JournalReader journal = holding(entries(twice));

        List<String> wrong = new ArrayList<>();
        for (String pattern : patterns) {
            Set<Long> found = new HashSet<>(found(journal, pattern));
            for (String[] one : cases) {
                boolean expected = one[2].equals("1");
                if (one[0].equals(pattern)
                        && (found.contains(twice.indexOf(one[1]) + 1L) != expected
                                || found.contains(twice.lastIndexOf(one[1]) + 1L) != expected)) {
                    wrong.add(pattern + " on " + one[1] + " must be " + expected);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cases).hasSizeGreaterThan(50);
    }

    private static List<Entry> entries(List<String> addresses) {
        List<Entry> entries = new ArrayList<>();
        for (String address : addresses) {
            entries.add(Entries.set(address, "1").withSeq(entries.size() + 1L));
        }
        return entries;
    }

    private static List<Long> found(JournalReader journal, String pattern) {
        List<Long> seqs = new ArrayList<>();
        Filter filter = new Filter.Address(AddressPattern.of(pattern));
        journal.scan(filter, SeqRange.ALL, entry -> seqs.add(entry.seq()), Cancellation.none());
        assertThat(journal.count(filter, Progress.NONE, Cancellation.none())).isEqualTo(seqs.size());
        return seqs;
    }
}
