package io.lifeboat.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.lifeboat.testkit.walls.RowWalls;
import org.junit.jupiter.api.Test;

/** Plain tests, for the build counts and reports them as such. */
class WallsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.lifeboat.audit");

    @Test
    void shouldKeepTimingPure() {
        noClasses()
                .that()
                .resideInAPackage("..timing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..", "io.smallrye..", "org.hibernate..", "jakarta..", "org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void shouldTouchTheDatabaseInTheLedgerOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..ledger..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "io.vertx..sqlclient..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void shouldKeepRowsInTheirPackage() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Row")
                .should()
                .bePackagePrivate()
                .check(CLASSES);
    }

    @Test
    void shouldHaveNoCirclesBetweenPackages() {
        slices().matching("io.lifeboat.audit.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void shouldReadRowsWithoutChangingThem() {
        RowWalls.readWithoutChanging(CLASSES);
    }
}
