package clasp.journal.ui.query;

import clasp.journal.model.SignalType;
import clasp.journal.ui.fx.DropPane;
import clasp.journal.ui.fx.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Chooses signal types; none chosen means all. Confined to the FX thread.
final class TypesPane extends DropPane {
    private final QueryBarViewModel model;
    private final CheckBox every = new CheckBox(Texts.text("query.types.every"));
    private final Label inText = new Label(Texts.text("query.types.inText"));

    TypesPane(QueryBarViewModel model) {
        this.model = model;
        getStyleClass().add("types-pane");
        every.setId("type-every");
        every.setOnAction(event -> choose(Set.of()));
        inText.setWrapText(true);
        inText.getStyleClass().add("hint");
        model.browsing().query().subscribe(query -> fill());
    }

    @Override
    protected void opening() {
        fill();
    }

    @Override
    protected Node first() {
        return every;
    }

    private void fill() {
        var facts = new QueryFacts(model.browsing().query().get());
        Set<String> chosen = facts.types();
        List<Node> lines = new ArrayList<>();
        every.setSelected(chosen.isEmpty() && !facts.typesInText());
        lines.add(every);
        for (String type : listed(chosen)) {
            lines.add(line(type, chosen));
        }
        if (facts.typesInText()) {
            lines.add(inText);
        }
        show(lines);
    }

    /// Lines that are there already stay, and with them the focus.
    private void show(List<Node> lines) {
        for (int at = 0; at < lines.size(); at++) {
            String id = lines.get(at).getId();
            Node present = at < getChildren().size() ? getChildren().get(at) : null;
            if (present instanceof CheckBox old
                    && lines.get(at) instanceof CheckBox now
                    && old.getId().equals(id)) {
                old.setSelected(now.isSelected());
                lines.set(at, old);
            }
        }
        if (!getChildren().equals(lines)) {
            getChildren().setAll(lines);
        }
    }

    private static List<String> listed(Set<String> chosen) {
        Set<String> all = new HashSet<>(chosen);
        Arrays.stream(SignalType.values()).map(SignalType::text).forEach(all::add);
        return QueryWords.inOrder(all);
    }

    private CheckBox line(String type, Set<String> chosen) {
        var dot = new Region();
        dot.getStyleClass()
                .addAll("signal-dot", SignalType.of(type).map(SignalType::text).orElse("other"));
        var box = new CheckBox(type);
        box.setId("type-" + type);
        box.setGraphic(dot);
        box.setMnemonicParsing(false);
        box.setSelected(chosen.contains(type));
        box.setOnAction(event -> toggle(type, box.isSelected()));
        return box;
    }

    private void toggle(String type, boolean wanted) {
        Set<String> types =
                new HashSet<>(new QueryFacts(model.browsing().query().get()).types());
        if (wanted) {
            types.add(type);
        } else {
            types.remove(type);
        }
        choose(types);
    }

    private void choose(Set<String> types) {
        model.edit(query -> query.withTypes(types));
        fill();
    }
}
