package clasp.journal.app;

import clasp.journal.testing.FxStage;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;

/// What the lists of what can be done show, also below their edge. Used from the test's thread.
///
/// @param name what the command is called, or what the keys do
/// @param does what the command does, or which menu has it; empty on the sheet
/// @param keys empty for none
/// @param read what is read out of the line; empty on the sheet
record ShownCommands(String name, String does, String keys, String read) {

    /// The lines of the palette, which is opened from where the keyboard is, and closed.
    static List<ShownCommands> inPalette(OpenWindow window) {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        var list = (ListView<?>) window.find("#paletteList");
        List<ShownCommands> lines = FxStage.call(() -> lines(list));
        window.press(KeyCode.ESCAPE);
        window.awaitGone("#palette");
        return lines;
    }

    /// The lines of the sheet, which is opened and closed.
    static List<ShownCommands> onSheet(OpenWindow window) {
        window.press(KeyCode.F1);
        Node sheet = window.find("#shortcuts");
        List<ShownCommands> lines = FxStage.call(() -> sheet.lookupAll(".keys").stream()
                .flatMap(block -> lines((GridPane) block).stream())
                .toList());
        window.press(KeyCode.ESCAPE);
        window.awaitGone("#shortcuts");
        return lines;
    }

    /// The names of the lines of a list on screen.
    static List<String> in(ListView<?> list) {
        return FxStage.call(() -> lines(list).stream().map(ShownCommands::name).toList());
    }

    private static <T> List<ShownCommands> lines(ListView<T> list) {
        ListCell<T> cell = list.getCellFactory().call(list);
        cell.updateListView(list);
        List<ShownCommands> lines = new ArrayList<>();
        for (int i = 0; i < list.getItems().size(); i++) {
            cell.updateIndex(i);
            List<String> texts = labels((Parent) cell.getGraphic());
            lines.add(new ShownCommands(texts.get(0), texts.get(1), texts.get(2), cell.getAccessibleText()));
        }
        return lines;
    }

    private static List<ShownCommands> lines(GridPane block) {
        List<String> texts = labels(block);
        List<ShownCommands> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i += 2) {
            lines.add(new ShownCommands(texts.get(i + 1), "", texts.get(i), ""));
        }
        return lines;
    }

    private static List<String> labels(Parent parent) {
        return parent.getChildrenUnmodifiable().stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList();
    }
}
