package clasp.journal.ui.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.query.AddressPattern;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.ui.addresses.AddressNode.More;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowerTest {
    private static AddressList list(List<String> addresses) {
        var counts = new ArrayList<AddressCount>();
        for (int i = 0; i < addresses.size(); i++) {
            counts.add(new AddressCount(addresses.get(i), i + 1L, 100L + i));
        }
        return AddressList.of(counts);
    }

    private static Grower whole(AddressList list) {
        return new Grower(list, list, false);
    }

    private static Growth grow(List<String> addresses, String... open) {
        Map<String, Integer> opened = new HashMap<>();
        for (String path : open) {
            opened.put(AddressNode.Branch.key(path), Grower.PORTION);
        }
        return whole(list(addresses)).grow(new Grower.Shape(opened, Set.of()), Cancellation.none());
    }

    private static List<String> keys(Growth growth) {
        return growth.children().stream().map(child -> child.node().key()).toList();
    }

    @Test
    void firstSegmentsKeepTheirSlash() {
        Growth tree = grow(List.of("/b/x", "/a", "a/y", "noslash", "/"));
        assertThat(tree.children().stream().map(child -> ((AddressNode.Named) child.node()).name()))
                .containsExactly("/", "/a", "/b", "a", "noslash");
    }

    @Test
    void emptyAddressAndEmptySegmentsAreLines() {
        Growth tree = grow(List.of("", "/trail", "/trail/", "/trail//kid", "/trail/kid", "//x"), "/trail", "/trail/");
        assertThat(keys(tree)).containsExactly("leaf ", "branch /", "leaf /trail", "branch /trail");
        Growth trail = tree.children().getLast();
        assertThat(keys(trail)).containsExactly("leaf /trail/", "branch /trail/", "leaf /trail/kid");
        assertThat(keys(trail.children().get(1))).containsExactly("leaf /trail//kid");
    }

    @Test
    void anAddressAndThoseBelowItAreTwoLines() {
        Growth tree = grow(List.of("/a", "/a!b", "/a-b/c", "/a/c", "/a/d", "/ab"), "/a");
        assertThat(keys(tree)).containsExactly("leaf /a", "branch /a", "leaf /a!b", "branch /a-b", "leaf /ab");
        assertThat(tree.children().get(1).node().entries()).isEqualTo(4 + 5);
    }

    @Test
    void linesStandAsPeopleCount() {
        Growth tree = grow(List.of("/x/1", "/x/10", "/x/2", "/y"), "/x");
        assertThat(keys(tree.children().getFirst())).containsExactly("leaf /x/1", "leaf /x/2", "leaf /x/10");
    }

    @Test
    void anOnlyLineOpensByItselfUntilSomebodyClosesIt() {
        var grower = whole(list(List.of("/a/b/c", "/a/b/d")));
        Growth tree = grower.grow(new Grower.Shape(Map.of(), Set.of()), Cancellation.none());
        assertThat(keys(tree.children().getFirst().children().getFirst()))
                .containsExactly("leaf /a/b/c", "leaf /a/b/d");
        Growth shut = grower.grow(new Grower.Shape(Map.of(), Set.of("branch /a")), Cancellation.none());
        assertThat(shut.children().getFirst().children()).isEmpty();
    }

    @Test
    void manyLinesAreShownAPortionAtATime() {
        var grower =
                whole(list(IntStream.range(0, 20_000).mapToObj(i -> "/n" + i).toList()));
        Growth tree = grower.grow(new Grower.Shape(Map.of(), Set.of()), Cancellation.none());
        assertThat(tree.children()).hasSize(Grower.PORTION + 1);
        var more = (More) tree.children().getLast().node();
        assertThat(more.lines()).isEqualTo(20_000 - Grower.PORTION);
        long shown = tree.children().stream()
                .mapToLong(child -> child.node().entries())
                .sum();
        assertThat(shown).isEqualTo(tree.node().entries());

        Growth wider = grower.grow(new Grower.Shape(Map.of("all", 7_000), Set.of()), Cancellation.none());
        assertThat(wider.children()).hasSize(7_001);
    }

    @Test
    void everyLineCountsExactlyTheAddressesThatItsPatternMatches() {
        var random = new Random(17);
        for (int round = 0; round < 300; round++) {
            var addresses = new TreeSet<String>();
            for (int i = random.nextInt(1, 40); i > 0; i--) {
                addresses.add(address(random));
            }
            List<String> all = List.copyOf(addresses);
            AddressList list = list(all);
            Map<String, Integer> open = new HashMap<>();
            for (String address : all) {
                for (int end = 0; end <= address.length(); end++) {
                    open.put(AddressNode.Branch.key(address.substring(0, end)), Grower.PORTION);
                }
            }
            Growth tree = whole(list).grow(new Grower.Shape(open, Set.of()), Cancellation.none());
            check(tree, all, list);
            assertThat(tree.node().entries())
                    .isEqualTo(tree.children().stream()
                            .mapToLong(child -> child.node().entries())
                            .sum());
        }
    }

    private static void check(Growth growth, List<String> all, AddressList list) {
        String pattern = LinePattern.of(growth.node());
        if (pattern != null) {
            AddressPattern compiled = AddressPattern.of(pattern);
            long entries = 0;
            for (int i = 0; i < all.size(); i++) {
                entries += compiled.matches(all.get(i)) ? i + 1 : 0;
            }
            assertThat(growth.node().entries())
                    .as("%s of %s", growth.node(), all)
                    .isEqualTo(entries);
        }
        growth.children().forEach(child -> check(child, all, list));
    }

    private static String address(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            text.append(List.of("/", "/", "/", "a", "b", "!", "-", "*", "{", "}", ",", "[", "]", "?", "\\", "é", "🎛")
                    .get(random.nextInt(17)));
        }
        return text.toString();
    }
}
