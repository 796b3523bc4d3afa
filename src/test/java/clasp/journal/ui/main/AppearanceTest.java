package clasp.journal.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.Settings;
import clasp.journal.testing.FxStage;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// Light or dark, dense or roomy, large or small: as the system has it until somebody chooses, and then in later runs,
/// too.
class AppearanceTest {
    private final Settings settings = Settings.inMemory();

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    /// What one run of the program shows.
    private static final class Run implements AutoCloseable {
        private final Scene scene = new Scene(new StackPane());
        private final DoubleProperty scale = new SimpleDoubleProperty(1);
        private final Appearance appearance;

        Run(Settings settings) {
            appearance = new Appearance(scene, scale, settings);
        }

        boolean isDark() {
            return scene.getRoot().getStyleClass().contains("dark");
        }

        boolean has(String styleClass) {
            return scene.getRoot().getStyleClass().contains(styleClass);
        }

        @Override
        public void close() {
            appearance.close();
        }
    }

    @Test
    void itIsAsTheSystemHasItUntilSomethingIsChosenAndThenStaysInLaterRuns() {
        FxStage.run(() -> {
            boolean system = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
            try (Run run = new Run(settings)) {
                assertThat(run.isDark()).isEqualTo(system);
                run.appearance.toggle();
                assertThat(run.isDark()).isEqualTo(!system);
            }
            try (Run later = new Run(settings)) {
                assertThat(later.isDark()).isEqualTo(!system);
                later.appearance.toggle();
                assertThat(later.isDark()).isEqualTo(system);
            }
        });
    }

    @Test
    void whatIsShownForAPictureIsNotKept() {
        FxStage.run(() -> {
            boolean first;
            try (Run run = new Run(settings)) {
                first = run.isDark();
                run.appearance.show(!first);
                assertThat(run.isDark()).isEqualTo(!first);
            }
            try (Run later = new Run(settings)) {
                assertThat(later.isDark()).isEqualTo(first);
            }
        });
    }

    @Test
    void densityAndSizeAreKept() {
        FxStage.run(() -> {
            try (Run run = new Run(settings)) {
                assertThat(run.has("density-usual")).isTrue();
                run.appearance.choose(Appearance.Density.COMPACT);
                run.appearance.resize(2);
            }
            try (Run later = new Run(settings)) {
                assertThat(later.has("density-compact")).isTrue();
                assertThat(later.has("density-usual")).isFalse();
                assertThat(later.scale.get()).isEqualTo(1.25);
                later.appearance.usualSize();
                assertThat(later.scale.get()).isEqualTo(1);
            }
        });
    }
}
