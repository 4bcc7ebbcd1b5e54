package io.lifeboat.executor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import io.lifeboat.executor.action.Action;

/* Methods, not fields: Surefire 3.5.3 never runs a rule that is a field (TNG/ArchUnit issue 1442). */
@AnalyzeClasses(packages = "io.lifeboat.executor", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static void shouldNotRunInCircles(JavaClasses all) {
        slices().matching("io.lifeboat.executor.(*)..")
                .should()
                .beFreeOfCycles()
                .check(all);
    }

    @ArchTest
    static void shouldKeepActionsIgnorantOfRuns(JavaClasses all) {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..executor.action..", "..executor.aws..", "..executor.network..", "..executor.call..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..executor.run..", "..executor.command..", "..executor.epoch..")
                .because("an action looks and changes; what became of a run is the run loop's to decide")
                .check(all);
    }

    @ArchTest
    static void shouldKeepHibernateInRepositories(JavaClasses all) {
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

    @ArchTest
    static void shouldDecideInPlainJava(JavaClasses all) {
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

    @ArchTest
    static void shouldClassifyAwsErrorsInOnePlace(JavaClasses all) {
        noClasses()
                .that()
                .resideOutsideOfPackage("..executor.aws..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk.core.exception..")
                .check(all);
    }

    @ArchTest
    static void shouldKeepEveryActionInAnActionPackage(JavaClasses all) {
        classes()
                .that()
                .implement(Action.class)
                .should()
                .resideInAPackage("..executor.action.(*)..")
                .check(all);
    }
}
