package org.cairn;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The drawing of the packages is true: nothing reaches up a floor, or to a stranger.
class PackageArrowsTest {

    private static final List<String> PACKAGES = List.of(
            "domain",
            "crypto",
            "progress",
            "i18n",
            "dates",
            "store",
            "vault",
            "search",
            "intake",
            "ocr",
            "outside",
            "conversion",
            "bundle",
            "pdf",
            "exchange",
            "verify",
            "archive",
            "ui",
            "cli",
            "app");

    private static JavaClasses ours;

    @BeforeAll
    static void readClasses() {
        ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.cairn");
    }

    @Test
    void seesEveryPackageSoThatNoRulePassesOnNothing() {
        assertThat(ours.size()).isGreaterThan(250);
        for (String name : PACKAGES) {
            assertThat(ours.stream().filter(type -> type.getPackageName().startsWith("org.cairn." + name)))
                    .as(name)
                    .isNotEmpty();
        }
    }

    @Test
    void drawsEveryArrowThatTheCodeHas() {
        classes()
                .should(adhereToPlantUmlDiagram(
                        Path.of("src/docs/packages.puml"), consideringOnlyDependenciesInDiagram()))
                .check(ours);
    }

    @Test
    void hasNoCycleBetweenPackages() {
        slices().matching("org.cairn.(**)").should().beFreeOfCycles().check(ours);
    }

    /// Tables of answers are read in the exchange, locked shells and rows in the reading process, sheets to be looked
    /// at
    /// in the drawing process.
    @Test
    void keepsOfficeDocumentsWhereTheyAreRead() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.cairn.exchange..", "org.cairn.intake..", "org.cairn.drawing..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.poi..")
                .check(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.lucene.., org.cairn.search..",
        "java.sql.., org.cairn.store..",
        "org.jdbi.., org.cairn.store..",
        "org.apache.tika.., org.cairn.intake..",
        "picocli.., org.cairn.cli..",
        "org.apache.commons.csv.., org.cairn.exchange..",
    })
    void keepsALibraryInOnePackage(String library, String home) {
        noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(ours);
    }

    @Test
    void keepsDevicesInTheAudioPackageAndTheirFormatsInTheReader() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.cairn.audio..", "org.cairn.intake..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javax.sound..")
                .check(ours);
    }

    @Test
    void keepsPdfBoxInTheReaderTheBundleAndTheDrawingProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.cairn.pdf..", "org.cairn.intake..", "org.cairn.bundle..", "org.cairn.drawing..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.pdfbox..")
                .check(ours);
    }

    @Test
    void drawsOnlyInAProcessApart() {
        Set<JavaClass> drawing = reachedFrom("org.cairn.drawing.DrawingMain");
        assertThat(drawing).anyMatch(type -> type.getSimpleName().equals("DrawnPdf"));
        noClasses()
                .that()
                .resideInAnyPackage("org.cairn.drawing..", "org.cairn.ui..")
                .and(DescribedPredicate.not(DescribedPredicate.describe("draw", drawing::contains)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.pdfbox..", "org.apache.poi..", "org.apache.commons.compress..", "javax.imageio..")
                .check(ours);
    }

    /// The classes of the package that a class knows, and those that these know.
    private static Set<JavaClass> reachedFrom(String name) {
        Set<JavaClass> reached = new HashSet<>();
        Deque<JavaClass> next = new ArrayDeque<>(List.of(ours.get(name)));
        while (!next.isEmpty()) {
            JavaClass type = next.pop();
            if (reached.add(type)) {
                type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass())
                        .filter(target -> target.getPackageName().equals("org.cairn.drawing"))
                        .forEach(next::push);
            }
        }
        return reached;
    }

    @Test
    void keepsJavaFxInTheDesktop() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.cairn.ui..", "org.cairn.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .check(ours);
    }

    @Test
    void keepsTheScreenOutOfViewModels() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx.scene..")
                .check(ours);
    }

    @Test
    void opensNoConnectionEver() {
        NoWayOut.RULE.check(ours);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {WaysOut.Address.class, WaysOut.Channel.class, WaysOut.Datagram.class, WaysOut.Picture.class})
    void noticesEveryWayToOpenOne(Class<?> way) {
        assertThat(NoWayOut.RULE
                        .evaluate(new ClassFileImporter().importClasses(way))
                        .hasViolation())
                .isTrue();
    }
}
