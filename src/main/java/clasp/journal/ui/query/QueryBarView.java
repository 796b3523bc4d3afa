package clasp.journal.ui.query;

import clasp.journal.query.Query;
import clasp.journal.ui.fx.DropDown;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The query bar: the filter as text, and beside it controls for pattern, time and signal types that always say what
/// the text says. Confined to the FX thread.
public final class QueryBarView extends HBox {
    private static final PseudoClass SAVED = PseudoClass.getPseudoClass("saved");
    private static final double NARROW = 900;
    private static final double NARROWEST_PATTERN = 90;
    private static final double NARROWEST_FIELD = 180;

    private final QueryBarViewModel model;
    private final QueryField field;
    private final DropDown pattern;
    private final DropDown time;
    private final DropDown types;
    private final DropDown named;

    public QueryBarView(QueryBarViewModel model) {
        this.model = model;
        field = new QueryField(model);
        pattern = new DropDown("patternMenu", "query", () -> new PatternPane(model));
        time = new DropDown("timeMenu", "query", () -> new TimePane(model));
        types = new DropDown("typesMenu", "query", () -> new TypesPane(model));
        named = new DropDown("namedMenu", "query", () -> new NamedPane(model));
        getStyleClass().add("query-bar");
        Stylesheets.add(this, "query");
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setMinWidth(NARROWEST_FIELD);
        pattern.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        pattern.setMnemonicParsing(false);
        types.setMnemonicParsing(false);
        time.setMinWidth(Region.USE_PREF_SIZE);
        types.setMinWidth(Region.USE_PREF_SIZE);
        named.setGraphic(new FontIcon(Feather.STAR));
        named.getStyleClass().addAll("flat", "button-icon");
        named.setMinWidth(Region.USE_PREF_SIZE);
        getChildren()
                .setAll(
                        step(
                                "queryBack",
                                Feather.CHEVRON_LEFT,
                                "query.back",
                                model.history().canGoBack(),
                                model::back),
                        step(
                                "queryForward",
                                Feather.CHEVRON_RIGHT,
                                "query.forward",
                                model.history().canGoForward(),
                                model::forward),
                        field,
                        pattern,
                        time,
                        types,
                        named);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        model.browsing().query().subscribe(query -> update());
        model.browsing().timeDisplay().subscribe(display -> update());
        model.named().all().subscribe(this::update);
        widthProperty().subscribe((before, now) -> {
            if (narrow(before.doubleValue()) != narrow(now.doubleValue())) {
                update();
            }
        });
    }

    /// Puts the keyboard into the field, with all of its text selected.
    public void focusQuery() {
        field.requestFocus();
        field.selectAll();
    }

    private void update() {
        Query query = model.browsing().query().get();
        var facts = new QueryFacts(query);
        Moments moments = model.time().moments();
        String address = QueryWords.pattern(facts);
        boolean byPattern = facts.patternInText() || facts.pattern().isPresent();
        boolean narrow = narrow(getWidth());
        pattern.setMinWidth(narrow ? Region.USE_PREF_SIZE : NARROWEST_PATTERN);
        pattern.say(narrow ? Texts.text("query.pattern.short") : address, byPattern, tip("query.pattern", address));
        String range = facts.timeInText() || facts.time().isAll()
                ? QueryWords.time(facts, moments)
                : QueryWords.exactly(facts.time(), moments);
        boolean byTime = facts.timeInText() || !facts.time().isAll();
        time.say(QueryWords.time(facts, moments), byTime, tip("query.time", range));
        boolean byType = facts.typesInText() || !facts.types().isEmpty();
        String all = facts.types().isEmpty()
                ? QueryWords.types(facts)
                : String.join(", ", QueryWords.inOrder(facts.types()));
        types.say(QueryWords.types(facts), byType, tip("query.types", all));
        String saved = model.named().nameOf(query.text()).orElse("");
        named.say("", false, saved.isEmpty() ? Texts.text("query.named") : tip("query.named", saved));
        named.pseudoClassStateChanged(SAVED, !saved.isEmpty());
    }

    private static String tip(String key, String what) {
        return Texts.text(key) + ": " + what;
    }

    private static boolean narrow(double width) {
        return width < NARROW;
    }

    private static Button step(String id, Ikon icon, String key, ReadOnlyBooleanProperty possible, Runnable action) {
        var button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon", "step");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(Texts.text(key)));
        button.setAccessibleText(Texts.text(key));
        button.setOnAction(event -> action.run());
        button.disableProperty().bind(possible.not());
        return button;
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.escape()) {
            event.consume();
        }
    }
}
