package clasp.journal.ui.fx;

import java.nio.file.Path;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Copies where a file lies. Confined to the FX thread.
public final class CopyPath extends Button {
    public CopyPath(Path file) {
        super(Texts.text("fx.copyPath"), new FontIcon(Feather.COPY));
        setId("copyPath");
        setOnAction(event -> SystemClipboard.put(file.toString()));
    }
}
