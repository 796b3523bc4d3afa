package clasp.journal.ui.fx;

/// Something that a menu on screen offers now.
///
/// @param label as the menu calls it
/// @param menu what the menu is about, or what its button is called; empty where nothing says so
/// @param action what choosing it does
public record Offer(String label, String menu, Runnable action) {}
