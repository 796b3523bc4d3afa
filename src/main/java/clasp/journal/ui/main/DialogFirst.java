package clasp.journal.ui.main;

import clasp.journal.ui.fx.Later;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A dialog is about what is in front, so nothing else comes to the front while there is one. Confined to the FX
/// thread.
final class DialogFirst {
    private final Overlay overlay;
    private final Later later;
    private final List<Runnable> waiting = new ArrayList<>();

    DialogFirst(Overlay overlay, Later later) {
        this.overlay = overlay;
        this.later = later;
        overlay.visibleProperty().subscribe((before, open) -> {
            if (!open && !waiting.isEmpty()) {
                // What one dialog leads to, as the list of commands does, is about the same.
                later.after(Duration.ZERO, this::goOn);
            }
        });
    }

    /// Does it at once, or as soon as no dialog is open.
    void whenFree(Runnable action) {
        if (overlay.isOpen()) {
            waiting.add(action);
        } else {
            action.run();
        }
    }

    private void goOn() {
        while (!overlay.isOpen() && !waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }
}
