package clasp.journal.ui.fx;

/// Something that is asked before it is done. Immutable.
///
/// @param title what is about to happen, in a few words
/// @param sentence what that means
/// @param yes the label of the button that does it
/// @param no the label of the button that leaves everything as it is
public record Question(String title, String sentence, String yes, String no) {
    /// The same with the name of what it is about in its title, for whoever does not see that.
    public Question about(String name) {
        return new Question(Texts.text("fx.question.about", name, title), sentence, yes, no);
    }

    /// Where questions are shown. Confined to the FX thread.
    @FunctionalInterface
    public interface Asker {
        /// Runs `agreed` when the user says yes, and nothing otherwise.
        void ask(Question question, Runnable agreed);
    }
}
