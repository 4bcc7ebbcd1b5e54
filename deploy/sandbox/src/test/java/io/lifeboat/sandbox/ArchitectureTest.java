package io.lifeboat.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.lifeboat.sandbox", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** The cloud knows nothing of what it is used for: not of plans, messages or the services. */
    @ArchTest
    static final ArchRule KNOWS_NO_SERVICE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.lifeboat.contract..",
                    "io.lifeboat.chassis..",
                    "io.lifeboat.detector..",
                    "io.lifeboat.coordinator..",
                    "io.lifeboat.executor..",
                    "io.lifeboat.audit..");

    /** It speaks AWS's protocols itself: with the SDK on both sides a misunderstanding would cancel out. */
    @ArchTest
    static final ArchRule WITHOUT_THE_SDK =
            noClasses().should().dependOnClassesThat().resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.lifeboat.sandbox.(*)..").should().beFreeOfCycles();

    /** The ground carries everything and leans on nothing. */
    @ArchTest
    static final ArchRule THE_GROUND = noClasses()
            .that()
            .resideInAPackage("io.lifeboat.sandbox.cloud")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.lifeboat.sandbox.endpoint..",
                    "io.lifeboat.sandbox.control..",
                    "io.lifeboat.sandbox.rds..",
                    "io.lifeboat.sandbox.shop..");
}
