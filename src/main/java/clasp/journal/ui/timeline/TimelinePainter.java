package clasp.journal.ui.timeline;

import clasp.journal.bookmarks.Bookmark;
import clasp.journal.model.TimeRange;
import clasp.journal.ui.fx.SeqMark;
import clasp.journal.ui.timeline.TimeTicks.Tick;
import java.util.Collection;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Paints what stands around the density: axis, marks, ranges. Confined to the FX thread.
final class TimelinePainter {
    private static final Font SMALL = Font.font(11);
    private static final double FLAG = 7;
    private static final double DIAMOND = 4.5;
    private static final double HEAD = 12;
    private static final double LABEL_MARGIN = 4;

    private final GraphicsContext graphics;
    private final Palette inks;
    private final Lanes lanes;
    private final TimeAxis axis;

    TimelinePainter(GraphicsContext graphics, Palette inks, Lanes lanes, TimeAxis axis) {
        this.graphics = graphics;
        this.inks = inks;
        this.lanes = lanes;
        this.axis = axis;
    }

    /// The time of the rows on screen, as a light band that is never too thin to see.
    void paintVisible(TimeRange range) {
        double from = Math.max(axis.xOf(range.fromMicros()), 0);
        double to = Math.min(axis.xOf(range.toMicros()), lanes.width());
        if (to < 0 || from > lanes.width()) {
            return;
        }
        double x = Math.floor(from);
        double width = Math.max(3, Math.ceil(to - from));
        graphics.setFill(inks.get(Ink.VISIBLE).deriveColor(0, 1, 1, 0.4));
        graphics.fillRect(x, lanes.top(), width, lanes.height());
        graphics.setFill(inks.get(Ink.EDGE));
        graphics.fillRect(x, lanes.top(), width, 2);
    }

    /// The ticks' labels; one that would touch what stands at the left (the date) is left out.
    void paintAxis(List<Tick> ticks, String context) {
        graphics.setFont(SMALL);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setLineWidth(1);
        double middle = lanes.floor() + Lanes.LABELS / 2 + 1;
        double free = 0;
        if (!context.isEmpty()) {
            graphics.setTextAlign(TextAlignment.LEFT);
            graphics.setFill(inks.get(Ink.ENTRY));
            graphics.fillText(context, LABEL_MARGIN, middle);
            free = 2 * LABEL_MARGIN + textWidth(context);
        }
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setFill(inks.get(Ink.LABEL));
        graphics.setStroke(inks.get(Ink.RULE));
        for (Tick tick : ticks) {
            double x = Math.floor(axis.xOf(tick.micros())) + 0.5;
            double half = textWidth(tick.label()) / 2;
            graphics.strokeLine(x, lanes.floor(), x, lanes.floor() + 3);
            if (x - half > free && x + half < lanes.width() - 1) {
                graphics.fillText(tick.label(), x, middle);
                free = x + half + LABEL_MARGIN;
            }
        }
    }

    /// A close enough guess: digits of this font are about this wide.
    private static double textWidth(String text) {
        return text.length() * 6.4;
    }

    /// The time range of the query: everything else is covered by a veil.
    void paintSelection(TimeRange range) {
        double from = Math.clamp(Math.floor(axis.xOf(range.fromMicros())), -2, lanes.width() + 2);
        double to = Math.clamp(Math.ceil(axis.xOf(range.toMicros())), -2, lanes.width() + 2);
        Color veil = inks.get(Ink.PAPER);
        graphics.setFill(veil.deriveColor(0, 1, 1, 0.6));
        graphics.fillRect(0, lanes.top(), Math.max(0, from), lanes.height());
        graphics.fillRect(to, lanes.top(), Math.max(0, lanes.width() - to), lanes.height());
        graphics.setFill(inks.get(Ink.SELECTION).deriveColor(0, 1, 1, 0.35));
        graphics.fillRect(from, lanes.top(), Math.max(1, to - from), lanes.height());
        edge(from);
        edge(Math.max(to, from + 1));
    }

    private void edge(double x) {
        graphics.setFill(inks.get(Ink.EDGE));
        graphics.fillRect(x - 1, lanes.top(), 1.5, lanes.height());
        graphics.fillRoundRect(x - 2.5, lanes.top() + lanes.height() / 2 - 7, 4.5, 14, 4, 4);
    }

    void paintMark(TimelineMark mark) {
        switch (mark) {
            case TimelineMark.SnapshotTaken snapshot -> plumb(axis.xOf(snapshot.atMicros()));
            case TimelineMark.Gap gap -> hatch(gap.between());
        }
    }

    /// What stands above the density for a mark.
    void paintSign(TimelineMark mark) {
        switch (mark) {
            case TimelineMark.SnapshotTaken snapshot -> diamond(axis.xOf(snapshot.atMicros()));
            case TimelineMark.Gap _ -> {}
        }
    }

