package clasp.journal.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class ValuePaneTest extends DetailScreen {
    @Test
    void mapIsShownAsATreeThatKeysOpen() {
        Entry entry = add(
                "/lumen/scene/0",
                "{\"name\":\"Intro\",\"on\":true,\"layers\":[{\"opacity\":1.0,\"blend\":\"add\"},"
                        + "{\"opacity\":1e+300,\"blend\":null}],\"id\":9223372036854775807,\"id\":-0.0,"
                        + "\"empty\":{}}");
        open(340);
        select(entry);
        window.screenshots("detail-map");
        assertThat(window.get(() -> tree().getExpandedItemCount())).isEqualTo(12);
        window.run(() -> {
            tree().requestFocus();
            tree().getSelectionModel().select(2);
        });
        window.press(KeyCode.LEFT);
        assertThat(window.get(() -> tree().getExpandedItemCount())).isEqualTo(6);
        window.press(KeyCode.DOWN);
        window.robot().press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertThat(clipboard()).isEqualTo("9223372036854775807");
        window.robot().clickOn("#value-raw");
        assertThat(window.get(() -> this.<TextArea>find("#rawText").getText())).isEqualTo(entry.valueJson());
        window.nextFrame();
        window.screenshots("detail-raw");
    }

    @Test
    void arrowKeysChooseBetweenTreeAndText() {
        Entry map = add("/lumen", "{\"a\":1}");
        Entry broken = add("/lumen", "nope");
        Entry number = add("/lumen", "7");
        open(340);
        select(map);
        window.run(() -> find("#value-tree").requestFocus());
        window.press(KeyCode.RIGHT);
        assertThat(window.get(() -> this.<TextArea>find("#rawText").getText())).isEqualTo(map.valueJson());
        window.press(KeyCode.LEFT);
        assertThat(window.get(() -> tree().getExpandedItemCount())).isEqualTo(1);
        select(broken);
        assertThat(window.get(() -> this.<TextArea>find("#rawText").getText())).isEqualTo("nope");
        select(number);
        assertThat(window.get(() -> tree().getExpandedItemCount()))
                .as("what cannot be a tree changes nothing about the choice")
                .isEqualTo(1);
    }

    @Test
    void aMapGivesWayToAShorterValueAndComesBack() {
        Entry map = add("/touch/1", "{\"pressure\":0.5,\"x\":0.25,\"y\":0.75}");
        Entry number = add("/touch/2", "7");
        open(340);
        for (Entry entry : List.of(map, number, map, number)) {
            select(entry);
            assertThat(window.get(() -> tree().getExpandedItemCount())).isEqualTo(entry == map ? 3 : 1);
        }
        assertThat(window.get(() -> this.<Label>find("#valueTree .value").getText()))
                .isEqualTo("7");
    }

    @Test
    void whatWasOpenStaysOpenAtTheSameAddress() {
        String value = "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":1}}}}}";
        Entry first = add("/deep", value);
        Entry second = add("/deep", value.replace('1', '2'));
        Entry other = add("/other", value);
        open(340);
        select(first);
        window.run(() -> tree().getTreeItem(2).setExpanded(true));
        int open = window.get(() -> tree().getExpandedItemCount());
        select(second);
        assertThat(window.get(() -> tree().getExpandedItemCount())).isEqualTo(open);
        select(other);
        assertThat(window.get(() -> tree().getExpandedItemCount())).isLessThan(open);
    }

    private TreeView<OutlineNode> tree() {
        return find("#valueTree");
    }

    @Test
    void textThatIsNoJsonIsShownRawWithAMark() {
        var entry = new Entry(
                1,
                DetailFixture.START,
                "13a1",
                "/sensor/wall/" + "very-long-segment/".repeat(8) + "raw",
                "Param",
                "{\"temp\": 21.5, \"state\": nope, \"unit\": \"C\"}",
                null,
                0x141);
        journal.add(entry);
        open(340);
        select(entry);
        window.screenshots("detail-unparsable");
        assertThat(text("#rawProblem")).isEqualTo("The text is not JSON: 'nope' is not allowed here. (character 25)");
        assertThat(window.get(() -> this.<TextArea>find("#rawText").getSelectedText()))
                .isEqualTo("n");
        assertThat(window.robot().lookup(".marks .banner").queryAll()).hasSize(3);
    }

    @Test
    void arrayOfAMillionItemsOpensInRuns() {
        String million =
                IntStream.range(0, 1_000_000).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
        Entry entry = add("/million", million);
        open(340);
        select(entry);
        assertThat(window.get(() -> tree().getExpandedItemCount())).isEqualTo(1_000);
        window.run(() -> {
            tree().requestFocus();
            tree().getSelectionModel().select(1);
        });
        window.press(KeyCode.RIGHT);
        window.await("run", () -> tree().getExpandedItemCount() > 1_000);
        assertThat(window.get(() -> tree().getExpandedItemCount())).isEqualTo(2_000);
        window.screenshots("detail-million");
        window.press(KeyCode.MULTIPLY);
        assertThat(window.get(() -> tree().getExpandedItemCount())).isEqualTo(2_000);
        window.robot().clickOn("#value-raw");
        window.nextFrame();
        ListView<String> pieces = find("#rawPieces");
        assertThat(window.get(() -> String.join("", pieces.getItems()))).isEqualTo(million);
        window.run(() -> pieces.scrollTo(pieces.getItems().size() - 1));
        window.nextFrame();
        window.screenshots("detail-million-raw");
        double height = window.get(() -> pieceCell(pieces).getHeight());
        assertThat(height).as("room for all of a piece").isGreaterThan(150);
    }

    private static ListCell<?> pieceCell(ListView<String> pieces) {
        return (ListCell<?>) pieces.lookup(".raw-piece:filled");
    }

    @Test
    void largePartIsFoundInTheBackground() {
        String large = "{\"big\":[" + "\"" + "x".repeat(200_000) + "\",1],\"small\":1}";
        Entry entry = add("/large", large);
        open(340);
        select(entry);
        window.run(() -> tree().getTreeItem(0).setExpanded(true));
        window.await(
                "its parts",
                () -> tree().getRoot().getChildren().getFirst().getChildren().size() == 2);
    }

    @Test
    void deepNestingCanBeOpenedDownToItsEnd() {
        Entry entry = add("/deep", "[".repeat(1_000) + "]".repeat(1_000));
        open(340);
        select(entry);
        window.run(() -> {
            var item = tree().getRoot();
            while (!item.isLeaf()) {
                item.setExpanded(true);
                item = item.getChildren().getFirst();
            }
        });
        window.nextFrame();
        assertThat(window.get(() -> tree().getExpandedItemCount())).isEqualTo(999);
        window.screenshots("detail-deep");
    }
}
