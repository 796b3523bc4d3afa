package clasp.journal.ui.main;

import clasp.journal.settings.Settings;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Which panes stand beside the entry table and how wide they are: one layout for all tabs, remembered between runs.
/// A window that has no room for them folds them away, addresses first, and in a wider one they come back; what the
/// user shows or puts away counts in every window. Confined to the FX thread.
final class PaneLayout {
    private static final String SECTION = "panes";

    /// In a window narrower than this, one pane at a time stands beside the table.
    private static final double ROOM_FOR_BOTH = 1_100;

    /// In a window narrower than this, a pane stands there only when the user asks for it: it would push the values out
    /// of
    /// sight.
    private static final double ROOM_FOR_ONE = 990;

    /// As remembered; widths in pixels.
    record Remembered(boolean addresses, double addressesWidth, boolean detail, double detailWidth) {
        private static final double LEAST = 120;
        private static final double MOST = 1_200;
        static final Remembered DEFAULT = new Remembered(true, 200, true, 326);

        Remembered {
            addressesWidth = Math.clamp(addressesWidth, LEAST, MOST);
            detailWidth = Math.clamp(detailWidth, LEAST, MOST);
        }
    }

    /// How the panes are.
    ///
    /// @param wanted by the user
    /// @param addresses whether they are on screen
    /// @param detail whether it is
    record Arrangement(Remembered wanted, boolean addresses, boolean detail) {}

    private enum Room {
        NONE,
        ONE,
        BOTH;

        static Room in(double windowWidth) {
            return windowWidth >= ROOM_FOR_BOTH ? BOTH : windowWidth >= ROOM_FOR_ONE ? ONE : NONE;
        }
    }

    private final Settings settings;
    private final BooleanProperty addresses = new SimpleBooleanProperty();
    private final BooleanProperty detail = new SimpleBooleanProperty();
    private final DoubleProperty addressesWidth = new SimpleDoubleProperty();
    private final DoubleProperty detailWidth = new SimpleDoubleProperty();
    private final ObjectProperty<Arrangement> arrangement;
    private BiConsumer<Arrangement, Arrangement> stepped = (before, now) -> {};
    private boolean addressesWanted;
    private boolean detailWanted;
    private Room room = Room.BOTH;
    private boolean folding;

    PaneLayout(Settings settings) {
        this.settings = settings;
        Remembered before = settings.read(SECTION, Remembered.class, Remembered.DEFAULT);
        addressesWanted = before.addresses();
        detailWanted = before.detail();
        addresses.set(addressesWanted);
        detail.set(detailWanted);
        addressesWidth.set(before.addressesWidth());
        detailWidth.set(before.detailWidth());
        addresses.subscribe((was, now) -> {
            if (!folding) {
                addressesWanted = now;
                chosen(now, detail);
            }
        });
        detail.subscribe((was, now) -> {
            if (!folding) {
                detailWanted = now;
                chosen(now, addresses);
            }
        });
        addressesWidth.subscribe((was, now) -> save());
        detailWidth.subscribe((was, now) -> save());
        arrangement = new SimpleObjectProperty<>(present());
        arrangement.subscribe((was, now) -> arrange(now));
    }

    /// What is on screen and what is wanted, from one act of the user to the next. Setting it arranges the panes.
    ObjectProperty<Arrangement> arrangement() {
        return arrangement;
    }

    /// @param listener told how the panes were and how they are, after each act of the user
    void onStep(BiConsumer<Arrangement, Arrangement> listener) {
        stepped = listener;
    }

    /// The user has done something: shown a pane or put it away, or let go of a divider.
    void settle() {
        Arrangement before = arrangement.get();
        Arrangement now = present();
        if (!now.equals(before)) {
            arrangement.set(now);
            stepped.accept(before, now);
        }
    }

    /// Whether they are on screen. Setting it is the user's wish.
    BooleanProperty addresses() {
        return addresses;
    }

    /// Whether it is on screen. Setting it is the user's wish.
    BooleanProperty detail() {
        return detail;
    }

    DoubleProperty addressesWidth() {
        return addressesWidth;
    }

    DoubleProperty detailWidth() {
        return detailWidth;
    }

    /// Folds panes away, or brings them back, when a window of this width has room for fewer or more than before.
    void fit(double windowWidth) {
        Room now = Room.in(windowWidth);
        if (now != room) {
            room = now;
            fold(() -> {
                detail.set(detailWanted && room != Room.NONE);
                addresses.set(addressesWanted && (room == Room.BOTH || room == Room.ONE && !detailWanted));
            });
            arrangement.set(present());
        }
    }

    private void chosen(boolean shown, BooleanProperty other) {
        if (shown && room != Room.BOTH) {
            fold(() -> other.set(false));
        }
        save();
        settle();
    }

    private void arrange(Arrangement now) {
        addressesWanted = now.wanted().addresses();
        detailWanted = now.wanted().detail();
        addressesWidth.set(now.wanted().addressesWidth());
        detailWidth.set(now.wanted().detailWidth());
        fold(() -> {
            detail.set(now.detail());
            addresses.set(now.addresses() && (room == Room.BOTH || !now.detail()));
        });
        save();
    }

    private void fold(Runnable change) {
        folding = true;
        change.run();
        folding = false;
    }

    private void save() {
        settings.write(SECTION, wanted());
    }

    private Remembered wanted() {
        return new Remembered(addressesWanted, addressesWidth.get(), detailWanted, detailWidth.get());
    }

    private Arrangement present() {
        return new Arrangement(wanted(), addresses.get(), detail.get());
    }
}
