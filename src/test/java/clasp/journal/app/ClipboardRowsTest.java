package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.ui.table.RowCopier.Format;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClipboardRowsTest {
    private static final Entry TRAP = new Entry(1, 2, "=1+1", "/a", "param", "+evil", null, MsgType.SET);

    private static String copied(Format format) {
        return new ClipboardRows().copy(format, List.of(TRAP));
    }

    @Test
    void whatIsPastedIntoASpreadsheetRunsNothing() {
        assertThat(copied(Format.CSV).lines().skip(1)).containsExactly("1,2,'=1+1,/a,param,'+evil,,33");
    }

    @Test
    void jsonAndTextAreAsStored() {
        assertThat(copied(Format.JSON)).contains("\"=1+1\"", "\"+evil\"");
        assertThat(copied(Format.TEXT)).contains(" =1+1 ", " +evil ");
    }
}
