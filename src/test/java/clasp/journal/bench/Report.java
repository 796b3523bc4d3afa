package clasp.journal.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The table of what was measured. Each row also tells the heap in use after it. Confined to one thread.
final class Report {
    private record Row(String what, String goal, String ours, String peer, String ratio, String heap, String met) {
        String markdown() {
            return "| " + String.join(" | ", what, goal, ours, peer, ratio, heap, met) + " |";
        }
    }

    private static final List<String> HEAD =
            List.of("| what | goal | measured | peer | ratio | heap after | met |", "|---|---|---|---|---|---|---|");

    /// What must do, and what is aimed at.
    private static final long MOST_MEGABYTES = 512;

    private static final long WANTED_MEGABYTES = 256;

    private final PrintStream log;
    private final HeapPeak peak = new HeapPeak();
    private final List<Row> rows = new ArrayList<>();
    private String condition = "";
    private long mostAfterRows;

    /// @param log told each row as soon as it is known
    Report(PrintStream log) {
        this.log = log;
    }

    /// Said in front of every row from now on.
    void condition(String words) {
        condition = words;
    }

    /// A row with an upper bound for the median.
    void median(String what, double maxMillis, Samples ours) {
        add(what, "≤ " + Samples.text(maxMillis), ours, "", "", ours.median() <= maxMillis);
    }

    /// A row with an upper bound for the longest of all.
    void longest(String what, double maxMillis, Samples ours) {
        add(what, "all ≤ " + Samples.text(maxMillis), ours, "", "", ours.max() <= maxMillis);
    }

    /// Likewise, with somebody else's time for the same.
    void longest(String what, double maxMillis, Samples ours, String peer, Samples theirs) {
        add(what, "all ≤ " + Samples.text(maxMillis), ours, peer, theirs, ours.max() <= maxMillis);
    }

    /// A row with upper bounds for the median and the 99th percentile.
    void spread(String what, double maxMedian, double maxHighest, Samples ours) {
        String goal = "≤ " + Samples.text(maxMedian) + ", p99 ≤ " + Samples.text(maxHighest);
        boolean met = ours.median() <= maxMedian && ours.percentile(0.99) <= maxHighest;
        add(what, goal, ours, "", "", met);
    }

    /// A row with an upper bound and somebody else's time for the same.
    void beside(String what, double maxMillis, Samples ours, String peer, Samples theirs) {
        add(what, "≤ " + Samples.text(maxMillis), ours, peer, theirs, ours.median() <= maxMillis);
    }

    /// A row that is measured by somebody else's time for the same.
    void against(String what, double maxRatio, Samples ours, String peer, Samples theirs) {
        row(
                what,
                "ratio ≤ " + String.format(Locale.ROOT, "%.1f", maxRatio),
                ours.withProcessor(),
                peer + ": " + theirs.withProcessor(),
                ratio(ours, theirs),
                ours.median() <= theirs.median() * maxRatio);
    }

    /// A row with a lower bound for the number of things a second.
    void rate(String what, long minPerSecond, double ours, String peer, double theirs) {
        row(
                what,
                String.format(Locale.ROOT, "≥ %,d/s", minPerSecond),
                String.format(Locale.ROOT, "%,.0f/s", ours),
                peer.isEmpty() ? "" : peer + String.format(Locale.ROOT, ": %,.0f/s", theirs),
                peer.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", ours / theirs),
                ours >= minPerSecond);
    }

    /// A row that says something without a goal.
    void note(String what, String ours) {
        rows.add(new Row(condition + what, "", ours, "", "", heap(), ""));
        log.println(rows.getLast().markdown());
    }

    /// Rows about the memory that everything until now has taken.
    void heapInUse() {
        condition("");
        heap("heap in use after any of these", mostAfterRows);
        heap("heap in use at any full collection, also in the middle of them", peak.megabytes());
    }

    private void heap(String what, long megabytes) {
        String goal = "≤ " + MOST_MEGABYTES + " MB, aim " + WANTED_MEGABYTES;
        row(what, goal, megabytes + " MB", "", "", megabytes <= WANTED_MEGABYTES);
    }

    private void add(String what, String goal, Samples ours, String peer, Samples theirs, boolean met) {
        add(what, goal, ours, peer + ": " + Samples.text(theirs.median()), ratio(ours, theirs), met);
    }

    private void add(String what, String goal, Samples ours, String peer, String ratio, boolean met) {
        String measured = Samples.text(ours.median());
        if (ours.size() > 4) {
            measured += " (p99 " + Samples.text(ours.percentile(0.99)) + ", max " + Samples.text(ours.max()) + ")";
        }
        row(what, goal, measured, peer, ratio, met);
    }

    private void row(String what, String goal, String ours, String peer, String ratio, boolean met) {
        rows.add(new Row(condition + what, goal, ours, peer, ratio, heap(), met ? "yes" : "**no**"));
        log.println(rows.getLast().markdown());
    }

    private static String ratio(Samples ours, Samples theirs) {
        return String.format(Locale.ROOT, "%.2f", ours.median() / theirs.median());
    }

    /// What is still held once garbage is gone.
    private String heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long megabytes = runtime.totalMemory() - runtime.freeMemory() >> 20;
        mostAfterRows = Math.max(mostAfterRows, megabytes);
        return megabytes + " MB";
    }

    String markdown() {
        List<String> lines = new ArrayList<>(HEAD);
        rows.forEach(row -> lines.add(row.markdown()));
        return String.join("\n", lines);
    }
}
