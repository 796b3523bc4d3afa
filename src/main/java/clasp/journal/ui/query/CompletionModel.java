package clasp.journal.ui.query;

import clasp.journal.query.Completion;
import clasp.journal.ui.fx.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What could stand at the caret, while the user types there. What the journal knows comes a little later; until then
/// those earlier suggestions stay that still fit. Confined to the FX thread.
final class CompletionModel {
    private static final int MOST_AUTHORS = 60;
    private static final Completion NOTHING = new Completion(Completion.Kind.NONE, 0, 0, "", List.of(), false);

    /// A change of the text.
    ///
    /// @param end exclusive
    record Edit(int start, int end, String text) {}

    private final JournalWords words;
    private final ObservableList<Suggestion> found = FXCollections.observableArrayList();
    private final ObservableList<Suggestion> readable = FXCollections.unmodifiableObservableList(found);
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
    private Completion place = NOTHING;
    private boolean asked;

    CompletionModel(JournalWords words) {
        this.words = words;
    }

    ObservableList<Suggestion> suggestions() {
        return readable;
    }

    /// The index of the suggestion that would be taken; -1 for none.
    ReadOnlyIntegerProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// Whether there is anything to show.
    ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    /// Why there are no suggestions; empty when there are.
    ReadOnlyStringProperty remark() {
        return remark.getReadOnlyProperty();
    }

    /// Where in the text a suggestion would go.
    int start() {
        return place.start();
    }

    /// The user typed and the caret stands here: shows what fits, with none of it chosen.
    void typed(String text, int caret) {
        find(text, caret, false);
    }

    /// The user wants to know what could stand here: the first suggestion is chosen.
    void ask(String text, int caret) {
        find(text, caret, true);
    }

    void close() {
        words.cancel();
        place = NOTHING;
        show(List.of(), "");
    }

    /// Chooses the suggestion so many lines further on, round and round.
    void move(int lines) {
        int count = found.size();
        if (count > 0) {
            int from = chosen.get() < 0 && lines < 0 ? 0 : chosen.get();
            chosen.set(Math.floorMod(from + lines, count));
        }
    }

    /// Takes the chosen suggestion, or the first when none is, and closes; empty when there is none.
    Optional<Edit> take() {
        return take(Math.max(0, chosen.get()));
    }

    /// Takes this suggestion, and closes; empty when there is none.
    Optional<Edit> take(int index) {
        if (index < 0 || index >= found.size()) {
            return Optional.empty();
        }
        Suggestion suggestion = found.get(index);
        var edit = new Edit(place.start(), place.end(), written(suggestion));
        close();
        return Optional.of(edit);
    }

    private String written(Suggestion suggestion) {
        String written = place.replacement(suggestion.text());
        if (suggestion.branch()) {
            boolean quoted = written.endsWith("\"");
            return quoted ? written.substring(0, written.length() - 1) + "/**\"" : written + "/**";
        }
        boolean joins =
                place.kind() == Completion.Kind.KEYWORD && Character.isLetter(written.charAt(written.length() - 1));
        return joins ? written + " " : written;
    }

    private void find(String text, int caret, boolean onRequest) {
        words.cancel();
        place = Completion.at(text, caret);
        asked = onRequest;
        boolean betweenWords =
                place.kind() == Completion.Kind.KEYWORD && place.typed().isEmpty();
        if (betweenWords && !asked) {
            close();
            return;
        }
        String typed = place.typed();
        switch (place.kind()) {
            case NONE, KEYWORD, SIGNAL_TYPE, MESSAGE, LITERAL -> {
                List<String> all = asked && place.suggestions().isEmpty() ? inItsPlace(text) : place.suggestions();
                show(
                        all.stream().map(this::known).toList(),
                        asked && all.isEmpty() ? Texts.text("query.complete.unknown") : "");
            }
            case ADDRESS -> {
                keepFitting();
                words.addresses(typed, all -> offer(AddressSuggestions.of(typed, all)), this::failed);
            }
            case AUTHOR -> {
                keepFitting();
                words.authors(typed, MOST_AUTHORS, all -> offer(authors(all)), this::failed);
            }
        }
    }

    /// What could stand in the place of a whole word of the language.
    private List<String> inItsPlace(String text) {
        List<String> all = Completion.at(text, place.start()).suggestions();
        return all.contains(place.typed())
                ? all.stream().filter(one -> !one.equals(place.typed())).toList()
                : List.of();
    }

    private Suggestion known(String word) {
        String name = word.chars()
                .takeWhile(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        boolean named = place.kind() == Completion.Kind.KEYWORD;
        return new Suggestion(word, named ? Texts.text("query.hint." + name.toLowerCase(Locale.ROOT)) : "", false);
    }

    private static List<Suggestion> authors(List<String> all) {
        return all.stream()
                .sorted()
                .map(author -> new Suggestion(author, "", false))
                .toList();
    }

    /// Until the journal has answered.
    private void keepFitting() {
        show(found.stream().filter(one -> one.text().startsWith(place.typed())).toList(), "");
    }

    private void offer(List<Suggestion> suggestions) {
        boolean complete = suggestions.size() == 1
                && !suggestions.getFirst().branch()
                && suggestions.getFirst().text().equals(place.typed());
        List<Suggestion> worthwhile = complete && !asked ? List.of() : suggestions;
        show(worthwhile, worthwhile.isEmpty() && asked ? Texts.text("query.complete.none") : "");
    }

    private void failed(Throwable error) {
        show(List.of(), Texts.text("query.complete.failed", String.valueOf(error.getMessage())));
    }

    private void show(List<Suggestion> suggestions, String why) {
        chosen.set(-1);
        found.setAll(suggestions);
        remark.set(why);
        chosen.set(asked && !suggestions.isEmpty() ? 0 : -1);
        open.set(!suggestions.isEmpty() || !why.isEmpty());
    }
}
