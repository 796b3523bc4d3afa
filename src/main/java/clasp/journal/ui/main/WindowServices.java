package clasp.journal.ui.main;

import clasp.journal.settings.Settings;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.Tasks;
import java.nio.file.Path;
import java.util.function.Function;

/// What a window needs from outside. Immutable.
///
/// @param files how a file is opened
/// @param demo the journal that a simulated show writes to
public record WindowServices(
        Tasks tasks,
        Settings settings,
        Notices notices,
        FileDialogs dialogs,
        Function<Path, Opening> files,
        Opening demo) {}