    private void plumb(double x) {
        graphics.setStroke(inks.get(Ink.RULE));
        graphics.setLineDashes(2, 3);
        graphics.strokeLine(Math.floor(x) + 0.5, Lanes.MARKS / 2 + DIAMOND, Math.floor(x) + 0.5, lanes.floor());
        graphics.setLineDashes();
    }

    private void diamond(double x) {
        double y = Lanes.MARKS / 2;
        graphics.setFill(inks.get(Ink.SNAPSHOT));
        graphics.fillPolygon(
                new double[] {x - DIAMOND, x, x + DIAMOND, x}, new double[] {y, y - DIAMOND, y, y + DIAMOND}, 4);
    }

    private void hatch(TimeRange between) {
        double from = Math.clamp(Math.floor(axis.xOf(between.fromMicros())), -20, lanes.width() + 20) + 0.5;
        double to = Math.clamp(Math.floor(axis.xOf(between.toMicros())), -20, lanes.width() + 20) + 0.5;
        graphics.setStroke(inks.get(Ink.GAP));
        graphics.setLineDashes(3, 3);
        graphics.strokeLine(from, 2, from, lanes.floor());
        if (to - from >= 4) {
            graphics.strokeLine(to, 2, to, lanes.floor());
            graphics.setLineDashes();
            graphics.save();
            graphics.beginPath();
            graphics.rect(from, lanes.top(), to - from, lanes.height());
            graphics.clip();
            graphics.setGlobalAlpha(0.5);
            for (double x = from - lanes.height(); x < to; x += 6) {
                graphics.strokeLine(x, lanes.floor(), x + lanes.height(), lanes.top());
            }
            graphics.restore();
        }
        graphics.setLineDashes();
    }

    /// The selected entry.
    void paintEntry(long micros) {
        double x = Math.floor(axis.xOf(micros)) + 0.5;
        graphics.setStroke(inks.get(Ink.ENTRY));
        graphics.setFill(inks.get(Ink.ENTRY));
        graphics.strokeLine(x, lanes.top() - 3, x, lanes.floor());
        graphics.fillPolygon(
                new double[] {x - 3.5, x + 3.5, x}, new double[] {lanes.top() - 5, lanes.top() - 5, lanes.top()}, 3);
    }

    /// The moment whose state is looked at, over the whole height. Its head leaves room for the sign of a snapshot.
    void paintCursor(long micros) {
        double x = Math.floor(axis.xOf(micros));
        graphics.setFill(inks.get(Ink.CURSOR));
        graphics.fillRect(x - 0.5, 0, 2, lanes.floor() + 3);
        graphics.fillRect(x - HEAD / 2 + 0.5, 0, HEAD, Lanes.MARKS / 2 - DIAMOND - 0.5);
    }

    /// Where something is wrong, as short strokes above the axis; those that are grave last, so that they are seen.
    void paintProblems(List<SeqMark> marks) {
        for (boolean grave : new boolean[] {false, true}) {
            graphics.setFill(inks.get(grave ? Ink.ERROR : Ink.PROBLEM));
            for (SeqMark mark : marks) {
                if (mark.grave() == grave && isShown(mark.micros())) {
                    graphics.fillRect(left(mark.micros(), 2), lanes.floor() - 5, 2, 5);
                }
            }
        }
    }

    /// Where entries are marked: little flags at the top, which blow to the side where there is room.
    void paintBookmarks(Collection<Bookmark> bookmarks) {
        graphics.setFill(inks.get(Ink.BOOKMARK));
        for (Bookmark bookmark : bookmarks) {
            if (isShown(bookmark.micros())) {
                double x = left(bookmark.micros(), 1);
                double mast = x + FLAG <= lanes.width() ? x : x + 1;
                double tip = mast == x ? x + FLAG : mast - FLAG;
                graphics.fillRect(x, lanes.top(), 1, lanes.floor() - lanes.top());
                graphics.fillPolygon(
                        new double[] {mast, tip, mast},
                        new double[] {lanes.top(), lanes.top() + FLAG / 2, lanes.top() + FLAG},
                        3);
            }
        }
    }

    /// Where the pointer is.
    void paintPointer(double x) {
        graphics.setStroke(inks.get(Ink.LABEL));
        graphics.strokeLine(Math.floor(x) + 0.5, lanes.top(), Math.floor(x) + 0.5, lanes.floor());
    }

    private boolean isShown(long micros) {
        double x = axis.xOf(micros);
        return x >= 0 && x <= lanes.width();
    }

    /// The newest entry stands at the very end of the axis, where a mark of some width must not begin.
    private double left(long micros, double width) {
        return Math.min(Math.floor(axis.xOf(micros)), lanes.width() - width);
    }
}
