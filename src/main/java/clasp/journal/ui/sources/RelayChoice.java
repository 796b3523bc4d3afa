package clasp.journal.ui.sources;

/// Which relay, and what of its journal. Without its token: that is no part of what is remembered in a file. Immutable.
///
/// @param url as typed
public record RelayChoice(String url, RelayPart part) {}
