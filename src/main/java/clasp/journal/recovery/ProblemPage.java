package clasp.journal.recovery;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.VisibleText;
import clasp.journal.store.JournalState;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Problems as one page that needs nothing else: a report to keep, to print and to send, in the language of the
/// process. Whatever strangers wrote into the journal is escaped, also what nobody can read. Confined to one report.
public final class ProblemPage implements ProblemLines {
    private static final String STYLE = """
        :root{color-scheme:light dark;--line:#d8dee4;--muted:#57606a;--error:#b42318;--warning:#8a5a00;--info:#0550ae;
        --head:#f6f8fa}
        @media (prefers-color-scheme:dark){:root{--line:#30363d;--muted:#9198a1;--error:#ff8a80;--warning:#e3b341;
        --info:#79b8ff;--head:#161b22}body{background:#0d1117;color:#e6edf3}}
        body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;padding:2em;max-width:80em;display:flex;
        flex-direction:column}
        h1{font-size:1.5em;margin:0;overflow-wrap:anywhere}
        .about,.summary{color:var(--muted);margin:.3em 0}
        .summary{order:-1;color:inherit;font-weight:600;margin-bottom:1.2em}
        header{order:-2}
        table{border-collapse:collapse;width:100%}
        th{background:var(--head);position:sticky;top:0}
        td,th{border-bottom:1px solid var(--line);padding:.5em .6em;text-align:left;vertical-align:top}
        td.seq{font-variant-numeric:tabular-nums;text-align:right;white-space:nowrap}th.seq{text-align:right}
        td.address{font-family:ui-monospace,monospace;font-size:.92em;overflow-wrap:anywhere;min-width:12em}
        td.advice{color:var(--muted)}
        .severity{font-weight:600;white-space:nowrap}
        .error{color:var(--error)}.warning{color:var(--warning)}.info{color:var(--info)}
        @media (max-width:45em){body{padding:1em}thead{display:none}td{display:block;border:0;padding:.1em 0}
        tr{display:block;border-bottom:1px solid var(--line);padding:.7em 0}td.seq{text-align:left}
        td.seq::before{content:"seq "}td.address:empty{display:none}}
        @media print{body{padding:0;font-size:11px}tr{break-inside:avoid}th{position:static}}\
        """;

    private final String name;
    private final String about;
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);

    /// @param name of the journal
    /// @param state of the journal when it was looked at, which is now
    public ProblemPage(String name, JournalState state) {
        this.name = name;
        String when = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").format(LocalDateTime.now(ZoneOffset.UTC));
        about = state.isEmpty()
                ? CoreTexts.text("recovery.report.about.empty", when)
                : CoreTexts.text(
                        "recovery.report.about",
                        Long.toString(state.firstSeq()),
                        Long.toString(state.latestSeq()),
                        when);
    }

    @Override
    public List<String> begin() {
        String title = escaped(CoreTexts.text("recovery.report.title", name));
        return List.of(
                "<!DOCTYPE html>",
                "<html lang=\"" + CoreTexts.language() + "\"><head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
                "<title>" + title + "</title>",
                "<style>" + STYLE + "</style></head><body>",
                "<header><h1>" + title + "</h1><p class=\"about\">" + escaped(about) + "</p></header>",
                "<table><thead><tr>" + heading("", "recoveryView.column.severity")
                        + heading(" class=\"seq\"", "recoveryView.column.seq")
                        + heading("", "recoveryView.column.address")
                        + heading("", "recoveryView.column.explanation") + heading("", "recovery.report.advice")
                        + "</tr></thead><tbody>");
    }

    @Override
    public String line(Problem problem) {
        String severity = ProblemLines.severity(problem);
        counts.merge(problem.severity(), 1L, Long::sum);
        return "<tr><td class=\"severity " + severity + "\">"
                + escaped(CoreTexts.text("recoveryView.severity." + severity)) + "</td><td class=\"seq\">"
                + problem.seq() + "</td><td class=\"address\">"
                + escaped(problem.concerns().orElse("")) + "</td><td>"
                + escaped(problem.explanation()) + "</td><td class=\"advice\">" + escaped(problem.advice())
                + "</td></tr>";
    }

    @Override
    public List<String> end() {
        String summary = CoreTexts.text(
                "recovery.report.summary", count(Severity.ERROR), count(Severity.WARNING), count(Severity.INFO));
        return List.of("</tbody></table><p class=\"summary\">" + escaped(summary) + "</p></body></html>");
    }

    private static String heading(String attributes, String key) {
        return "<th" + attributes + ">" + escaped(CoreTexts.text(key)) + "</th>";
    }

    private String count(Severity severity) {
        return Long.toString(counts.getOrDefault(severity, 0L));
    }

    private static String escaped(String text) {
        return VisibleText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
