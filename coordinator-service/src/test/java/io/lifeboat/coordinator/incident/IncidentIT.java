package io.lifeboat.coordinator.incident;

import static io.lifeboat.contract.plan.Tier.COMPUTE;
import static io.lifeboat.contract.plan.Tier.ENTRANCE;
import static io.lifeboat.contract.signal.SignalState.DOWN;
import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.GateEvaluated;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.contract.incident.IncidentClosed;
import io.lifeboat.contract.incident.IncidentOpened;
import io.lifeboat.contract.incident.LossStated;
import io.lifeboat.contract.incident.ServingAgain;
import io.lifeboat.contract.outage.OutageConfirmed;
import io.lifeboat.contract.outage.OutageSuspected;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.coordinator.gate.Gate;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The gate against a real broker and database, with the detectors and the executor played by the test. */
@QuarkusTest
@QuarkusTestResource(
        value = ControlRoomResource.class,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class IncidentIT extends WithPlayedShop {

    private static final Duration HOURS = Duration.ofHours(2);

    @Test
    void shouldFailOverOnceWhenTwoVantagesLoseTheRegionAndCloseWhenItIsServedAgain() throws Exception {
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());

        // When every event comes twice, and a vantage's confirmation before its suspicion
        String late = UUID.randomUUID().toString();
        shop.bus().send(late, new OutageConfirmed(shop.sighting("frankfurt", OTHER)));
        shop.bus().send(new OutageSuspected(shop.sighting("frankfurt", OTHER)));
        shop.bus().send(new OutageSuspected(shop.sighting("office", null)));
        shop.bus().send(late, new OutageConfirmed(shop.sighting("frankfurt", OTHER)));
        shop.bus().send(new OutageConfirmed(shop.sighting("office", null)));
        shop.say(Seen.by("frankfurt").homeLost(LOST_FOR), Seen.by("office").homeLost(LOST_FOR));

        // Then there is one incident with one execution
        shop.eventually("the execution", () -> assertThat(shop.bus().seen(ExecutionOpened.class))
                .hasSize(1));
        assertThat(shop.bus().seen(IncidentOpened.class)).hasSize(1);
        assertThat(shop.bus().seen(ExecutionOpened.class).getFirst())
                .returns(HOME, ExecutionOpened::from)
                .returns(OTHER, ExecutionOpened::to)
                .returns(List.of(), ExecutionOpened::decidedBy);
        assertThat(shop.bus().seen(GateEvaluated.class).getLast().outcome()).isEqualTo(GateOutcome.PROCEED);
        shop.eventually("the loss at the decision", () -> assertThat(shop.bus().seen(LossStated.class))
                .anySatisfy(stated -> {
                    assertThat(stated.moment()).isEqualTo(LossStated.Moment.DECISION);
                    assertThat(stated.loss()).isNotNull();
                    assertThat(stated.loss().atMost()).isEqualTo(Duration.ofMillis(500));
                }));
        shop.list().body("", hasSize(1)).body("[0].state", equalTo("recovering"));
        String incident = shop.list().extract().path("[0].incidentId");
        given().get("/incidents/" + incident + "/journal")
                .then()
                .statusCode(200)
                .body("outcome", hasItem("proceed"))
                .body("[-1].checks.check", equalTo(Gate.checkNames()))
                .body("[-1].evidence.views", hasSize(2));

        // When the step ends and the entrance is up again
        shop.eventually(
                "the command", () -> assertThat(shop.bus().seen(RunStep.class)).hasSize(1));
        shop.bus().succeed(shop.bus().seen(RunStep.class).getFirst());
        shop.say(servedAgain("frankfurt"), servedAgain("office"));

        // Then each vantage's entrance is told of once, with the outage on its own clock, and the incident is over
        shop.eventually("the end", () -> assertThat(shop.bus().seen(IncidentClosed.class))
                .hasSize(1));
        assertThat(shop.bus().seen(IncidentClosed.class).getFirst().outcome()).isEqualTo("recovered");
        assertThat(shop.bus().seen(ServingAgain.class))
                .extracting(ServingAgain::vantage)
                .containsExactlyInAnyOrder("frankfurt", "office");
        // last good 24 s before the first message, up 4 s before the second; both were sent at the same time
        assertThat(shop.bus().seen(ServingAgain.class))
                .extracting(ServingAgain::outage)
                .containsOnly(Duration.ofSeconds(20));
        assertThat(shop.bus().seen(ExecutionOpened.class)).hasSize(1);
        assertThat(shop.bus().seen(IncidentOpened.class)).hasSize(1);
    }

    @Test
    void shouldHoldAndSayWhyWhenOneVantageLosesSightThenCloseWhenItSeesAgain() throws Exception {
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());

        shop.say(Seen.by("frankfurt").homeLost(LOST_FOR), Seen.by("office"));
        shop.bus().send(new OutageConfirmed(shop.sighting("frankfurt", OTHER)));

        shop.eventually("the gate's answer", () -> assertThat(shop.bus().seen(GateEvaluated.class))
                .isNotEmpty());
        assertThat(shop.bus().seen(GateEvaluated.class))
                .extracting(GateEvaluated::outcome)
                .containsOnly(GateOutcome.HOLD);
        String incident = shop.list().extract().path("[0].incidentId");
        given().get("/incidents/" + incident)
                .then()
                .body("state", equalTo("suspected"))
                .body("decision.checks.find { it.check == 'quorum' }.verdict", equalTo("hold"))
                .body(
                        "decision.checks.find { it.check == 'quorum' }.reason",
                        containsString("1 of the 2 vantages needed see it"))
                .body("votes", hasSize(2))
                .body("sightings", hasSize(1));

        shop.say(Seen.by("frankfurt"));

        shop.eventually("the end", () -> assertThat(shop.bus().seen(IncidentClosed.class))
                .hasSize(1));
        assertThat(shop.bus().seen(IncidentClosed.class).getFirst().outcome()).isEqualTo("cleared");
        assertThat(shop.bus().seen(ExecutionOpened.class)).isEmpty();
    }

    /** A clock that was set makes the news of a moment ago look old. */
    @Test
    void shouldBelieveWhatLooksHoursOldWhileItsVantageSeesItStill() throws Exception {
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());
        shop.say(Seen.by("frankfurt").homeLost(LOST_FOR), Seen.by("office").homeLost(LOST_FOR));

        shop.eventually("the execution", () -> {
            // Of a vantage that was never heard of nothing that old is believed; snapshots come by another topic.
            shop.bus().sendLate(new OutageConfirmed(shop.sighting("office", null)), HOURS);
            assertThat(shop.bus().seen(ExecutionOpened.class)).hasSize(1);
        });
        assertThat(shop.bus().seen(IncidentOpened.class))
                .singleElement()
                .as("nobody knows since when")
                .returns(null, IncidentOpened::faultAge);
    }

    @Test
    void shouldOpenNothingForWhatIsHoursOldAndWasTakenBackSince() throws Exception {
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());
        shop.say(Seen.by("frankfurt").homeLost(LOST_FOR), Seen.by("office"));
        // When: the old one comes first, and what is fresh after it
        shop.bus().sendLate(new OutageConfirmed(shop.sighting("office", null)), HOURS);
        shop.bus().send(new OutageConfirmed(shop.sighting("frankfurt", OTHER)));

        shop.eventually("the fresh one's incident", () -> assertThat(shop.bus().seen(IncidentOpened.class))
                .hasSize(1));
        assertThat(shop.bus().seen(IncidentOpened.class).getFirst().vantages()).containsExactly("frankfurt");
    }

    @Test
    void shouldGiveTheActiveRegionsDisasterAnIncidentOfItsOwn() throws Exception {
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());

        // Given trouble of the standby
        shop.say(Seen.by("frankfurt"), Seen.by("office").set("api-live", Tier.COMPUTE, OTHER, SignalState.DOWN));
        shop.bus().send(new OutageSuspected(shop.sightingOf(OTHER, "office", null)));
        shop.eventually("the standby's incident", () -> assertThat(shop.bus().seen(IncidentOpened.class))
                .singleElement()
                .returns(OTHER, IncidentOpened::region));
        String standby = shop.bus().seen(IncidentOpened.class).getFirst().incidentId();

        // When the active region is in trouble
        shop.bus().send(new OutageSuspected(shop.sighting("office", null)));

        // Then its times are not those of the standby's trouble
        shop.eventually("an incident of its own", () -> assertThat(shop.bus().seen(IncidentOpened.class))
                .hasSize(2));
        assertThat(shop.bus().seen(IncidentOpened.class).getLast()).returns(HOME, IncidentOpened::region);
        assertThat(shop.bus().seen(IncidentClosed.class))
                .singleElement()
                .returns(standby, IncidentClosed::incidentId)
                .returns("overtaken", IncidentClosed::outcome);

        // And more trouble of the standby belongs to it
        shop.bus().send(new OutageConfirmed(shop.sightingOf(OTHER, "office", null)));
        shop.say(Seen.by("frankfurt").homeLost(LOST_FOR), Seen.by("office").homeLost(LOST_FOR));
        shop.eventually("the execution", () -> assertThat(shop.bus().seen(ExecutionOpened.class))
                .hasSize(1));
        assertThat(shop.bus().seen(IncidentOpened.class)).hasSize(2);
    }

    @Test
    void shouldHoldAndSayWhyWhenOneServiceFails() throws Exception {
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());

        shop.say(serviceDown("frankfurt"), serviceDown("office"));
        shop.bus().send(new OutageConfirmed(shop.sighting("office", null)));

        shop.eventually("the gate's answer", () -> assertThat(shop.bus().seen(GateEvaluated.class))
                .anySatisfy(said -> assertThat(said.disasterClass()).isEqualTo(DisasterClass.SERVICE_FAULT)));
        String incident = shop.list().extract().path("[0].incidentId");
        given().get("/incidents/" + incident + "/journal")
                .then()
                .body("find { it.disasterClass == 'service-fault' }.outcome", equalTo("hold"))
                .body(
                        "find { it.disasterClass == 'service-fault' }.checks.find { it.check == 'scope' }.reason",
                        containsString("the other region would run the same"));
        assertThat(shop.bus().seen(ExecutionOpened.class)).isEmpty();
    }

    @Test
    void shouldGoOnAfterASnapshotNobodyCanRead() throws Exception {
        shop.plan(Automation.OBSERVE, null);
        shop.bus().sendGarbage("signals");
        shop.say(Seen.by("frankfurt").homeLost(LOST_FOR));
        shop.bus().sendGarbage("outage-events");
        shop.bus().send(new OutageSuspected(shop.sighting("frankfurt", OTHER)));

        shop.eventually("the vote", () -> shop.list().body("", hasSize(1)));
        String incident = shop.list().extract().path("[0].incidentId");
        shop.eventually("the vote", () -> given().get("/incidents/" + incident)
                .then()
                .body("votes.find { it.vantage == 'frankfurt' }.finding", equalTo("region-down")));
    }

    private Seen servedAgain(String vantage) {
        return Seen.by(vantage)
                .homeLost(LOST_FOR)
                .upFor("entrance", ENTRANCE, null, Duration.ofSeconds(4))
                .lag(OTHER, null, null);
    }

    private static Seen serviceDown(String vantage) {
        return Seen.by(vantage).set("api-live", COMPUTE, HOME, DOWN).set("entrance", ENTRANCE, null, DOWN);
    }
}
