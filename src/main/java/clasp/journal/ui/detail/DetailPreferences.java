package clasp.journal.ui.detail;

/// What the pane remembers between runs. Immutable.
///
/// @param raw whether values are shown as text rather than as a tree
record DetailPreferences(DetailTab tab, boolean raw) {
    static final DetailPreferences DEFAULT = new DetailPreferences(DetailTab.VALUE, false);
}
