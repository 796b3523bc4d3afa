package clasp.journal.ui.fx;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;

/// Gives the keyboard to what has just come on screen: before its first layout a node may be in no scene, or cannot be
/// seen yet. Confined to the FX thread.
public final class FirstFocus {
    private FirstFocus() {}

    /// Gives it to a box with the text selected: what is typed replaces what it holds.
    ///
    /// @param page what the box stands on
    public static void onWholeText(Parent page, ComboBox<?> box) {
        // A box sets its text anew in its first layout, and then nothing of it is selected.
        page.applyCss();
        page.layout();
        box.requestFocus();
        box.getEditor().selectAll();
    }

    /// @param focus asks for the keyboard for something in the node; run at once and, when that was too early, once
    ///     more as soon as the node is laid out, unless something else in the node was given the keyboard meanwhile
    public static void give(Parent node, Runnable focus) {
        focus.run();
        if (!node.isNeedsLayout() && FocusOwner.within(node)) {
            return;
        }
        Node given = FocusOwner.of(node);
        node.needsLayoutProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> needs, Boolean before, Boolean now) {
                if (!now && node.getScene() != null) {
                    needs.removeListener(this);
                    if (FocusOwner.of(node) == given || !FocusOwner.within(node)) {
                        focus.run();
                    }
                }
            }
        });
    }
}
