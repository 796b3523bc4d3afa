package clasp.journal.ui.compaction;

import clasp.journal.model.TimeRange;
import clasp.journal.store.CompactionOutcome;
import clasp.journal.store.CompactionPreview;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.SizeText;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeDisplay;
import clasp.journal.ui.fx.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says in words what a compaction will do, and what it did. Immutable.
record CompactionWords(TimeText time) {
    static CompactionWords of(TimeDisplay display) {
        TimeDisplay shown = switch (display) {
            case UTC, LOCAL, RAW -> display;
            case SINCE_FIRST, SINCE_SELECTED -> TimeDisplay.UTC;
        };
        return new CompactionWords(TimeText.of(shown, 0));
    }

    /// What a click on the button will do, whole.
    ///
    /// @param inFile whether the journal is a file, which can be shrunk
    static String plan(CompactionPreview preview, CompactionOptions options, boolean inFile) {
        if (preview.removed() == 0) {
            return Texts.text("compaction.plan.nothing", NumberText.seq(preview.beforeSeq()));
        }
        List<String> sentences = new ArrayList<>();
        options.backupFile()
                .ifPresent(file ->
                        sentences.add(Texts.text("compaction.plan.backup", String.valueOf(file.getFileName()))));
        if (options.snapshotFirst().get()) {
            sentences.add(Texts.text("compaction.plan.snapshot"));
        }
        if (options.forClaspRouter().get()) {
            sentences.add(Texts.text("compaction.plan.forClaspRouter"));
        }
        sentences.add(Texts.text(
                "compaction.plan.delete", preview.removed(), NumberText.seq(preview.beforeSeq()), preview.kept()));
        if (inFile) {
            sentences.add(
                    options.vacuum().get()
                            ? Texts.text(
                                    "compaction.plan.vacuum", SizeText.text(preview.sizeBefore()), sizeAfter(preview))
                            : Texts.text("compaction.plan.noVacuum"));
        }
        if (options.backupFile().isEmpty()) {
            sentences.add(Texts.text("compaction.plan.noBackup"));
        }
        return String.join(" ", sentences);
    }

    String lost(CompactionPreview preview) {
        return preview.lostTime().map(this::range).orElse(Texts.text("compaction.preview.noTime"));
    }

    String range(TimeRange range) {
        return Texts.text(
                "compaction.preview.time",
                unbroken(time.full(range.fromMicros())),
                unbroken(time.full(range.toMicros()) + " " + time.unit(range.toMicros())));
    }

    /// Where a line ends, a time stays whole: its zone would stand alone in the next one.
    private static String unbroken(String time) {
        return time.replace(' ', '\u00a0');
    }

    static String sizeAfter(CompactionPreview preview) {
        return SizeText.text(preview.sizeAfter());
    }

    /// `9,999 (50 %)`
    static String share(long part, long whole) {
        return whole == 0
                ? NumberText.grouped(part)
                : Texts.text("compaction.preview.share", NumberText.grouped(part), percent(part, whole));
    }

    /// Whole percent, but neither 0 for something nor 100 for less than all.
    private static String percent(long part, long whole) {
        long percent = Math.round(100.0 * part / whole);
        if (part > 0 && percent == 0) {
            return "<1";
        }
        return part < whole && percent == 100 ? ">99" : Long.toString(percent);
    }

    /// What is at risk, as sentences.
    static String risk(Risk risk, CompactionPreview preview, OptionalLong safePoint, Proof proof) {
        String router = proof instanceof Proof.Ready ready && ready.proof().routerLoses() > 0
                ? Texts.text(
                        "compaction.risk.router",
                        ready.proof().routerLoses(),
                        ready.proof().router().differing().size(),
                        ready.proof().routerBefore().differing().size())
                : "";
        String other = switch (risk) {
            case NONE -> "";
            case UNCOVERED -> Texts.text("compaction.risk.uncovered", preview.uncoveredCount());
            case NO_SNAPSHOT -> Texts.text("compaction.risk.noSnapshot");
            case BEYOND_SAFE_POINT -> Texts.text("compaction.risk.beyond", NumberText.seq(safePoint.orElse(0)));
            case COMES_BACK_OTHERWISE -> Texts.text("compaction.risk.otherwise");
            case ROUTER_LOSES, FORGOTTEN -> "";
        };
        String forgotten =
                preview.forgottenCount() > 0 ? Texts.text("compaction.risk.forgotten", preview.forgottenCount()) : "";
        return Stream.of(other, router, forgotten)
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /// @param inFile whether the journal is a file, which has a size
    static String outcome(CompactionOutcome outcome, boolean inFile) {
        long gained = outcome.sizeBefore() - outcome.sizeAfter();
        String removed = Texts.text("compaction.done.removed", outcome.removed());
        if (!inFile) {
            return removed;
        }
        String size = gained > 0
                ? Texts.text(
                        "compaction.done.reclaimed",
                        SizeText.text(gained),
                        SizeText.text(outcome.sizeBefore()),
                        SizeText.text(outcome.sizeAfter()))
                : Texts.text("compaction.done.sameSize");
        return removed + " " + size;
    }
}
