package clasp.journal.ui.fx;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/// Something the user should read, in the window, until it is dismissed. Immutable.
///
/// @param sentence what happened and what can be done, in plain words
/// @param details for whoever looks deeper, to copy; empty when there are none
/// @param remedy what can be done about it with one click; null when nothing can
public record Notice(
        Kind kind,
        String sentence,
        String details,
        @Nullable Remedy remedy) {
    /// @param label says what it does, such as `Open again`
    /// @param settles whether the notice need not be read any more once it is under way
    public record Remedy(String label, Runnable action, boolean settles) {
        /// One after which the notice stays, until what it tells of has ended.
        public Remedy(String label, Runnable action) {
            this(label, action, false);
        }
    }

    public Notice(Kind kind, String sentence, String details) {
        this(kind, sentence, details, null);
    }

    /// How much it matters.
    public enum Kind {
        INFORMATION,
        SUCCESS,
        WARNING,
        FAILURE
    }

    public Notice with(Remedy offered) {
        return new Notice(kind, sentence, details, offered);
    }

    public static Notice information(String sentence) {
        return new Notice(Kind.INFORMATION, sentence, "");
    }

    public static Notice success(String sentence) {
        return new Notice(Kind.SUCCESS, sentence, "");
    }

    public static Notice warning(String sentence) {
        return new Notice(Kind.WARNING, sentence, "");
    }

    /// A failure of `what` (such as `load page`), with the whole story as details.
    public static Notice failure(String what, Throwable cause) {
        String message = cause.getMessage();
        String sentence = message == null || message.isBlank() ? Texts.text("fx.failure.unknown", what) : message;
        var story = new StringWriter();
        cause.printStackTrace(new PrintWriter(story));
        return new Notice(Kind.FAILURE, sentence, Texts.text("fx.failure.details", what) + "\n\n" + story);
    }
}
