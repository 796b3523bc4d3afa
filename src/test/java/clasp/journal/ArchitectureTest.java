package clasp.journal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Stream;

/// Who may use whom. The table is the one of the design page in the developer documentation.
@AnalyzeClasses(packages = "clasp.journal", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "clasp.journal.";

    @ArchTest
    static final ArchRule modelStandsAlone = mayUse("model");

    @ArchTest
    static final ArchRule queryUsesTheModel = mayUse("query", "model");

    @ArchTest
    static final ArchRule theContractsAssumeNoBackend = mayUse("store", "model", "query");

    @ArchTest
    static final ArchRule theMemoryBackend = mayUse("store.memory", "store", "model", "query", "recovery");

    @ArchTest
    static final ArchRule theSqliteBackend = mayUse("store.sqlite", "store", "model", "query", "recovery", "export");

    @ArchTest
    static final ArchRule recoveryWorksOnAnyBackend = mayUse("recovery", "store", "model", "query");

    @ArchTest
    static final ArchRule exportWorksOnAnyBackend = mayUse("export", "store", "model", "query");

    @ArchTest
    static final ArchRule bookmarksAreOnEntries = mayUse("bookmarks", "export", "store", "model");

    @ArchTest
    static final ArchRule settingsTellReasonsAsJournalsDo = mayUse("settings", "store", "model");

    @ArchTest
    static final ArchRule theWireCodecKnowsTheModelAtMost = mayUse("wire", "model");

    @ArchTest
    static final ArchRule whatARouterDecides = mayUse("router.core", "wire", "model", "query");

    @ArchTest
    static final ArchRule whatARouterDecidesNeedsNoInputNorOutput = noClasses()
            .that()
            .resideInAPackage(ROOT + "router.core")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..", "java.net..", "java.nio.channels..", "java.util.concurrent..", "java.time..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Thread.class);

    @ArchTest
    static final ArchRule theRouter = mayUse("router", "router.core", "wire", "store", "recovery", "model", "query");

    @ArchTest
    static final ArchRule onlyTheRouterServes = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "router")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule aRelaysJournalIsOneOfMany = mayUse("live", "wire", "store", "model", "query");

    @ArchTest
    static final ArchRule theSimulatedShow = mayUse("demo", "store", "store.memory", "model", "query", "recovery");

    @ArchTest
    static final ArchRule commandsNeedNoWindow = noClasses()
            .that()
            .resideInAPackage(ROOT + "cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "ui..", ROOT + "app..", "javafx..");

    @ArchTest
    static final ArchRule noCyclesBetweenPackages =
            slices().matching(ROOT + "(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule javaFxOnlyInTheWindow = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "ui..", ROOT + "app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..");

    @ArchTest
    static final ArchRule sqlOnlyInItsBackend = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "store.sqlite..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..");

    @ArchTest
    static final ArchRule screenPartsDoNotKnowEachOther = slices().matching(ROOT + "ui.(*)..")
            .namingSlices("$1")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(residesIn("ui.main"), anyClass())
            .ignoreDependency(anyClass(), residesIn("ui.fx"));

    @ArchTest
    static final ArchRule screenPartsDoNotKnowTheBackends = noClasses()
            .that()
            .resideInAPackage(ROOT + "ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "store.sqlite..", ROOT + "store.memory..", ROOT + "live..", ROOT + "app..");

    @ArchTest
    static final ArchRule viewModelsKnowNoNodes = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..");

    @ArchTest
    static final ArchRule oneWayOntoTheFxThread = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "ui.fx..")
            .should()
            .callMethod(javafx.application.Platform.class, "runLater", Runnable.class);

    @ArchTest
    static final ArchRule threadsAreMadeInFewPlaces = noClasses()
            .that()
            .resideOutsideOfPackages(
                    ROOT + "app..", ROOT + "live..", ROOT + "router..", ROOT + "store.sqlite..", ROOT + "ui.fx..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(
                    Thread.Builder.class,
                    Executors.class,
                    ExecutorService.class,
                    ThreadPoolExecutor.class,
                    ForkJoinPool.class);

    @ArchTest
    static final ArchRule namesSayTheRole = classes()
            .that()
            .resideInAPackage("clasp.journal..")
            .should()
            .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl)");

    /// The package `name` may use itself, what lies in the packages named, and nothing else of this program.
    private static ArchRule mayUse(String name, String... others) {
        String[] allowed = Stream.concat(Stream.of(name), Stream.of(others))
                .map(other -> ROOT + other)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("clasp.journal..")
                        .and(JavaClass.Predicates.resideOutsideOfPackages(allowed)))
                .allowEmptyShould(true);
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> residesIn(String name) {
        return JavaClass.Predicates.resideInAPackage(ROOT + name + "..");
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> anyClass() {
        return com.tngtech.archunit.base.DescribedPredicate.alwaysTrue();
    }
}
