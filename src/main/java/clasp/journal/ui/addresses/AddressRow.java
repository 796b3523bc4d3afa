package clasp.journal.ui.addresses;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Name, last value and count of a line: the count stands at the right, the value takes the room between and is cut
/// before the name is. Confined to the FX thread.
final class AddressRow extends Region {
    private static final double GAP = 8;
    private static final double LEAST_VALUE = 24;
    private static final double RIGHT_MARGIN = 8;

    private final Label name = new Label();
    private final Label value = new Label();
    private final Label count = new Label();

    AddressRow() {
        getStyleClass().add("address-row");
        name.getStyleClass().add("name");
        value.getStyleClass().addAll("last-value", "mono");
        count.getStyleClass().addAll("count", "mono");
        getChildren().addAll(name, value, count);
    }

    void show(String nameText, String valueText, String countText) {
        name.setText(nameText);
        value.setText(valueText);
        count.setText(countText);
    }

    @Override
    protected double computePrefWidth(double height) {
        return name.prefWidth(-1) + GAP + count.prefWidth(-1) + RIGHT_MARGIN;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(name.prefHeight(-1), count.prefHeight(-1));
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double countWidth = Math.ceil(count.prefWidth(-1));
        double width = Math.max(0, getWidth() - RIGHT_MARGIN);
        count.resizeRelocate(width - countWidth, 0, countWidth, height);
        double room = Math.max(0, width - countWidth - GAP);
        double nameWidth = Math.min(Math.ceil(name.prefWidth(-1)), room);
        name.resizeRelocate(0, 0, nameWidth, height);
        double valueRoom = room - nameWidth - GAP;
        value.setVisible(valueRoom >= LEAST_VALUE);
        value.resizeRelocate(nameWidth + GAP, 0, Math.max(0, valueRoom), height);
    }
}
