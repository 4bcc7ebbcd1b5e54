package io.lifeboat.coordinator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "io.lifeboat.coordinator", importOptions = ImportOption.DoNotIncludeTests.class)
class CoordinatorWallsTest {

    @ArchTest
    static final ArchRule DECISIONS_SHOULD_BE_PLAIN_JAVA = noClasses()
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
                    "io.lifeboat.chassis..");

    @ArchTest
    static final ArchRule SHOULD_CALL_NO_AWS_AND_READ_NO_APPLICATIONS_DATABASE =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("software.amazon..", "java.sql..");

    @ArchTest
    static final ArchRule SHOULD_BE_TOLD_THE_TIME = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule PLANS_SHOULD_KNOW_NOTHING_OF_WHAT_IS_DONE_WITH_THEM = noClasses()
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
                    "io.lifeboat.coordinator.signal..");

    @ArchTest
    static final ArchRule THE_FLOW_SHOULD_NOT_RUN_IN_CIRCLES =
            slices().matching("io.lifeboat.coordinator.(*)..").should().beFreeOfCycles();
}
