package io.lifeboat.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.lifeboat.contract", importOptions = ImportOption.DoNotIncludeTests.class)
class ContractWallsTest {

    @ArchTest
    static final ArchRule SHOULD_KNOW_NO_ENGINE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "org.apache.kafka..", "io.smallrye..", "io.vertx..", "jakarta..");

    @ArchTest
    static final ArchRule SHOULD_KEEP_THE_YAML_PARSER_AND_VALIDATOR_WITH_THE_PLAN = noClasses()
            .that()
            .resideOutsideOfPackage("io.lifeboat.contract.plan")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.yaml..", "com.networknt..");

    @ArchTest
    static final ArchRule SHOULD_ASK_NO_CLOCK = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule MESSAGES_SHOULD_BE_RECORDS = classes()
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
            .beRecords();

    @ArchTest
    static final ArchRule THE_FLOW_SHOULD_NOT_RUN_IN_CIRCLES = slices().matching(
                    "io.lifeboat.contract.(command|incident|outage|signal|step|timing)..")
            .should()
            .beFreeOfCycles();
}
