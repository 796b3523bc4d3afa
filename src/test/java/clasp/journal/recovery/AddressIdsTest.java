package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.store.EntryGlance;
import clasp.journal.store.TextBytes;
import clasp.journal.store.WholeGlance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Addresses are numbered in the order in which they come.
class AddressIdsTest {
    private final AddressIds ids = new AddressIds();

    @Test
    void anAddressKeepsItsNumber() {
        Map<String, Integer> expected = new HashMap<>();
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            String address = address(random.nextInt(60_000));
            int id = expected.computeIfAbsent(address, any -> expected.size());
            assertThat(ids.of(TextBytes.of(address))).as(address).isEqualTo(id);
        }
        assertThat(ids.size()).isEqualTo(expected.size());
        expected.forEach((address, id) -> {
            assertThat(ids.known(TextBytes.of(address))).isEqualTo(id);
            assertThat(ids.text(id)).isEqualTo(address);
        });
    }

    @Test
    void anAddressThatNeverCameHasNone() {
        assertThat(ids.known(TextBytes.of("/a"))).isEqualTo(AddressIds.NONE);
        ids.of(TextBytes.of("/a"));
        assertThat(ids.known(TextBytes.of("/b"))).isEqualTo(AddressIds.NONE);
        assertThat(ids.known(TextBytes.of(""))).isEqualTo(AddressIds.NONE);
    }

    @Test
    void addressesMayBeEmptyOrLongerThanAnyOther() {
        List<String> addresses = List.of("", "/" + "long".repeat(50_000), "/ö/€/😀", "/" + "long".repeat(49_999), "/a");
        for (String address : addresses) {
            ids.of(TextBytes.of(address));
        }
        for (int id = 0; id < addresses.size(); id++) {
            assertThat(ids.known(TextBytes.of(addresses.get(id)))).isEqualTo(id);
            assertThat(ids.text(id)).isEqualTo(addresses.get(id));
        }
    }

    @Test
    void reachingForAddressesNumbersNone() {
        ids.of(TextBytes.of("/a"));
        int[] told = {0};
        ids.ahead(List.of(at("/a"), at("/b"), at("")), id -> told[0]++);
        assertThat(told[0]).isPositive();
        assertThat(ids.size()).isEqualTo(1);
    }

    private static EntryGlance at(String address) {
        return new WholeGlance(new Entry(1, 1, "w", address, "param", "1", 1L, MsgType.SET));
    }

    private static String address(int number) {
        return number % 7 == 0 ? "/" + number : "/lumen/scene/" + number % 40 + "/layer/" + number + "/opacity";
    }
}
