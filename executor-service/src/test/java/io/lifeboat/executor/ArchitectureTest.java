package io.lifeboat.executor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.lifeboat.executor.action.Action;
import io.lifeboat.testkit.walls.RowWalls;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walls between the packages. Plain tests, so that the build counts each and fails by each. */
class ArchitectureTest {

    private static JavaClasses all;

    @BeforeAll
    static void read() {
        all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.lifeboat.executor");
    }

    @Test
    void shouldHaveNoCyclesBetweenPackages() {
        slices().matching("io.lifeboat.executor.(*)..")
                .should()
                .beFreeOfCycles()
                .check(all);
    }

    @Test
    void shouldKeepActionsIgnorantOfRuns() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..executor.action..", "..executor.aws..", "..executor.network..", "..executor.call..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..executor.run..", "..executor.command..", "..executor.epoch..")
                .because("an action looks and changes; what becomes of a run is the run loop's to decide")
                .check(all);
    }

    @Test
    void shouldKeepHibernateInRepositories() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("StepRuns")
                .and()
                .haveSimpleNameNotEndingWith("Epochs")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hibernate.reactive..")
                .check(all);
    }

    @Test
    void shouldDecideWithoutAServer() {
        noClasses()
                .that()
                .haveSimpleName("Judge")
                .or()
                .haveSimpleName("Acceptance")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..", "io.smallrye..", "io.vertx..", "software.amazon..", "org.hibernate..")
                .check(all);
    }

    @Test
    void shouldClassifyAwsErrorsInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..executor.aws..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk.core.exception..")
                .check(all);
    }

    @Test
    void shouldKeepActionsInActionPackages() {
        classes()
                .that()
                .implement(Action.class)
                .should()
                .resideInAPackage("..executor.action.(*)..")
                .check(all);
    }

    @Test
    void shouldReadRowsWithoutChangingThem() {
        RowWalls.readWithoutChanging(all);
    }
}
