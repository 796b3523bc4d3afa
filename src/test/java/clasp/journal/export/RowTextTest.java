package clasp.journal.export;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.EntryJson;
import clasp.journal.testing.Entries;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTextTest {
    private static final List<Entry> ROWS = List.of(
            Entries.set("/a", "\"two\\nlines\"").withSeq(9),
            Entries.publish("/longer", "event", "1").withSeq(10));

    private static final CsvOptions OPTIONS = CsvOptions.EXACT
            .withColumns(List.of(CsvColumn.SEQ, CsvColumn.ADDRESS, CsvColumn.REVISION, CsvColumn.VALUE))
            .withTime(TimeFormat.ISO_UTC, ZoneOffset.UTC)
            .withValue(ValueFormat.PLAIN);

    @Test
    void csvIsAsInAFile() {
        assertThat(RowText.csv(ROWS, OPTIONS))
                .isEqualTo("seq,address,revision,value\r\n9,/a,1,\"two\nlines\"\r\n10,/longer,,1\r\n");
    }

    @Test
    void jsonIsOneObjectALine() {
        assertThat(RowText.json(ROWS).lines().map(EntryJson::read)).containsExactlyElementsOf(ROWS);
    }

    @Test
    void alignedTextHasItsColumnsOneAboveTheOther() {
        assertThat(RowText.aligned(ROWS, OPTIONS)).isEqualTo("""
            seq  address  revision  value
              9  /a              1  two\\nlines
             10  /longer            1
            """);
    }

    @Test
    void alignedTextHasNoControlCharacters() {
        Entry odd = Entries.set("/\u0001\t😀", "1").withSeq(1);
        assertThat(RowText.aligned(List.of(odd), CsvOptions.EXACT))
                .contains("/\\u0001\\t😀")
                .hasLineCount(2);
    }
}
