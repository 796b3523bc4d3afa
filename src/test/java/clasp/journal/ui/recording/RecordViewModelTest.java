package clasp.journal.ui.recording;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.SignalType;
import clasp.journal.settings.Settings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import clasp.journal.store.Recording;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.UsedUrls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordViewModelTest {
    private final Settings settings = Settings.inMemory();
    private final List<String> asked = new ArrayList<>();
    private final List<RecordViewModel.Chosen> chosen = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final RecordViewModel model = model();

    private RecordViewModel model() {
        return new RecordViewModel(
                this::source,
                new UsedUrls(settings, "routers"),
                new Tasks(Runnable::run, Runnable::run, (what, error) -> {
                    throw new AssertionError(error);
                }),
                chosen::add);
    }

    private RecordingAccess.Source source(
            String url, String token, List<String> patterns, Set<SignalType> types, boolean history) {
        if (url.isBlank()) {
            throw new IllegalArgumentException("No host.");
        }
        asked.add(url + " " + token + " " + patterns + " " + types + " " + history);
        return new RecordingAccess.Source() {
            @Override
            public String name() {
                return "router";
            }

            @Override
            public RecordingAccess.Source withToken(String another) {
                return source(url, another, patterns, types, history);
            }

            @Override
            public Recording intoMemory(int entries, Cancellation cancellation) {
                throw new UnsupportedOperationException("memory " + entries);
            }

            @Override
            public Recording intoFile(Path file, Cancellation cancellation) {
                throw new UnsupportedOperationException("file " + file.getFileName());
            }
        };
    }

    private void record() {
        model.record(() -> done.add("done"));
    }

    private String problem() {
        return model.problem().get().map(Notice::sentence).orElse("");
    }

    private String job() {
        try {
            chosen.getLast().job().run(Progress.NONE, Cancellation.none());
            return "";
        } catch (Exception e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void withoutAChoiceEverythingIsRecordedIntoMemory() {
        record();

        assertThat(asked).containsExactly("ws://127.0.0.1:7330  [/**] [] false");
        assertThat(done).hasSize(1);
        assertThat(job()).isEqualTo("memory 100000");
    }

    @Test
    void patternsAndTypesAreTaken() {
        model.patterns().set(" /a/**   /b ");
        model.wants(SignalType.STREAM).set(false);
        model.wants(SignalType.GESTURE).set(false);
        model.wants(SignalType.TIMELINE).set(false);
        model.history().set(true);
        record();

        assertThat(asked)
                .singleElement()
                .asString()
                .contains("[/a/**, /b]")
                .containsAnyOf("[PARAM, EVENT]", "[EVENT, PARAM]")
                .endsWith("true");
    }

    @ParameterizedTest
    @CsvSource({
        "/** ,",
        "/lumen/** **/opacity */x {/a/*} !lumen/** ,",
        "'',",
        "/a lumen/** audio/**, lumen/**",
        "lumen, lumen",
        "!!lumen/**, !!lumen/**"
    })
    void aPatternThatNoAddressBeginsLikeIsPointedOutAndTakenAllTheSame(String typed, @Nullable String odd) {
        model.patterns().set(typed);

        assertThat(model.hint().getValue())
                .isEqualTo(
                        odd == null ? "" : "“" + odd + "” will match nothing: addresses in CLASP begin with a slash.");
        record();
        assertThat(done).hasSize(1);
    }

    @Test
    void whatCannotBeMeantIsSaidAndNothingBegins(@TempDir Path folder) throws Exception {
        model.url().set(" ");
        record();
        assertThat(problem()).isEqualTo("No host.");
        model.url().set("ws://host");
        assertThat(problem()).isEmpty();
        for (String wrong : List.of("0", "1 90", "1.5", "50,000,001", "many")) {
            model.capacity().set(wrong);
            record();
            assertThat(problem()).isEqualTo("“" + wrong + "” is no number of entries: write one from 1 to 50,000,000.");
        }
        model.capacity().set("1 000");
        model.toFile().set(true);
        record();
        assertThat(problem()).startsWith("Name the file");
        Path there = Files.createFile(folder.resolve("there.db"));
        model.file().set(there.toString());
        record();
        assertThat(problem()).startsWith("There is a file there.db already.");
        assertThat(done).isEmpty();

        model.file().set(folder.resolve("new.db").toString());
        record();
        assertThat(done).hasSize(1);
        assertThat(job()).isEqualTo("file new.db");
    }

    @Test
    void withoutATypeNothingIsRecorded() {
        for (SignalType type : SignalType.values()) {
            model.wants(type).set(false);
        }
        record();
        assertThat(problem()).isEqualTo("Choose at least one signal type.");
    }

    @Test
    void addressesAreRememberedAndTokensAreNot() {
        model.url().set("ws://first");
        model.token().set("s3cret");
        record();
        model.url().set("ws://second");
        record();

        RecordViewModel next = model();
        assertThat(next.url().get()).isEqualTo("ws://second");
        assertThat(next.token().get()).isEmpty();
        assertThat(next.recorded()).containsExactly("ws://second", "ws://first");
    }

    @Test
    void anotherTokenIsShownFromThenOn() {
        model.token().set("guess");
        record();
        chosen.getLast().token().accept("better");

        assertThat(asked).hasSize(2);
        assertThat(asked.getLast()).contains(" better ");
        assertThat(job()).isEqualTo("memory 100000");
    }
}
