package clasp.journal.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionTest {
    @Test
    void namesAFewJournalsAndCountsTheRest() {
        assertThat(of("a.db", "b.db", "c.db").names()).isEqualTo("a.db, b.db, c.db");
        assertThat(of("a.db", "b.db", "c.db", "d.db", "e.db").names()).isEqualTo("a.db, b.db, c.db and 2 more");
    }

    private static Session of(String... names) {
        return new Session(Stream.of(names).map(SessionTest::window).toList(), false);
    }

    private static OpenTabs window(String name) {
        return new OpenTabs(List.of(new OpenTabs.Open("/shows/" + name, null, null)), 0, null);
    }
}
