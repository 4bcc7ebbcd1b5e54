package io.lifeboat.coordinator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.lifeboat.testkit.walls.RowWalls;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Plain tests: surefire 3.5.3 runs none of ArchUnit's own {@code @ArchTest} fields, and says nothing. */
class CoordinatorWallsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.lifeboat.coordinator");

    @Test
    void shouldDecideInPlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.lifeboat.coordinator.classify",
                        "io.lifeboat.coordinator.command",
                        "io.lifeboat.coordinator.gate",
                        "io.lifeboat.coordinator.loss",
                        "io.lifeboat.coordinator.plan.lint")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "io.smallrye..",
                        "io.vertx..",
                        "jakarta..",
                        "org.apache.kafka..",
                        "org.eclipse.microprofile..",
                        "org.hibernate..",
                        "io.lifeboat.chassis..")
                .check(CLASSES);
    }

    @Test
    void shouldCallNoAwsAndReadNoApplicationsDatabase() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void shouldBeToldTheTime() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void shouldKeepPlansApartFromWhatIsDoneWithThem() {
        noClasses()
                .that()
                .resideInAPackage("io.lifeboat.coordinator.plan..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.lifeboat.coordinator.classify..",
                        "io.lifeboat.coordinator.command..",
                        "io.lifeboat.coordinator.execution..",
                        "io.lifeboat.coordinator.gate..",
                        "io.lifeboat.coordinator.incident..",
                        "io.lifeboat.coordinator.outage..",
                        "io.lifeboat.coordinator.signal..")
                .check(CLASSES);
    }

    @Test
    void shouldNotRunInCircles() {
        slices().matching("io.lifeboat.coordinator.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void shouldReadRowsWithoutChangingThem() {
        RowWalls.readWithoutChanging(CLASSES);
    }
}
