package clasp.journal.ui.query;

/// One way to go on with what is typed. Immutable.
///
/// @param text what it stands for: a word of the language, an address, an author
/// @param hint what it means, for people; empty when it speaks for itself
/// @param branch whether all addresses below this one are meant
record Suggestion(String text, String hint, boolean branch) {
    /// As it is shown.
    String label() {
        return branch ? text + "/**" : text;
    }
}
