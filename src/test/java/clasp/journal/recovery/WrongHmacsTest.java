package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.Hmacs;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A wrong HMAC is a problem with the address of its entry, or without where that cannot be read any more.
class WrongHmacsTest {
    private static final Hmacs KEY = Hmacs.withKey("ab".repeat(32));

    private final ScriptedJournal journal =
            new ScriptedJournal().set(1, "/a", "1", 1L).set(2, "/b", "1", 1L).wrongHmacs(2);

    @Test
    void theEntryIsNamedByItsAddress() {
        assertThat(problems(journal)).singleElement().satisfies(problem -> {
            assertThat(problem.seq()).isEqualTo(2);
            assertThat(problem.concerns()).contains("/b");
        });
    }

    @Test
    void whereItsPageIsLostMeanwhileItIsToldAllTheSame() {
        assertThat(problems(new ForwardingReader() {
                    @Override
                    protected JournalReader target() {
                        return journal;
                    }

                    @Override
                    public List<Entry> entries(Collection<Long> seqs, Cancellation cancellation) {
                        throw new DamagedException("The file is damaged.", null);
                    }
                }))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.seq()).isEqualTo(2);
                    assertThat(problem.concerns()).isEmpty();
                });
    }

    private static List<Problem> problems(JournalReader journal) {
        List<Problem> found = new ArrayList<>();
        HmacProblems.run(journal, KEY, found::add, Progress.NONE, Cancellation.none());
        return found;
    }
}
