package clasp.journal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import clasp.journal.store.Selection;
import clasp.journal.testing.Entries;
import clasp.journal.testing.ScannedEntries;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExportTest {
    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|', '/'})
    void anotherReaderReadsEveryFieldAsItIsStored(char separator) throws IOException {
        List<List<String>> rows = rows(csv(CsvOptions.EXACT.withSeparator(separator), OddEntries.ALL), separator);
        assertThat(rows.getFirst())
                .containsExactly(
                        "seq", "timestamp", "author", "address", "signal_type", "value", "revision", "msg_type");
        for (int i = 0; i < OddEntries.ALL.size(); i++) {
            Entry entry = OddEntries.ALL.get(i);
            assertThat(rows.get(i + 1))
                    .containsExactly(
                            Long.toString(entry.seq()),
                            Long.toUnsignedString(entry.timestampMicros()),
                            entry.author(),
                            entry.address(),
                            entry.signalType(),
                            entry.valueJson(),
                            entry.revision() == null ? "" : Long.toUnsignedString(entry.revision()),
                            Long.toString(entry.msgType()));
        }
        assertThat(rows).hasSize(OddEntries.ALL.size() + 1);
    }

    @Test
    void linesEndInCrLfAndOnlyFieldsThatNeedThemHaveQuotes() throws IOException {
        assertThat(csv(CsvOptions.EXACT, List.of(Entries.set("/a", "[1,2]").withSeq(7))))
                .isEqualTo("seq,timestamp,author,address,signal_type,value,revision,msg_type\r\n"
                        + "7,1708500000000000,author,/a,param,\"[1,2]\",1,33\r\n");
    }

    @Test
    void columnsComeInTheOrderChosen() throws IOException {
        CsvOptions options = CsvOptions.EXACT
                .withColumns(List.of(CsvColumn.VALUE, CsvColumn.TIMESTAMP, CsvColumn.SEQ))
                .withTime(TimeFormat.ISO_UTC, ZoneOffset.UTC);
        assertThat(csv(options, List.of(Entries.set("/a", "0.5").withSeq(7))))
                .isEqualTo("value,timestamp,seq\r\n0.5,2024-02-21T07:20:00.000000Z,7\r\n");
    }

    @Test
    void aSelectionOfNothingStillHasItsHeader() throws IOException {
        assertThat(csv(CsvOptions.EXACT, List.of())).hasLineCount(1).startsWith("seq,");
    }

    @Test
    void theLimitTakesTheFirstMatches() throws IOException {
        Selection selection =
                new Selection(ScannedEntries.of(OddEntries.ALL), new Filter.Message(Set.of(33L)), SeqRange.ALL, 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long written = TextExport.write(
                selection, new ExportFormat.Csv(CsvOptions.EXACT), out, Progress.NONE, Cancellation.none());
        assertThat(written).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\r\n1,0,").hasLineCount(2);
        assertThat(TextExport.write(
                        selection.limitedTo(0), new ExportFormat.JsonLines(), out, Progress.NONE, Cancellation.none()))
                .isZero();
    }

    @Test
    void plainValuesAreStringsWithoutQuotesAndTheRestAsStored() throws IOException {
        assertThat(values(
                        ValueFormat.PLAIN, "\"a\\u0041\\n\"", "\"simple\"", " \"x\" ", "1.0", "{\"a\":\"b\"}", "\"bad"))
                .containsExactly("aA\n", "simple", "x", "1.0", "{\"a\":\"b\"}", "\"bad");
    }

    @Test
    void flattenedValuesHaveAColumnForEachPlace() throws IOException {
        List<List<String>> rows = flat(
                "{\"x\":1.0,\"y\":\"s\"}", "7", "\"text\"", "{\"y\":null,\"k\":[true,{}],\"a.b\":[]}", "[]", "{bad");
        assertThat(rows)
                .containsExactly(
                        List.of("value", "value.x", "value.y", "value.k.0", "value.k.1", "value.a\\.b"),
                        List.of("", "1.0", "s", "", "", ""),
                        List.of("7", "", "", "", "", ""),
                        List.of("text", "", "", "", "", ""),
                        List.of("", "", "null", "true", "{}", "[]"),
                        List.of("[]", "", "", "", "", ""),
                        List.of("{bad", "", "", "", "", ""));
    }

    @Test
    void whatFindsNoColumnStaysInTheValueColumn() throws IOException {
        String wide = "["
                + String.join(
                        ",", IntStream.range(0, 300).mapToObj(Integer::toString).toList()) + "]";
        List<List<String>> rows = flat(wide, "{\"a\":1,\"a\":2}", "[5]");
        assertThat(rows.getFirst()).hasSize(1 + ValueFormat.MAX_COLUMNS);
        assertThat(rows.get(1)).startsWith(wide, "0", "1").endsWith("199");
        assertThat(rows.get(2).getFirst()).isEqualTo("{\"a\":1,\"a\":2}");
        assertThat(rows.get(3)).startsWith("", "5", "");
    }

    @Test
    void theFormulaGuardMarksFormulasButNoNumbers() throws IOException {
        CsvOptions options = CsvOptions.EXACT
                .withColumns(List.of(CsvColumn.VALUE))
                .withValue(ValueFormat.PLAIN)
                .withFormulaGuard(true);
        String[] formulas = {"=1+1", "@x", "-1+1", "+", "-", "-1e", "\ttab", "-1.", "--1", "＝1", "＋x", "－x", "＠x"};
        String[] others = {"-1", "-1.5", "+3", "-1e+300", "1", "", "a=b", "-0.0", "true", "a;b", "a;-1;+2.5", "＋1"};
        assertThat(rows(csv(options, strings(formulas)), ',').stream().skip(1).map(List::getFirst))
                .containsExactlyElementsOf(
                        Arrays.stream(formulas).map(text -> "'" + text).toList());
        assertThat(rows(csv(options, strings(others)), ',').stream().skip(1).map(List::getFirst))
                .containsExactly(others);
    }

    /// Where the file has commas, a spreadsheet may cut at semicolons, and begins a cell there.
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                ",~;=1~;'=1",
                ",~a;=1;@b;c~a;'=1;'@b;c",
                ",~a;-1+1;-2~a;'-1+1;-2",
                ",~a;＝1~a;'＝1",
                ",~a,=1~a,=1",
                ",~a;\"\"=1~a;\"\"'=1",
                ",~[1;-2]~[1;-2]",
                ";~a,=1~a,'=1",
                ";~[1,-2]~[1,-2]",
                ";~[1,-2+3]~[1,'-2+3]",
                ";~a;=1~a;=1",
                "|~a;=1,=2~a;'=1,'=2",
            })
    void whatBeginsAfterAnotherSeparatorIsGuardedToo(char separator, String text, String guarded) throws IOException {
        CsvOptions options = CsvOptions.EXACT
                .withColumns(List.of(CsvColumn.ADDRESS))
                .withSeparator(separator)
                .withFormulaGuard(true);
        for (String end : List.of("", "\tx", "\nx")) {
            assertThat(rows(csv(options, List.of(Entries.set(text + end, "1"))), separator)
                            .get(1))
                    .containsExactly(guarded + end);
        }
    }

    @Test
    void aCellThatBeginsAfterATabOrALineIsGuardedToo() {
        assertThat(Formulas.guarded("a\t=1\n@b\r\n+c")).isEqualTo("a\t'=1\n'@b\r\n'+c");
    }

    @Test
    void withoutTheGuardFormulasAreAsStored() throws IOException {
        CsvOptions options =
                CsvOptions.EXACT.withColumns(List.of(CsvColumn.VALUE)).withValue(ValueFormat.PLAIN);
        assertThat(csv(options, strings("=1+1"))).isEqualTo("value\r\n=1+1\r\n");
    }

    @Test
    void optionsThatMakeNoCsvAreRefused() {
        assertThatThrownBy(() -> CsvOptions.EXACT.withColumns(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CsvOptions.EXACT.withColumns(List.of(CsvColumn.SEQ, CsvColumn.SEQ)))
                .isInstanceOf(IllegalArgumentException.class);
        for (char separator : "\"\r\n0-.:+eZ\0é".toCharArray()) {
            assertThatThrownBy(() -> CsvOptions.EXACT.withSeparator(separator))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<String> values(ValueFormat format, String... values) throws IOException {
        CsvOptions options =
                CsvOptions.EXACT.withColumns(List.of(CsvColumn.VALUE)).withValue(format);
        return rows(csv(options, entries(values)), ',').stream()
                .skip(1)
                .map(List::getFirst)
                .toList();
    }

    private static List<List<String>> flat(String... values) throws IOException {
        CsvOptions options =
                CsvOptions.EXACT.withColumns(List.of(CsvColumn.VALUE)).withValue(ValueFormat.FLATTENED);
        return rows(csv(options, entries(values)), ',');
    }

    private static List<Entry> entries(String... values) {
        return Arrays.stream(values).map(value -> Entries.set("/a", value)).toList();
    }

    /// Values that are these strings.
    private static List<Entry> strings(String... texts) {
        return entries(Arrays.stream(texts)
                .map(text -> '"' + text.replace("\t", "\\t") + '"')
                .toArray(String[]::new));
    }

    private static String csv(CsvOptions options, List<Entry> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TextExport.write(
                Selection.of(ScannedEntries.of(entries), Filter.ALL),
                new ExportFormat.Csv(options),
                out,
                Progress.NONE,
                Cancellation.none());
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<List<String>> rows(String csv, char separator) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .ofCsvRecord(csv)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        }
    }
}
