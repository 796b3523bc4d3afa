package clasp.journal.ui.table;

import javafx.css.PseudoClass;

/// The step in time from the row above, in the colour of a warning where it goes backwards. Confined to the FX thread.
final class DeltaCell extends EntryCell {
    private static final PseudoClass BACKWARDS = PseudoClass.getPseudoClass("backwards");

    DeltaCell() {
        super(EntryColumn.DELTA);
    }

    @Override
    void show(ShownRow item) {
        pseudoClassStateChanged(BACKWARDS, item.backwards());
    }
}
