package clasp.journal.ui.fx;

/// What the end of a tab or a window would end, too. Immutable.
///
/// @param work what runs; the same object for as long as it does
/// @param question what the user is asked before
public record Ending(Object work, Question question) {
    /// The same with the name of the tab in the question, for whoever does not see that.
    public Ending in(String tab) {
        return new Ending(work, question.about(tab));
    }
}
