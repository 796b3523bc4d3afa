package clasp.journal.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.Settings;
import clasp.journal.testing.FxStage;
import javafx.application.ColorScheme;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

/// Light or dark, dense or roomy, large or small: as the system has it until somebody chooses, and then in later runs,
/// too.
class AppearanceTest {
    private final Settings settings = Settings.inMemory();
    private final ObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.LIGHT);

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    /// What one run of the program shows.
    private final class Run implements AutoCloseable {
        private final Scene scene = new Scene(new StackPane());
        private final DoubleProperty scale = new SimpleDoubleProperty(1);
        private final Looks looks;
        private final Appearance appearance;

        Run(Settings settings) {
            this(new Looks(settings));
        }

        Run(Looks looks) {
            this.looks = looks;
            appearance = new Appearance(scene, scale, looks, system);
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

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void itIsAsTheSystemHasItUntilSomethingIsChosenAndThenStaysInLaterRuns(ColorScheme scheme) {
        FxStage.run(() -> {
            system.set(scheme);
            boolean dark = scheme == ColorScheme.DARK;
            try (Run run = new Run(settings)) {
                assertThat(run.isDark()).isEqualTo(dark);
                run.appearance.toggle();
                assertThat(run.isDark()).isEqualTo(!dark);
            }
            try (Run later = new Run(settings)) {
                assertThat(later.isDark()).isEqualTo(!dark);
                later.appearance.toggle();
                assertThat(later.isDark()).isEqualTo(dark);
            }
        });
    }

    @Test
    void aChangeOfTheSystemIsFollowedWhileItRunsButNotByWhoHasChosen() {
        FxStage.run(() -> {
            try (Run run = new Run(settings)) {
                system.set(ColorScheme.DARK);
                assertThat(run.isDark()).isTrue();
                system.set(ColorScheme.LIGHT);
                assertThat(run.isDark()).isFalse();
                run.appearance.toggle();
                system.set(ColorScheme.DARK);
                system.set(ColorScheme.LIGHT);
                assertThat(run.isDark()).as("dark was chosen").isTrue();
                run.appearance.toggle();
                system.set(ColorScheme.DARK);
                assertThat(run.isDark()).as("light was chosen").isFalse();
            }
            try (Run later = new Run(settings)) {
                system.set(ColorScheme.LIGHT);
                system.set(ColorScheme.DARK);
                assertThat(later.isDark()).as("in a later run, too").isFalse();
                later.looks.choose(Looks.Choice.SYSTEM);
                assertThat(later.isDark()).as("as the system again").isTrue();
            }
            try (Run last = new Run(settings)) {
                system.set(ColorScheme.LIGHT);
                assertThat(last.isDark()).isFalse();
                system.set(ColorScheme.DARK);
                assertThat(last.isDark()).isTrue();
            }
        });
    }

    @Test
    void whatIsChosenInOneWindowIsSeenInTheOthers() {
        FxStage.run(() -> {
            var looks = new Looks(settings);
            try (Run one = new Run(looks);
                    Run other = new Run(looks)) {
                one.appearance.toggle();
                looks.choose(Looks.Density.ROOMY);
                looks.resize(1);
                assertThat(other.isDark()).isTrue();
                assertThat(other.has("density-roomy")).isTrue();
                assertThat(other.scale.get()).isEqualTo(1.1);
            }
        });
    }

    @Test
    void aWindowThatIsClosedIsNotChangedAnyMore() {
        FxStage.run(() -> {
            var run = new Run(settings);
            run.close();
            system.set(ColorScheme.DARK);
            assertThat(run.isDark()).isFalse();
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
                run.looks.choose(Looks.Density.COMPACT);
                run.looks.resize(2);
            }
            try (Run later = new Run(settings)) {
                assertThat(later.has("density-compact")).isTrue();
                assertThat(later.has("density-usual")).isFalse();
                assertThat(later.scale.get()).isEqualTo(1.25);
                later.looks.usualSize();
                assertThat(later.scale.get()).isEqualTo(1);
            }
        });
    }
}
