package io.lifeboat.coordinator.gate;

import static io.lifeboat.contract.plan.Tier.COMPUTE;
import static io.lifeboat.contract.plan.Tier.CONTROL_PLANE;
import static io.lifeboat.contract.signal.SignalState.DOWN;
import static io.lifeboat.coordinator.gate.Evaluated.expect;
import static io.lifeboat.coordinator.gate.Evaluated.lost;
import static io.lifeboat.coordinator.gate.Evaluated.reason;
import static io.lifeboat.coordinator.gate.Evaluated.verdict;
import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.CheckResult.Verdict;
import io.lifeboat.contract.incident.Confidence;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.coordinator.classify.Circumstances;
import io.lifeboat.coordinator.classify.Flapping;
import io.lifeboat.coordinator.deploy.DeployMarker;
import io.lifeboat.coordinator.health.HealthNotice;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.coordinator.signal.WrongClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known beside the vantages' looks is said in the gate, and what of it may change a decision. */
class CircumstancesInTheGateTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Act ON_CALL = new Act("on-call", "seen it myself");

    @Test
    void shouldAskOneKeyWhileItFlaps() {
        GateDecision decision = expect(lost().around(flaps()), GateOutcome.AWAIT_APPROVAL, "flapping");

        assertThat(decision.keys()).isEqualTo(1);
        assertThat(reason(decision, "flapping")).startsWith("FLAPPING: ");
        assertThat(Gate.evaluate(lost().around(flaps()).approved(ON_CALL).build())
                        .outcome())
                .isEqualTo(GateOutcome.PROCEED);
    }

    @Test
    void shouldNameAWrongClockAndDecideAsBefore() {
        Circumstances wrong = around(
                List.of(),
                List.of(),
                Flapping.none(NOW),
                List.of(
                        new WrongClock("office", Duration.ofMinutes(5)),
                        new WrongClock("frankfurt", Duration.ofSeconds(-31))));

        GateDecision decision = Gate.evaluate(lost().around(wrong).build());

        assertThat(decision.outcome()).isEqualTo(GateOutcome.PROCEED);
        assertThat(reason(decision, "evidence"))
                .contains("the clock of office is 5 min fast, which no age is told by")
                .contains("the clock of frankfurt is 31 s slow");
    }

    @Test
    void shouldSayRollBackWhereAFaultOfTheServiceBeganWithADeploy() {
        GateDecision decision = expect(
                lost().around(deployed()).seen(serviceDown("frankfurt"), serviceDown("office")),
                GateOutcome.HOLD,
                "scope");

        assertThat(reason(decision, "scope"))
                .endsWith("a deploy of api 1.42.0 to eu-west-1 ended 40 s before it began: roll back");
        assertThat(reason(
                        Gate.evaluate(lost().seen(serviceDown("frankfurt"), serviceDown("office"))
                                .build()),
                        "scope"))
                .doesNotContain("roll back");
    }

    @Test
    void shouldLetNoDeployKeepALostRegionFromBeingLeft() {
        GateDecision decision = Gate.evaluate(lost().around(deployed()).build());

        assertThat(decision.outcome()).isEqualTo(GateOutcome.PROCEED);
        assertThat(decision.explanation().confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void shouldNotBeMovedByAws() {
        Circumstances aws = around(
                List.of(),
                List.of(new HealthNotice(HOME, "EC2", "AWS_EC2_OPERATIONAL_ISSUE", Duration.ofMinutes(4))),
                Flapping.none(NOW),
                List.of());

        expect(
                lost().around(aws).seen(Seen.by("frankfurt").homeLost(Duration.ofSeconds(20)), Seen.by("office")),
                GateOutcome.HOLD,
                "quorum");
    }

    @Test
    void shouldHoldWhenOnlyControlPlanesFailAndSayWhatNotToDo() {
        GateDecision decision = expect(lost().seen(apiDown("frankfurt"), apiDown("office")), GateOutcome.HOLD, "scope");

        assertThat(decision.disasterClass()).isEqualTo(DisasterClass.CONTROL_PLANE_ONLY);
        assertThat(reason(decision, "scope"))
                .contains("freeze changes")
                .contains("start nothing that needs those APIs");
        assertThat(verdict(decision, "quorum")).isEqualTo(Verdict.PASS);
    }

    @Test
    void shouldRestADeclaredClassOnThePersonsWord() {
        GateDecision decision = Gate.evaluate(lost().seen(Seen.by("frankfurt"), Seen.by("office"))
                .declared(DisasterClass.REGION_OUTAGE)
                .build());

        assertThat(decision.explanation().confidence()).isEqualTo(Confidence.LOW);
        assertThat(decision.explanation().evidenceFor()).singleElement().satisfies(argument -> assertThat(argument.by())
                .containsExactly("declarer"));
    }

    @Test
    void shouldRestDamageOnWhoeverSawIt() {
        GateDecision decision = Gate.evaluate(lost().data(new DataCondition.Damaged(
                        DisasterClass.MASS_DELETION, "volume, as office sees it", Duration.ofMinutes(2)))
                .build());

        assertThat(decision.explanation().confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(decision.explanation().evidenceFor().getFirst().what()).isEqualTo("volume, as office sees it");
    }

    @Test
    void shouldDecideTheSameWhateverPipelinesAndAwsSay() {
        List<HealthNotice> aws = List.of(new HealthNotice(HOME, "EC2", "AWS_EC2_ISSUE", Duration.ofMinutes(4)));
        List<DeployMarker> deploys =
                List.of(new DeployMarker("api", "1", List.of(HOME, OTHER), "ci", Duration.ofSeconds(30)));
        Circumstances said =
                around(deploys, aws, Flapping.none(NOW), List.of(new WrongClock("office", Duration.ofDays(1))));
        for (Seen[] seen : List.of(
                new Seen[] {Seen.by("frankfurt"), Seen.by("office")},
                new Seen[] {Seen.by("frankfurt").homeLost(Duration.ofSeconds(20)), Seen.by("office")},
                new Seen[] {
                    Seen.by("frankfurt").homeLost(Duration.ofSeconds(20)),
                    Seen.by("office").homeLost(Duration.ofSeconds(20))
                },
                new Seen[] {serviceDown("frankfurt"), serviceDown("office")},
                new Seen[] {apiDown("frankfurt"), apiDown("office")})) {
            GateDecision without = Gate.evaluate(lost().seen(seen).build());
            GateDecision with = Gate.evaluate(lost().seen(seen).around(said).build());

            assertThat(with.sameVerdictsAs(without))
                    .as(with.checks().toString())
                    .isTrue();
            assertThat(with.keys()).isEqualTo(without.keys());
        }
    }

    private static Seen serviceDown(String vantage) {
        return Seen.by(vantage).set("api-live", COMPUTE, HOME, DOWN);
    }

    private static Seen apiDown(String vantage) {
        return Seen.by(vantage).set("api-rds", CONTROL_PLANE, HOME, DOWN);
    }

    private static Circumstances flaps() {
        Flapping flapping = Flapping.none(NOW);
        for (int i = 1; i <= 5; i++) {
            flapping = flapping.then(i % 2 == 1, NOW.plusSeconds(i));
        }
        return around(List.of(), List.of(), flapping, List.of());
    }

    private static Circumstances deployed() {
        DeployMarker marker = new DeployMarker("api", "1.42.0", List.of(HOME), "ci", Duration.ofMinutes(1));
        return around(List.of(marker), List.of(), Flapping.none(NOW), List.of());
    }

    private static Circumstances around(
            List<DeployMarker> deploys, List<HealthNotice> notices, Flapping flapping, List<WrongClock> clocks) {
        return new Circumstances(deploys, Duration.ofMinutes(30), notices, flapping, clocks);
    }
}
