package io.lifeboat.coordinator.execution;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import io.lifeboat.coordinator.execution.verb.Verb;

/** Methods, not fields: Surefire 3.5.3 never runs a rule that is a field (TNG/ArchUnit issue 1442). */
@AnalyzeClasses(packages = "io.lifeboat.coordinator.execution", importOptions = DoNotIncludeTests.class)
class ExecutionWallsTest {

    @ArchTest
    void hibernateShouldStayInTheStore(JavaClasses all) {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.lifeboat.coordinator.execution.store")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "jakarta.persistence..")
                .check(all);
    }

    @ArchTest
    void whatATurnIsMadeOfShouldNeedNoServer(JavaClasses all) {
        classes()
                .that()
                .areRecords()
                .and()
                .resideInAnyPackage("io.lifeboat.coordinator.execution", "io.lifeboat.coordinator.execution.verb")
                .or()
                .haveSimpleNameEndingWith("Handler")
                .or()
                .areAssignableTo(Verb.class)
                .or()
                .belongToAnyOf(
                        NextSteps.class,
                        Timers.class,
                        Failures.class,
                        Cleared.class,
                        OtherSideDown.class,
                        Obligations.class)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "com.fasterxml.jackson..",
                        "org.jspecify..",
                        "io.lifeboat.contract..",
                        "io.lifeboat.coordinator.command..",
                        "io.lifeboat.coordinator.loss..",
                        "io.lifeboat.coordinator.obligation",
                        "io.lifeboat.coordinator.execution",
                        "io.lifeboat.coordinator.execution.step",
                        "io.lifeboat.coordinator.execution.verb")
                .check(all);
    }
}
