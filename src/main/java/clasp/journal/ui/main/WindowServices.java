package clasp.journal.ui.main;

import clasp.journal.export.Exporter;
import clasp.journal.settings.Settings;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.sources.HostAccess;
import clasp.journal.ui.sources.Keyring;
import clasp.journal.ui.sources.RelayAccess;
import clasp.journal.ui.table.RowCopier;
import java.nio.file.Path;
import java.util.function.Function;

/// What a window needs from outside. Immutable.
///
/// @param copier writes rows for the clipboard
/// @param files how a file is opened
/// @param relays how a running relay is reached
/// @param recordings how a running router is recorded, and sessions are saved
/// @param keyring where the relays' tokens outlive the program
/// @param hosts how a router is started here
/// @param demo the journal that a simulated show writes to
/// @param common what it shares with other windows
public record WindowServices(
        Tasks tasks,
        Later later,
        Notices notices,
        FileDialogs dialogs,
        Exporter exporter,
        RowCopier copier,
        Function<Path, Opening> files,
        RelayAccess relays,
        RecordingServices recordings,
        Keyring keyring,
        HostAccess hosts,
        Opening demo,
        Common common) {
    Settings settings() {
        return common.settings();
    }

    /// The same for one place of the window: what fails without anybody to tell of it is told there.
    WindowServices telling(Notices place) {
        return new WindowServices(
                tasks.telling((what, cause) -> place.show(Notice.failure(what, cause))),
                later,
                notices,
                dialogs,
                exporter,
                copier,
                files,
                relays,
                recordings,
                keyring,
                hosts,
                demo,
                common);
    }
}
