package io.lifeboat.chassis;

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
            .importPackages("io.lifeboat.chassis");

    @Test
    void shouldNeedNoDatabaseForWhatEveryServiceUses() {
        noClasses()
                .that()
                .resideInAnyPackage("..instance..", "..broker..", "..problem..", "..trace..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "jakarta.persistence..", "io.vertx..sqlclient..")
                .check(CLASSES);
    }

    @Test
    void shouldHaveNoCirclesBetweenPackages() {
        slices().matching("io.lifeboat.chassis.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void shouldReadRowsWithoutChangingThem() {
        RowWalls.readWithoutChanging(CLASSES);
    }
}
