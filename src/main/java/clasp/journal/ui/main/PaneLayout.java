package clasp.journal.ui.main;

import clasp.journal.settings.Settings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/// Which panes stand beside the entry table and how wide they are: one layout for all tabs, remembered between runs.
/// Confined to the FX thread.
final class PaneLayout {
    private static final String SECTION = "panes";

    /// As remembered; widths in pixels.
    record Remembered(boolean addresses, double addressesWidth, boolean detail, double detailWidth) {
        private static final double LEAST = 120;
        private static final double MOST = 1_200;
        static final Remembered DEFAULT = new Remembered(true, 230, true, 330);

        Remembered {
            addressesWidth = Math.clamp(addressesWidth, LEAST, MOST);
            detailWidth = Math.clamp(detailWidth, LEAST, MOST);
        }
    }

    private final Settings settings;
    private final BooleanProperty addresses = new SimpleBooleanProperty();
    private final BooleanProperty detail = new SimpleBooleanProperty();
    private final DoubleProperty addressesWidth = new SimpleDoubleProperty();
    private final DoubleProperty detailWidth = new SimpleDoubleProperty();

    PaneLayout(Settings settings) {
        this.settings = settings;
        Remembered before = settings.read(SECTION, Remembered.class, Remembered.DEFAULT);
        addresses.set(before.addresses());
        detail.set(before.detail());
        addressesWidth.set(before.addressesWidth());
        detailWidth.set(before.detailWidth());
        addresses.subscribe((was, now) -> save());
        detail.subscribe((was, now) -> save());
        addressesWidth.subscribe((was, now) -> save());
        detailWidth.subscribe((was, now) -> save());
    }

    BooleanProperty addresses() {
        return addresses;
    }

    BooleanProperty detail() {
        return detail;
    }

    DoubleProperty addressesWidth() {
        return addressesWidth;
    }

    DoubleProperty detailWidth() {
        return detailWidth;
    }

    private void save() {
        settings.write(SECTION, new Remembered(addresses.get(), addressesWidth.get(), detail.get(), detailWidth.get()));
    }
}
