package clasp.journal.ui.palette;

import static clasp.journal.ui.fx.DialogParts.cancelButton;

import clasp.journal.ui.fx.Command;
import clasp.journal.ui.fx.CommandGroup;
import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.ScrollKeys;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The sheet of all shortcuts, group by group. Confined to the FX thread.
public final class ShortcutSheetView extends VBox {
    /// Keys that belong to a part of the window rather than to a command: `shortcuts.KEY.keys` and `shortcuts.KEY`.
    private static final List<String> TABLE_KEYS =
            List.of("rows", "pages", "ends", "extend", "scroll", "all", "copy", "menu");

    private static final List<String> ELSEWHERE_KEYS = List.of(
            "filter",
            "words",
            "apply",
            "escape",
            "timelineMove",
            "timelineTake",
            "timelineDrop",
            "timelineZoom",
            "timelinePan",
            "drop",
            "lineOpen",
            "lineCopy",
            "linePin",
            "lineRemove",
            "panes");

    /// Of both columns.
    private static final double WIDTH = 960;

    private final Button close;

    public ShortcutSheetView(List<CommandGroup> groups, Runnable closing) {
        setId("shortcuts");
        getStyleClass().add("shortcut-sheet");
        Stylesheets.add(this, "palette");
        setAccessibleText(Texts.text("shortcuts.title"));
        var title = new Label(Texts.text("shortcuts.title"));
        title.getStyleClass().add("dialog-title");
        List<Block> blocks = new ArrayList<>(groups.stream()
                .filter(group -> group.commands().stream().anyMatch(ShortcutSheetView::hasKeys))
                .map(ShortcutSheetView::group)
                .toList());
        blocks.add(named("shortcuts.table", TABLE_KEYS));
        blocks.add(named("shortcuts.elsewhere", ELSEWHERE_KEYS));
        var flow = new FlowPane(Orientation.HORIZONTAL, columns(blocks));
        flow.getStyleClass().add("groups");
        flow.setPrefWrapLength(WIDTH);
        ScrollPane scroll = DialogParts.scrolling(flow);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        close = cancelButton("shortcutsClose", Texts.text("shortcuts.close"), closing);
        var hint = new Label(Texts.text("shortcuts.hint"));
        hint.getStyleClass().add("hint");
        hint.setMinWidth(0);
        var buttons = new HBox(8);
        buttons.getStyleClass().add("buttons");
        DialogParts.fill(buttons, List.of(hint), List.of(close));
        getChildren().addAll(title, scroll, buttons);
        ScrollKeys.route(this, ".scroll-pane");
    }

    @Override
    public void requestFocus() {
        close.requestFocus();
    }

    private static boolean hasKeys(Command command) {
        return !command.keys().isEmpty();
    }

    private static Block group(CommandGroup group) {
        return new Block(
                group.title(),
                group.commands().stream()
                        .filter(ShortcutSheetView::hasKeys)
                        .map(command -> new Line(command.keys(), command.does()))
                        .toList());
    }

    private static Block named(String title, List<String> keys) {
        return new Block(
                Texts.text(title),
                keys.stream()
                        .map(key -> new Line(Texts.text("shortcuts.keys." + key), Texts.text("shortcuts.does." + key)))
                        .toList());
    }

    private record Line(String keys, String does) {}

    private record Block(String title, List<Line> lines) {}

    /// Two, as alike in height as whole blocks allow. One stands below the other where there is no room for both.
    private static Node[] columns(List<Block> blocks) {
        int split = 1;
        for (int i = 2; i < blocks.size(); i++) {
            if (higher(blocks, i) < higher(blocks, split)) {
                split = i;
            }
        }
        var first = new VBox();
        var second = new VBox();
        var widest = new WidestKeys();
        blocks.subList(0, split).forEach(block -> first.getChildren().add(block(block, widest)));
        blocks.subList(split, blocks.size())
                .forEach(block -> second.getChildren().add(block(block, widest)));
        first.getStyleClass().add("column");
        second.getStyleClass().add("column");
        return new Node[] {first, second};
    }

    /// The lines of the higher column when the second begins with that block.
    private static int higher(List<Block> blocks, int split) {
        return Math.max(height(blocks.subList(0, split)), height(blocks.subList(split, blocks.size())));
    }

    /// In lines, with a heading and the room before it as two.
    private static int height(List<Block> column) {
        return column.stream().mapToInt(block -> block.lines().size() + 2).sum();
    }

    private static Node block(Block lines, WidestKeys widest) {
        var heading = new Label(lines.title());
        heading.getStyleClass().add("heading");
        var grid = new GridPane();
        grid.getStyleClass().add("keys");
        // A constraint would take the place of what the longest keys need, and those would lie over what they do.
        grid.add(widest.strut(), 0, 0);
        int row = 0;
        for (Line line : lines.lines()) {
            var keys = new Label(line.keys());
            keys.getStyleClass().add("shortcut");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            widest.add(keys);
            var does = new Label(line.does());
            does.setWrapText(true);
            does.setMinHeight(Region.USE_PREF_SIZE);
            grid.add(keys, 0, row);
            grid.add(does, 1, row++);
        }
        var block = new VBox(heading, grid);
        block.getStyleClass().add("block");
        return block;
    }
}
