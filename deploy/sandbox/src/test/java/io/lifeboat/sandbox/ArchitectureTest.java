package io.lifeboat.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

/* Methods, not fields: Surefire 3.5.3 never runs a rule that is a field (TNG/ArchUnit issue 1442). */
@AnalyzeClasses(packages = "io.lifeboat.sandbox", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** The cloud knows nothing of what it is used for: not of plans, messages or the services. */
    @ArchTest
    static void shouldKnowNoService(JavaClasses all) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.lifeboat.contract..",
                        "io.lifeboat.chassis..",
                        "io.lifeboat.detector..",
                        "io.lifeboat.coordinator..",
                        "io.lifeboat.executor..",
                        "io.lifeboat.audit..")
                .check(all);
    }

    /** It speaks AWS's protocols itself: with the SDK on both sides a misunderstanding would cancel out. */
    @ArchTest
    static void shouldSpeakTheProtocolsWithoutTheSdk(JavaClasses all) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .check(all);
    }

    @ArchTest
    static void shouldNotRunInCircles(JavaClasses all) {
        slices().matching("io.lifeboat.sandbox.(*)..").should().beFreeOfCycles().check(all);
    }

    /** The ground carries everything and leans on nothing. */
    @ArchTest
    static void shouldKeepTheGroundFreeOfWhatStandsOnIt(JavaClasses all) {
        noClasses()
                .that()
                .resideInAPackage("io.lifeboat.sandbox.cloud")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.lifeboat.sandbox.endpoint..",
                        "io.lifeboat.sandbox.control..",
                        "io.lifeboat.sandbox.rds..",
                        "io.lifeboat.sandbox.shop..")
                .check(all);
    }
}
