package clasp.journal.ui.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.util.stream.IntStream;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class PageWheelTest {
    private ListView<Integer> list;
    private ScrollPane page;

    @Test
    void theWheelScrollsThePageUntilSomebodyHasGoneIntoTheList() {
        try (FxStage stage = FxStage.show(300, 200, false, () -> {
            list = new ListView<>();
            list.getItems().setAll(IntStream.range(0, 100).boxed().toList());
            list.setMinHeight(100);
            list.setPrefHeight(100);
            PageWheel.over(list);
            var rest = new Region();
            rest.setMinHeight(600);
            page = new ScrollPane(new VBox(list, rest));
            return page;
        })) {
            FxStage.run(() -> page.requestFocus());
            FxStage.run(() -> turnOverTheList());
            double scrolled = FxStage.call(page::getVvalue);
            assertThat(scrolled).isPositive();
            FxStage.run(() -> list.requestFocus());
            FxStage.run(() -> turnOverTheList());
            assertThat(FxStage.<Double>call(page::getVvalue)).isEqualTo(scrolled);
        }
    }

    private void turnOverTheList() {
        var target = list.lookup(".list-cell");
        target.fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL,
                10,
                10,
                10,
                10,
                false,
                false,
                false,
                false,
                true,
                false,
                0,
                -40,
                0,
                -40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                new PickResult(target, 10, 10)));
    }
}
