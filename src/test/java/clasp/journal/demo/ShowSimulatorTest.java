package clasp.journal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShowSimulatorTest {
    @Test
    void equalPlansGiveEqualEntriesAndOtherSeedsOthers() {
        List<Entry> one = take(new ShowSimulator(ShowPlan.ofSeed(7)), 5_000);
        assertThat(take(new ShowSimulator(ShowPlan.ofSeed(7)), 5_000)).isEqualTo(one);
        assertThat(take(new ShowSimulator(ShowPlan.ofSeed(8)), 5_000)).isNotEqualTo(one);
    }

    @Test
    void revisionsCountTheSetsOfEachParamFromOne() {
        Map<String, Long> sets = new HashMap<>();
        for (Entry entry : take(new ShowSimulator(ShowPlan.ofSeed(1)), 20_000)) {
            if (entry.msgType() == MsgType.SET) {
                assertThat(entry.signalType()).isEqualTo("param");
                assertThat(entry.revision()).isEqualTo(sets.merge(entry.address(), 1L, Long::sum));
            } else {
                assertThat(entry.msgType()).isEqualTo(MsgType.PUBLISH);
                assertThat(entry.revision()).isNull();
            }
        }
    }

    @Test
    void currentParamsAreTheLastSetOfEachAddressInAddressOrder() {
        ShowSimulator show = new ShowSimulator(ShowPlan.ofSeed(3));
        Map<String, Param> last = new java.util.TreeMap<>();
        for (Entry entry : take(show, 3_000)) {
            Long revision = entry.revision();
            if (revision != null) {
                last.put(
                        entry.address(),
                        new Param(
                                entry.address(), entry.valueJson(), revision, entry.author(), entry.timestampMicros()));
            }
        }
        assertThat(show.currentParams()).containsExactlyElementsOf(last.values());
    }

    @Test
    void seqsRiseByOneAndTimeByOneToTwoThousandMicros() {
        long time = ShowPlan.USUAL_START_MICROS;
        long seq = 0;
        for (Entry entry : take(new ShowSimulator(ShowPlan.ofSeed(4)), 10_000)) {
            assertThat(entry.seq()).isEqualTo(++seq);
            assertThat(entry.timestampMicros() - time).isBetween(1L, 2_000L);
            time = entry.timestampMicros();
        }
    }

    @Test
    void everyAddressOfTheRigIsUsedAndNoOther() {
        Set<String> addresses = addresses(take(new ShowSimulator(ShowPlan.ofSeed(5)), 300_000));
        assertThat(addresses).hasSize(ShowPlan.USUAL_ADDRESSES);
        assertThat(addresses)
                .contains("/lumen/scene/0/layer/3/opacity", "/audio/mixer/ch/31/mute", "/cue/go", "/touch/9");
    }

    @Test
    void aShowOfManyAddressesUsesThem() {
        ShowPlan plan = new ShowPlan(5, 100_000, ShowPlan.USUAL_START_MICROS);
        assertThat(addresses(take(new ShowSimulator(plan), 1_000_000))).hasSizeGreaterThan(99_000);
    }

    @Test
    void everyRigHasDistinctAddresses() {
        for (int size : new int[] {100, 101, 999, 1_354, 65_537}) {
            Rig rig = new Rig(size);
            Set<String> addresses = new HashSet<>();
            for (int i = 0; i < size; i++) {
                addresses.add(rig.address(i));
                assertThat(rig.fixture(i)).isNotNull();
            }
            assertThat(addresses).hasSize(size);
        }
    }

    @Test
    void everyValueIsCompactJsonOfEachKindThatClaspWrites() throws Exception {
        ObjectMapper json = new ObjectMapper();
        Set<String> kinds = new HashSet<>();
        for (Entry entry : take(new ShowSimulator(ShowPlan.ofSeed(6)), 20_000)) {
            var value = json.readTree(entry.valueJson());
            kinds.add(value.isIntegralNumber() ? "INT" : value.getNodeType().name());
            if (value.isFloatingPointNumber()) {
                assertThat(entry.valueJson())
                        .matches("-?\\d+(\\.\\d+)?(e-?\\d+)?")
                        .matches(".*[.e].*");
            }
        }
        assertThat(kinds).containsExactlyInAnyOrder("NULL", "BOOLEAN", "INT", "NUMBER", "STRING", "ARRAY", "OBJECT");
    }

    @Test
    void signalsAndAuthorsAreMixedAsInAShow() {
        List<Entry> entries = take(new ShowSimulator(ShowPlan.ofSeed(9)), 20_000);
        Map<String, Long> signals =
                entries.stream().collect(Collectors.groupingBy(Entry::signalType, Collectors.counting()));
        assertThat(signals.get("param")).isBetween(11_500L, 12_500L);
        assertThat(signals).containsOnlyKeys("param", "event", "stream", "gesture", "timeline");
        assertThat(entries.stream().map(Entry::author).distinct()).hasSize(40);
    }

    @Test
    void afterARestartRevisionsBeginAtOneUnderNewSessions() {
        ShowSimulator show = new ShowSimulator(ShowPlan.ofSeed(2));
        Set<String> before = take(show, 5_000).stream().map(Entry::author).collect(Collectors.toSet());
        show.pass(Duration.ofSeconds(5));
        show.restart();
        Map<String, Long> sets = new HashMap<>();
        for (Entry entry : take(show, 5_000)) {
            assertThat(before).doesNotContain(entry.author());
            if (entry.revision() != null) {
                assertThat(entry.revision()).isEqualTo(sets.merge(entry.address(), 1L, Long::sum));
            }
        }
    }

    @Test
    void aShowWithTooFewAddressesIsRefused() {
        assertThatThrownBy(() -> new ShowPlan(1, 99, 0)).hasMessageContaining("100");
    }

    private static List<Entry> take(ShowSimulator show, int count) {
        List<Entry> taken = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            taken.add(show.next());
        }
        return taken;
    }

    private static Set<String> addresses(List<Entry> entries) {
        return entries.stream().map(Entry::address).collect(Collectors.toSet());
    }
}
