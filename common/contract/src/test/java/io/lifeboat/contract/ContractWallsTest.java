package io.lifeboat.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Plain tests: surefire 3.5.3 runs none of ArchUnit's own {@code @ArchTest} fields, and says nothing. */
class ContractWallsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.lifeboat.contract");

    @Test
    void shouldKnowNoEngine() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "org.apache.kafka..", "io.smallrye..", "io.vertx..", "jakarta..")
                .check(CLASSES);
    }

    @Test
    void shouldKeepTheYamlParserAndTheValidatorWithThePlan() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.lifeboat.contract.plan")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.yaml..", "com.networknt..")
                .check(CLASSES);
    }

    @Test
    void shouldAskNoClock() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void shouldWriteMessagesAsRecords() {
        classes()
                .that()
                .resideInAnyPackage(
                        "io.lifeboat.contract.command",
                        "io.lifeboat.contract.incident",
                        "io.lifeboat.contract.outage",
                        "io.lifeboat.contract.signal",
                        "io.lifeboat.contract.step",
                        "io.lifeboat.contract.timing")
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .should()
                .beRecords()
                .check(CLASSES);
    }

    @Test
    void shouldNotRunInCircles() {
        slices().matching("io.lifeboat.contract.(command|incident|outage|signal|step|timing)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
