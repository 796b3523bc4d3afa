package clasp.journal.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.FileSettings;
import clasp.journal.settings.Settings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedFiltersTest {
    private static FileSettings settings(Path file) {
        return new FileSettings(file, Runnable::run, warning -> {
            throw new AssertionError(warning);
        });
    }

    @Test
    void filtersAreKeptBetweenRunsInOrderOfTheirNames(@TempDir Path folder) {
        Path file = folder.resolve("settings.json");
        var first = new NamedFilters(settings(file));
        assertThat(first.save(" Loud params ", "type:param value>0.5")).isTrue();
        assertThat(first.save("audio", "/audio/**")).isTrue();
        assertThat(new NamedFilters(settings(file)).all())
                .containsExactly(
                        new NamedFilter("audio", "/audio/**"), new NamedFilter("Loud params", "type:param value>0.5"));
    }

    @Test
    void aNameStandsForOneFilter() {
        var filters = new NamedFilters(Settings.inMemory());
        filters.save("a", "/a/**");
        filters.save("a", "/b/**");
        assertThat(filters.all()).containsExactly(new NamedFilter("a", "/b/**"));
        assertThat(filters.save("  ", "/c/**")).isFalse();
    }

    @Test
    void renamingNeverReplacesAnotherFilter() {
        var filters = new NamedFilters(Settings.inMemory());
        filters.save("a", "/a/**");
        filters.save("b", "/b/**");
        assertThat(filters.rename(new NamedFilter("a", "/a/**"), "b")).isFalse();
        assertThat(filters.rename(new NamedFilter("a", "/a/**"), " ")).isFalse();
        assertThat(filters.rename(new NamedFilter("a", "/a/**"), "c")).isTrue();
        assertThat(filters.all()).containsExactly(new NamedFilter("b", "/b/**"), new NamedFilter("c", "/a/**"));
        filters.delete(new NamedFilter("b", "/b/**"));
        assertThat(filters.all()).containsExactly(new NamedFilter("c", "/a/**"));
    }

    @Test
    void tabsDoNotOverwriteEachOthersFilters() {
        Settings settings = Settings.inMemory();
        var here = new NamedFilters(settings);
        var there = new NamedFilters(settings);
        here.save("a", "/a/**");
        there.save("b", "/b/**");
        here.refresh();
        assertThat(here.all()).hasSize(2);
        assertThat(here.nameOf("/b/**")).hasValue("b");
    }

    @Test
    void aKeptFilterThatIsNoneAnyMoreIsShownAndNotApplied() {
        var tab = new QueryBarFixture();
        tab.typeAndStay("/a/**");
        tab.bar.use("type:param");
        assertThat(tab.inForce()).isEqualTo("type:param");
        tab.bar.use("size:5 (");
        assertThat(tab.inForce()).isEqualTo("type:param");
        assertThat(tab.text()).isEqualTo("size:5 (");
        assertThat(tab.bar.message().get()).isNotNull();
    }
}
