package clasp.journal.ui.table;

import clasp.journal.ui.fx.CanvasInk;
import clasp.journal.ui.fx.InkCanvas;
import clasp.journal.ui.fx.InkSet;
import clasp.journal.ui.fx.SeqMark;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/// Signs over the scroll bar where something is wrong in the journal, and where somebody has marked entries, at the
/// rows of the filter. The mouse goes through
/// them. Confined to the FX thread.
final class ScrollMarks extends StackPane {
    private static final double LEFT = 2;
    private static final double HEIGHT = 2;

    private enum Ink implements CanvasInk {
        PROBLEM(Color.ORANGE),
        ERROR(Color.RED),
        BOOKMARK(Color.STEELBLUE);

        static final InkSet<Ink> ALL = new InkSet<>(Ink.class);

        private final Color plain;

        Ink(Color plain) {
            this.plain = plain;
        }

        @Override
        public Color plain() {
            return plain;
        }

        @Override
        public String cssName() {
            return "-table-mark-" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final EntryTableViewModel model;
    private final InkCanvas<Ink> canvas = new InkCanvas<>(Ink.ALL, this::paint);

    ScrollMarks(EntryTableViewModel model) {
        this.model = model;
        setMouseTransparent(true);
        setMinWidth(0);
        setPrefWidth(0);
        canvas.getStyleClass().add("scroll-marks");
        getChildren().add(canvas);
        model.browsing().marks().subscribe(canvas::repaint);
        model.browsing().bookmarks().subscribe(canvas::repaint);
        model.rowCount().subscribe(canvas::repaint);
    }

    private void paint(Canvas target, Function<Ink, Color> inks) {
        long rows = model.rowCount().get();
        if (rows <= 0) {
            return;
        }
        var graphics = target.getGraphicsContext2D();
        for (boolean grave : new boolean[] {false, true}) {
            graphics.setFill(inks.apply(grave ? Ink.ERROR : Ink.PROBLEM));
            for (SeqMark mark : model.browsing().marks().get()) {
                if (mark.grave() == grave) {
                    sign(target, mark.seq(), rows);
                }
            }
        }
        graphics.setFill(inks.apply(Ink.BOOKMARK));
        model.browsing().bookmarks().get().keySet().forEach(seq -> sign(target, seq, rows));
    }

    private void sign(Canvas target, long seq, long rows) {
        double y = (double) model.rowOf(seq) / rows * (target.getHeight() - HEIGHT);
        target.getGraphicsContext2D().fillRect(LEFT, Math.floor(y), target.getWidth() - 2 * LEFT, HEIGHT);
    }
}
