package clasp.journal.query;

import clasp.journal.model.CoreTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads the words of a filter's text one after the other. Confined to one call.
final class QueryScanner {
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int index;

    QueryScanner(String text) {
        this.text = text;
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /// Whether [#word(boolean)] reads all of this text as one word.
    static boolean isWord(String candidate) {
        int open = 0;
        for (int at = 0; at < candidate.length(); at++) {
            char c = candidate.charAt(at);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open < 0 || c == '"' || isSpace(c)) {
                return false;
            }
        }
        return open == 0 && !candidate.isEmpty();
    }

    int index() {
        return index;
    }

    void moveTo(int place) {
        index = place;
    }

    void skipSpaces() {
        while (index < text.length() && isSpace(text.charAt(index))) {
            index++;
        }
    }

    boolean atEnd() {
        return index == text.length();
    }

    /// Whether the text goes on with this character.
    boolean at(char c) {
        return index < text.length() && text.charAt(index) == c;
    }

    /// Whether a word, a quoted text and the like can end here.
    boolean atBoundary() {
        return atEnd() || at('(') || at(')') || isSpace(text.charAt(index));
    }

    /// Takes this character if the text goes on with it.
    boolean take(char c, Token.Kind kind) {
        if (!at(c)) {
            return false;
        }
        index++;
        token(kind, index - 1);
        return true;
    }

    /// Whether the text goes on with this word, in whatever case, standing alone.
    boolean atKeyword(String keyword) {
        int start = index;
        String letters = letters();
        boolean found = letters.equals(keyword) && atBoundary();
        index = start;
        return found;
    }

    boolean takeKeyword(String keyword) {
        if (!atKeyword(keyword)) {
            return false;
        }
        index += keyword.length();
        token(Token.Kind.OPERATOR, index - keyword.length());
        return true;
    }

    /// Takes the ASCII letters that follow, in lower case.
    String letters() {
        int start = index;
        while (index < text.length() && isLetter(text.charAt(index))) {
            index++;
        }
        return text.substring(start, index).toLowerCase(Locale.ROOT);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /// Takes the text up to a space or a parenthesis that closes what was opened before the word: `/a(b)` is one word.
    ///
    /// @param item whether a comma ends the word, too
    String word(boolean item) {
        int start = index;
        int open = 0;
        while (index < text.length() && !isSpace(text.charAt(index)) && !(item && at(','))) {
            if (at('"')) {
                throw new QuerySyntaxException(CoreTexts.text("query.refused.quoteInside"), index);
            }
            if (at(')') && --open < 0) {
                break;
            }
            open += at('(') ? 1 : 0;
            index++;
        }
        if (open > 0) {
            throw new QuerySyntaxException(CoreTexts.text("query.refused.parenthesisInside"), text.indexOf('(', start));
        }
        return text.substring(start, index);
    }

    /// Takes a quoted text, and answers its content.
    String quoted() {
        int start = index;
        index++;
        while (!at('"')) {
            index += at('\\') ? 2 : 1;
            if (index >= text.length()) {
                index = text.length();
                throw new QuerySyntaxException(CoreTexts.text("query.refused.quote"), start);
            }
        }
        index++;
        return QuotedText.content(text, start, index);
    }

    /// Takes a quoted text or a word.
    String operand(boolean item) {
        if (!at('"')) {
            return word(item);
        }
        String content = quoted();
        if (!atBoundary() && !(item && at(','))) {
            throw new QuerySyntaxException(CoreTexts.text("query.refused.afterQuote"), index);
        }
        return content;
    }

    void token(Token.Kind kind, int start) {
        tokens.add(new Token(kind, start, index));
    }

    int lastTokenEnd() {
        return tokens.isEmpty() ? 0 : tokens.getLast().end();
    }

    /// What was marked so far; what follows as [Token.Kind#INVALID].
    List<Token> tokens() {
        int end = lastTokenEnd();
        boolean rest = !text.substring(end).isBlank();
        if (rest) {
            index = text.length();
            token(Token.Kind.INVALID, end);
        }
        return List.copyOf(tokens);
    }
}
