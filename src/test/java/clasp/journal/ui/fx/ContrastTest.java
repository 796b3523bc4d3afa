package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

/// Every text can be read on every ground on which it stands, in the light and in the dark.
class ContrastTest {
    private static final double LEAST = 4.5;
    private static final double LEAST_OF_LINES = 3;

    private static final List<String> ON_ANY_GROUND = List.of(
            "-color-fg-default",
            "-color-fg-muted",
            "-color-accent-fg",
            "-color-success-fg",
            "-color-warning-fg",
            "-color-danger-fg");
    /// Of windows and dialogs, of rows that are selected, and of notices.
    private static final List<String> GROUNDS = List.of(
            "-color-bg-default",
            "-color-bg-subtle",
            "-color-bg-overlay",
            "-color-accent-subtle",
            "-color-warning-subtle",
            "-color-danger-subtle",
            "-color-success-subtle");
    /// For text on a strong colour.
    private static final String EMPHASIS = "-color-fg-emphasis";

    private static final Pattern TEXT_COLOUR = Pattern.compile("-fx-(?:prompt-)?text-fill: *([^;]+);");

    private static final Pattern NO_TEXT = Pattern.compile(":(?:disabled|unavailable)|\\.(?:signal-dot|swatch|mark)$");

    /// A colour of text and one of the ground below it.
    private record Pair(String text, String ground) {}

    private record Measured(Pair pair, double contrast) {}

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyTextTokenStandsOut(boolean dark) throws Exception {
        List<Measured> weak = new ArrayList<>();
        inTheme(dark, root -> {
            for (Pair pair : pairs()) {
                double contrast = contrast(colour(root, pair.text()), ground(root, pair.ground()));
                if (contrast < LEAST) {
                    weak.add(new Measured(pair, contrast));
                }
            }
        });
        assertThat(weak).isEmpty();
    }

    /// Of rows whose ground is the theme's.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyTextTokenStandsOutOnASelectedRow(boolean dark) throws Exception {
        List<String> weak = new ArrayList<>();
        inTheme(dark, root -> {
            for (String view : List.of("list-view", "table-view", "tree-view", "tree-table-view")) {
                var rows = new StackPane();
                rows.getStyleClass().add(view);
                root.getChildren().setAll(rows);
                for (String text : List.of("-color-fg-default", "-color-fg-muted")) {
                    for (String ground : List.of("-color-cell-bg-selected", "-color-cell-bg-selected-focused")) {
                        double contrast = contrast(colour(rows, text), colour(rows, ground));
                        if (contrast < LEAST) {
                            weak.add(view + " " + text + " " + contrast);
                        }
                    }
                }
            }
        });
        assertThat(weak).isEmpty();
    }

    /// A text that is paler than its token would stand out less than was measured. What cannot be used may be.
    @Test
    void nothingMakesTextsPaler() throws Exception {
        Pattern pale = Pattern.compile("([^{}]+)\\{[^{}]*-fx-opacity: *0?\\.[0-9]+");
        List<String> found = new ArrayList<>();
        for (Path file : files("src/main/resources", ".css")) {
            pale.matcher(Files.readString(file))
                    .results()
                    .flatMap(rule -> Stream.of(
                            rule.group(1).replaceAll("(?s)/\\*.*?\\*/", "").split(",")))
                    .map(String::strip)
                    .filter(selector -> !NO_TEXT.matcher(selector).find())
                    .forEach(found::add);
        }
        for (Path file : files("src/main/java", ".java")) {
            if (Files.readString(file).contains(".setOpacity(")) {
                found.add(file.toString());
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<Path> files(String folder, String end) throws Exception {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(file -> file.toString().endsWith(end)).toList();
        }
    }

    /// Lines and marks need less than texts.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyLineOfADrawingStandsOut(boolean dark) throws Exception {
        Set<String> drawn = drawnColours();
        List<Measured> weak = new ArrayList<>();
        inTheme(dark, root -> {
            for (String line : drawn) {
                double contrast = contrast(colour(root, line), ground(root, "-color-bg-default"));
                if (contrast < LEAST_OF_LINES) {
                    weak.add(new Measured(new Pair(line, "-color-bg-default"), contrast));
                }
            }
        });
        assertThat(drawn).contains("-signal-param", "-series-h");
        assertThat(weak).isEmpty();
    }

    private static void inTheme(boolean dark, Consumer<StackPane> measuring) throws Exception {
        FxToolkit.registerPrimaryStage();
        FxStage.run(() -> {
            var root = new StackPane();
            Theme.apply(new Scene(root), dark);
            measuring.accept(root);
        });
    }

    private static Set<String> drawnColours() throws Exception {
        return Pattern.compile("(-(?:signal|series)-[a-z]+):")
                .matcher(Files.readString(Path.of("src/main/resources/clasp/journal/ui/fx/tokens.css")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What is not measured here, no stylesheet gives to a text.
    @Test
    void noTextHasAnotherColour() throws Exception {
        Set<String> colours = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            for (Path sheet :
                    files.filter(file -> file.toString().endsWith(".css")).toList()) {
                TEXT_COLOUR
                        .matcher(Files.readString(sheet))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(colours::add);
            }
        }
        assertThat(colours)
                .contains("-color-fg-muted")
                .isSubsetOf(Stream.concat(ON_ANY_GROUND.stream(), Stream.of(EMPHASIS))
                        .toList());
    }

    private static List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (String text : ON_ANY_GROUND) {
            GROUNDS.forEach(ground -> pairs.add(new Pair(text, ground)));
        }
        for (String text : List.of("-color-fg-default", "-color-fg-muted")) {
            Stream.of(Tint.values())
                    .map(tint -> new Pair(text, "-" + tint.styleClass()))
                    .forEach(pairs::add);
        }
        pairs.add(new Pair(EMPHASIS, "-color-accent-emphasis"));
        pairs.add(new Pair(EMPHASIS, "-color-danger-emphasis"));
        pairs.add(new Pair(EMPHASIS, "-bookmark"));
        pairs.add(new Pair(EMPHASIS, "-color-neutral-emphasis-plus"));
        pairs.add(new Pair("-color-fg-default", "-color-warning-muted"));
        return pairs;
    }

    private static Color colour(StackPane root, String token) {
        var label = new Label("text");
        label.setStyle("-fx-text-fill: " + token);
        root.getChildren().setAll(label);
        root.applyCss();
        return (Color) label.getTextFill();
    }

    /// What is translucent lies on the window's own ground.
    private static Color ground(StackPane root, String token) {
        Color colour = colour(root, token);
        Color below = colour(root, "-color-bg-default");
        double a = colour.getOpacity();
        return Color.color(
                colour.getRed() * a + below.getRed() * (1 - a),
                colour.getGreen() * a + below.getGreen() * (1 - a),
                colour.getBlue() * a + below.getBlue() * (1 - a));
    }

    /// As the Web Content Accessibility Guidelines define it.
    private static double contrast(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
