package clasp.journal.export;

import java.io.IOException;

/// Writes text as fields of CSV, quoted where RFC 4180 asks for it. Stateless.
final class CsvFields {
    private final char separator;
    private final boolean formulaGuard;

    /// What makes quotes necessary.
    private final boolean[] special = new boolean[128];

    CsvFields(char separator, boolean formulaGuard) {
        this.separator = separator;
        this.formulaGuard = formulaGuard;
        special[separator] = true;
        special['"'] = true;
        special['\r'] = true;
        special['\n'] = true;
    }

    void separator(Utf8Output out) throws IOException {
        out.ascii(separator);
    }

    void endLine(Utf8Output out) throws IOException {
        out.ascii('\r');
        out.ascii('\n');
    }

    /// Text that a person or a program chose freely.
    void text(String text, Utf8Output out) throws IOException {
        field(formulaGuard ? Formulas.guarded(text, separator) : text, out);
    }

    private void field(String text, Utf8Output out) throws IOException {
        if (out.plain(text, special)) {
            return;
        }
        if (needsQuotes(text)) {
            quoted(text, out);
        } else {
            out.text(text);
        }
    }

    private boolean needsQuotes(String text) {
        return text.indexOf(separator) >= 0
                || text.indexOf('"') >= 0
                || text.indexOf('\r') >= 0
                || text.indexOf('\n') >= 0;
    }

    private static void quoted(String text, Utf8Output out) throws IOException {
        out.ascii('"');
        int done = 0;
        for (int quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', done)) {
            out.text(text, done, quote + 1);
            out.ascii('"');
            done = quote + 1;
        }
        out.text(text, done, text.length());
        out.ascii('"');
    }
}
