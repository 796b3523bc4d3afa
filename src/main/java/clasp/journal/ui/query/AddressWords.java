package clasp.journal.ui.query;

import clasp.journal.query.AddressPattern;
import clasp.journal.ui.fx.Texts;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Patterns to choose from, for the beginning of one. Confined to the FX thread.
final class AddressWords {
    private final JournalWords words;
    private final ObservableList<Suggestion> found = FXCollections.observableArrayList();
    private final ObservableList<Suggestion> readable = FXCollections.unmodifiableObservableList(found);
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");

    AddressWords(JournalWords words) {
        this.words = words;
    }

    ObservableList<Suggestion> found() {
        return readable;
    }

    /// Why there is nothing to choose from; empty when there is.
    ReadOnlyStringProperty remark() {
        return remark.getReadOnlyProperty();
    }

    /// Looks for addresses that begin as this pattern does.
    void find(String pattern) {
        String prefix = AddressPattern.of(pattern.strip()).literalPrefix();
        words.addresses(
                prefix,
                addresses -> show(
                        AddressSuggestions.of(prefix, addresses),
                        addresses.isEmpty() ? Texts.text("query.pattern.none") : ""),
                error -> show(List.of(), Texts.text("query.complete.failed", String.valueOf(error.getMessage()))));
    }

    /// The pattern that a suggestion stands for.
    static String pattern(Suggestion chosen) {
        return AddressPattern.literally(chosen.text()).text() + (chosen.branch() ? "/**" : "");
    }

    void close() {
        words.cancel();
    }

    private void show(List<Suggestion> suggestions, String why) {
        found.setAll(suggestions);
        remark.set(why);
    }
}
