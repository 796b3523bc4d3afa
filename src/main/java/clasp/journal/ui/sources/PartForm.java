package clasp.journal.ui.sources;

import clasp.journal.model.SignalType;
import clasp.journal.ui.fx.DropDown;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Which part of a relay's journal is asked for: addresses, signal types, how far back. Confined to the FX thread.
final class PartForm extends VBox {
    PartForm(ConnectViewModel model) {
        super(4);
        var pattern = new TextField();
        pattern.setId("connectPattern");
        pattern.setPromptText(Texts.text("sources.part.pattern.prompt"));
        pattern.textProperty().bindBidirectional(model.pattern());
        HBox.setHgrow(pattern, Priority.ALWAYS);
        var hint = new Label(Texts.text("sources.part.hint"));
        hint.getStyleClass().add("hint");
        var row = new HBox(8, field("sources.part.pattern", pattern), types(model), last(model));
        HBox.setHgrow(row.getChildren().getFirst(), Priority.ALWAYS);
        getChildren().addAll(row, hint);
    }

    private static VBox types(ConnectViewModel model) {
        var choice = new DropDown("connectTypes", "sources", () -> new TypesPane(model.types()));
        choice.setPrefWidth(140);
        choice.setMaxWidth(140);
        model.types().subscribe(chosen -> {
            String words = words(chosen);
            choice.say(words, !chosen.isEmpty(), words);
        });
        return field("sources.part.types", choice);
    }

    private static String words(Set<String> types) {
        return types.isEmpty()
                ? Texts.text("sources.part.types.all")
                : Arrays.stream(SignalType.values())
                        .map(SignalType::text)
                        .filter(types::contains)
                        .collect(Collectors.joining(", "));
    }

    private static VBox last(ConnectViewModel model) {
        var box = new ComboBox<Optional<Duration>>();
        box.setId("connectLast");
        box.getItems()
                .setAll(List.of(
                        Optional.empty(),
                        Optional.of(Duration.ofMinutes(10)),
                        Optional.of(Duration.ofHours(1)),
                        Optional.of(Duration.ofDays(1))));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<Duration> last) {
                return words(last);
            }

            @Override
            public Optional<Duration> fromString(String text) {
                throw new UnsupportedOperationException("Nothing is typed here");
            }
        });
        box.valueProperty().bindBidirectional(model.last());
        return field("sources.part.last", box);
    }

    private static String words(Optional<Duration> last) {
        if (last.isEmpty()) {
            return Texts.text("sources.part.last.all");
        }
        long minutes = last.get().toMinutes();
        if (minutes < 60) {
            return Texts.text("sources.part.last.minutes", minutes);
        }
        return minutes == 60 ? Texts.text("sources.part.last.hour") : Texts.text("sources.part.last.day");
    }

    private static VBox field(String key, Control control) {
        var label = new Label(Texts.text(key));
        label.setLabelFor(control);
        control.setAccessibleText(Texts.text(key));
        return new VBox(4, label, control);
    }
}
