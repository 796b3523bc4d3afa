package clasp.journal.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.SharedJournals;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AddressPatternTest {
    @TestFactory
    Stream<DynamicTest> answersAsClaspDoes() throws IOException {
        return cases(GlobTable.of(Files.readAllLines(SharedJournals.file("glob-open.tsv"))));
    }

    /// Answers of CLASP's matcher; one of them is a pattern on which it runs for ever, and which matches nothing here.
    @TestFactory
    Stream<DynamicTest> answersOddPatternsAsClaspDoes() throws IOException {
        try (InputStream table = AddressPatternTest.class.getResourceAsStream("glob-cases.tsv")) {
            return cases(
                    GlobTable.of(new String(table.readAllBytes(), UTF_8).lines().toList()));
        }
    }

    private static Stream<DynamicTest> cases(GlobTable table) {
        return table.cases().stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
    }

    private static void check(GlobTable.Case one) {
        AddressPattern pattern = AddressPattern.of(one.pattern());
        byte[] within = ("<" + one.address() + ">").getBytes(UTF_8);
        assertThat(pattern.matches(one.address())).isEqualTo(one.matches());
        assertThat(pattern.matches(within, 1, within.length - 2)).isEqualTo(one.matches());
        if (one.matches()) {
            assertThat(one.address()).startsWith(pattern.literalPrefix());
            assertThat(!pattern.isLiteral() || one.address().equals(pattern.literalPrefix()))
                    .isTrue();
        } else {
            assertThat(pattern.matchesEverything()).isFalse();
            assertThat(pattern.matchesWholePrefix() && one.address().startsWith(pattern.literalPrefix()))
                    .isFalse();
        }
    }

    @Test
    void literalPrefixReachesToTheFirstWildcard() {
        assertThat(AddressPattern.of("/lumen/scene/*/x").literalPrefix()).isEqualTo("/lumen/scene/");
        assertThat(AddressPattern.of("/a\\*b/**").literalPrefix()).isEqualTo("/a*b/");
        assertThat(AddressPattern.of("/größe/[日]").literalPrefix()).isEqualTo("/größe/");
        assertThat(AddressPattern.of("/{a,b}/c").literalPrefix()).isEqualTo("/");
        assertThat(AddressPattern.of("**/x").literalPrefix()).isEmpty();
    }

    @Test
    void negatedPatternHasNoLiteralPrefix() {
        assertThat(AddressPattern.of("!/foo/**").literalPrefix()).isEmpty();
        assertThat(AddressPattern.of("!/foo").isLiteral()).isFalse();
        assertThat(AddressPattern.of("!!/foo/**").literalPrefix()).isEqualTo("/foo/");
        assertThat(AddressPattern.of("!!/foo").isLiteral()).isTrue();
    }

    @Test
    void patternWithoutWildcardIsLiteral() {
        assertThat(AddressPattern.of("/foo/bar").isLiteral()).isTrue();
        assertThat(AddressPattern.of("/foo/\\*").isLiteral()).isTrue();
        assertThat(AddressPattern.of("").isLiteral()).isTrue();
        assertThat(AddressPattern.of("/foo/*").isLiteral()).isFalse();
        assertThat(AddressPattern.of("/foo\\").isLiteral()).isFalse();
    }

    @Test
    void onlyBareGlobstarsMatchEverything() {
        assertThat(AddressPattern.of("**").matchesEverything()).isTrue();
        assertThat(AddressPattern.of("**/**").matchesEverything()).isTrue();
        assertThat(AddressPattern.of("!!**").matchesEverything()).isTrue();
        assertThat(AddressPattern.of("/**").matchesEverything()).isFalse();
        assertThat(AddressPattern.of("!**").matchesEverything()).isFalse();
        assertThat(AddressPattern.of("***").matchesEverything()).isFalse();
    }

    @Test
    void trailingGlobstarMatchesAllThatBeginsWithThePrefix() {
        assertThat(AddressPattern.of("/foo/**").matchesWholePrefix()).isTrue();
        assertThat(AddressPattern.of("/foo/**/**").matchesWholePrefix()).isTrue();
        assertThat(AddressPattern.of("/foo/**/x").matchesWholePrefix()).isFalse();
        assertThat(AddressPattern.of("!/foo/**").matchesWholePrefix()).isFalse();
    }

    @Test
    void malformedPatternsNameTheirFault() {
        assertThat(AddressPattern.of("/foo/[a").problem())
                .hasValueSatisfying(text -> assertThat(text).contains("["));
        assertThat(AddressPattern.of("/[]").problem()).isPresent();
        assertThat(AddressPattern.of("/{a,b").problem())
                .hasValueSatisfying(text -> assertThat(text).contains("{"));
        assertThat(AddressPattern.of("/foo\\").problem())
                .hasValueSatisfying(text -> assertThat(text).contains("backslash"));
        assertThat(AddressPattern.of("{".repeat(11) + "a" + "}".repeat(11)).problem())
                .hasValueSatisfying(text -> assertThat(text).contains("nested"));
    }

    @Test
    void soundPatternsHaveNoFault() {
        assertThat(Stream.of("", "/**", "/[]a]", "/[!]]", "/{a,{b,c}}", "/a}", "/\\[a", "/[{]", "!/x", "/[a\\]]"))
                .allSatisfy(text ->
                        assertThat(AddressPattern.of(text).problem()).as(text).isEmpty());
    }

    @Test
    void patternsAreEqualWhenTheirTextIs() {
        assertThat(AddressPattern.of("/a/*"))
                .isEqualTo(AddressPattern.of("/a/*"))
                .hasSameHashCodeAs(AddressPattern.of("/a/*"))
                .isNotEqualTo(AddressPattern.of("/a/**"))
                .hasToString("/a/*");
    }
}
