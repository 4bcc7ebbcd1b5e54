package io.lifeboat.coordinator.execution;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.lifeboat.coordinator.execution.verb.Verb;

@AnalyzeClasses(packages = "io.lifeboat.coordinator.execution", importOptions = DoNotIncludeTests.class)
class ExecutionWallsTest {

    @ArchTest
    static final ArchRule HIBERNATE_SHOULD_STAY_IN_THE_STORE = noClasses()
            .that()
            .resideOutsideOfPackage("io.lifeboat.coordinator.execution.store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hibernate..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule WHAT_A_TURN_IS_MADE_OF_SHOULD_NEED_NO_SERVER = classes()
            .that()
            .areRecords()
            .and()
            .resideInAnyPackage("io.lifeboat.coordinator.execution", "io.lifeboat.coordinator.execution.verb")
            .or()
            .haveSimpleNameEndingWith("Handler")
            .or()
            .areAssignableTo(Verb.class)
            .or()
            .belongToAnyOf(NextSteps.class, Timers.class, Failures.class, Cleared.class, Obligations.class)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "com.fasterxml.jackson..",
                    "org.jspecify..",
                    "io.lifeboat.contract..",
                    "io.lifeboat.coordinator.command..",
                    "io.lifeboat.coordinator.loss..",
                    "io.lifeboat.coordinator.execution",
                    "io.lifeboat.coordinator.execution.step",
                    "io.lifeboat.coordinator.execution.verb");
}
