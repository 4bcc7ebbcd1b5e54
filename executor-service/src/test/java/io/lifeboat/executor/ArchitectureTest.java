package io.lifeboat.executor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.lifeboat.executor.action.Action;

@AnalyzeClasses(packages = "io.lifeboat.executor", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.lifeboat.executor.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule actionsKnowNothingOfRuns = noClasses()
            .that()
            .resideInAnyPackage("..executor.action..", "..executor.aws..", "..executor.network..", "..executor.call..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..executor.run..", "..executor.command..", "..executor.epoch..")
            .because("an action looks and changes; what became of a run is the run loop's to decide");

    @ArchTest
    static final ArchRule hibernateStaysInRepositories = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("StepRuns")
            .and()
            .haveSimpleNameNotEndingWith("Epochs")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.hibernate.reactive..");

    @ArchTest
    static final ArchRule theDecisionIsPure = noClasses()
            .that()
            .haveSimpleName("Judge")
            .or()
            .haveSimpleName("Acceptance")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "io.smallrye..", "io.vertx..", "software.amazon..", "org.hibernate..");

    @ArchTest
    static final ArchRule awsErrorsAreClassifiedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("..executor.aws..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk.core.exception..");

    @ArchTest
    static final ArchRule everyActionIsInAnActionPackage =
            classes().that().implement(Action.class).should().resideInAPackage("..executor.action.(*)..");
}
