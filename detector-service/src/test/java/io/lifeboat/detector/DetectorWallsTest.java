package io.lifeboat.detector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.net.InetAddress;
import java.time.Instant;

/** The packages follow the flow: each one knows those before it and none after it. Methods, not fields: Surefire 3.5.3 never runs a rule that is a field. */
@AnalyzeClasses(packages = "io.lifeboat.detector", importOptions = ImportOption.DoNotIncludeTests.class)
class DetectorWallsTest {

    @ArchTest
    static void shouldFollowTheFlow(JavaClasses all) {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("time")
                .definedBy("io.lifeboat.detector.time")
                .layer("network")
                .definedBy("io.lifeboat.detector.network")
                .layer("aws")
                .definedBy("io.lifeboat.detector.aws")
                .layer("probe")
                .definedBy("io.lifeboat.detector.probe")
                .layer("window")
                .definedBy("io.lifeboat.detector.window")
                .layer("sight")
                .definedBy("io.lifeboat.detector.sight")
                .layer("dispatch")
                .definedBy("io.lifeboat.detector.dispatch")
                .layer("signal")
                .definedBy("io.lifeboat.detector.signal")
                .layer("outage")
                .definedBy("io.lifeboat.detector.outage")
                .layer("watch")
                .definedBy("io.lifeboat.detector.watch")
                .layer("plan")
                .definedBy("io.lifeboat.detector.plan")
                .whereLayer("plan")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("watch")
                .mayOnlyBeAccessedByLayers("plan")
                .whereLayer("outage")
                .mayOnlyBeAccessedByLayers("watch")
                .whereLayer("signal")
                .mayOnlyBeAccessedByLayers("outage", "watch")
                .whereLayer("dispatch")
                .mayOnlyBeAccessedByLayers("signal", "outage", "watch")
                .whereLayer("sight")
                .mayOnlyBeAccessedByLayers("signal", "outage", "watch")
                .whereLayer("window")
                .mayOnlyBeAccessedByLayers("signal", "outage", "watch")
                .whereLayer("aws")
                .mayOnlyBeAccessedByLayers("probe", "watch")
                .check(all);
    }

    @ArchTest
    static void shouldJudgeWithoutAServer(JavaClasses all) {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.lifeboat.detector.time",
                        "io.lifeboat.detector.window",
                        "io.lifeboat.detector.sight",
                        "io.lifeboat.detector.signal",
                        "io.lifeboat.detector.outage")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.vertx..", "io.quarkus..", "jakarta..", "org.apache.kafka..", "software.amazon..")
                .check(all);
    }

    @ArchTest
    static void shouldNeverLookANameUpByTheJdk(JavaClasses all) {
        noClasses()
                .should()
                .callMethod(InetAddress.class, "getByName", String.class)
                .orShould()
                .callMethod(InetAddress.class, "getAllByName", String.class)
                .because("the JDK caches answers and asks the wrong resolver")
                .check(all);
    }

    @ArchTest
    static void shouldReadTheWallClockThroughOneInjected(JavaClasses all) {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(all);
    }

    @ArchTest
    static void shouldCallTheMonotonicClockInOnePlace(JavaClasses all) {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.lifeboat.detector.time")
                .should()
                .callMethod(System.class, "nanoTime")
                .check(all);
    }
}
