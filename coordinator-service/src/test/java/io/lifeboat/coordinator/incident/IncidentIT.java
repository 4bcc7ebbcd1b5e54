package io.lifeboat.coordinator.incident;

import static io.lifeboat.contract.plan.Tier.COMPUTE;
import static io.lifeboat.contract.plan.Tier.ENTRANCE;
import static io.lifeboat.contract.signal.SignalState.DOWN;
import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.incident.ApprovalGiven;
import io.lifeboat.contract.incident.ApprovalRequested;
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
import io.lifeboat.contract.outage.Sighting;
import io.lifeboat.contract.plan.Acceptance;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.contract.plan.GatePolicy;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.coordinator.signal.Shop;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.core.ThrowingRunnable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gate against a real broker and database, with the detectors and the executor played by the test. */
@QuarkusTest
@QuarkusTestResource(
        value = ControlRoomResource.class,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class IncidentIT {

    /** Some hops and transactions are milliseconds; a loaded machine with two cores takes its time. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final Duration LOST_FOR = Duration.ofSeconds(20);
    private static final String ON_CALL = "{\"who\": \"on-call\", \"why\": \"the status page says the same\"}";

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private final String application = "shop-" + UUID.randomUUID();
    private final Map<String, Seen> saying = new HashMap<>();
    private long sequence;
    private Bus bus;

    @BeforeEach
    void connect() {
        bus = new Bus(bootstrap, application);
    }

    @AfterEach
    void disconnect() {
        bus.close();
    }

    @Test
    void shouldFailOverOnceWhenTwoVantagesLoseTheRegionAndCloseWhenItIsServedAgain() throws Exception {
        plan(Automation.AUTOMATIC, accepted());

        // When every event comes twice, and a vantage's confirmation before its suspicion
        String late = UUID.randomUUID().toString();
        bus.send(late, new OutageConfirmed(sighting("frankfurt", OTHER)));
        bus.send(new OutageSuspected(sighting("frankfurt", OTHER)));
        bus.send(new OutageSuspected(sighting("office", null)));
        bus.send(late, new OutageConfirmed(sighting("frankfurt", OTHER)));
        bus.send(new OutageConfirmed(sighting("office", null)));
        say(Seen.by("frankfurt").homeLost(LOST_FOR), Seen.by("office").homeLost(LOST_FOR));

        // Then there is one incident with one execution
        eventually("the execution", () -> assertThat(bus.seen(ExecutionOpened.class))
                .hasSize(1));
        assertThat(bus.seen(IncidentOpened.class)).hasSize(1);
        assertThat(bus.seen(ExecutionOpened.class).getFirst())
                .returns(HOME, ExecutionOpened::from)
                .returns(OTHER, ExecutionOpened::to)
                .returns(List.of(), ExecutionOpened::decidedBy);
        assertThat(bus.seen(GateEvaluated.class).getLast().outcome()).isEqualTo(GateOutcome.PROCEED);
        eventually("the loss at the decision", () -> assertThat(bus.seen(LossStated.class))
                .anySatisfy(stated -> {
                    assertThat(stated.moment()).isEqualTo(LossStated.Moment.DECISION);
                    assertThat(stated.loss()).isNotNull();
                    assertThat(stated.loss().atMost()).isEqualTo(Duration.ofMillis(500));
                }));
        list().body("", hasSize(1)).body("[0].state", equalTo("recovering"));
        String incident = list().extract().path("[0].incidentId");
        given().get("/incidents/" + incident + "/journal")
                .then()
                .statusCode(200)
                .body("outcome", hasItem("proceed"))
                .body("[-1].checks", hasSize(10))
                .body("[-1].evidence.views", hasSize(2));

        // When the step ends and the entrance is up again
        eventually("the command", () -> assertThat(bus.seen(RunStep.class)).hasSize(1));
        bus.succeed(bus.seen(RunStep.class).getFirst());
        say(servedAgain("frankfurt"), servedAgain("office"));

        // Then each vantage's entrance is told of once, with the outage on its own clock, and the incident is over
        eventually("the end", () -> assertThat(bus.seen(IncidentClosed.class)).hasSize(1));
        assertThat(bus.seen(IncidentClosed.class).getFirst().outcome()).isEqualTo("recovered");
        assertThat(bus.seen(ServingAgain.class))
                .extracting(ServingAgain::vantage)
                .containsExactlyInAnyOrder("frankfurt", "office");
        // last good 24 s before the first message, up 4 s before the second; both were sent at the same time
        assertThat(bus.seen(ServingAgain.class))
                .extracting(ServingAgain::outage)
                .containsOnly(Duration.ofSeconds(20));
        assertThat(bus.seen(ExecutionOpened.class)).hasSize(1);
        assertThat(bus.seen(IncidentOpened.class)).hasSize(1);
    }

    @Test
    void shouldHoldAndSayWhyWhenOneVantageLosesSightThenCloseWhenItSeesAgain() throws Exception {
        plan(Automation.AUTOMATIC, accepted());

        say(Seen.by("frankfurt").homeLost(LOST_FOR), Seen.by("office"));
        bus.send(new OutageConfirmed(sighting("frankfurt", OTHER)));

        eventually("the gate's answer", () -> assertThat(bus.seen(GateEvaluated.class))
                .isNotEmpty());
        assertThat(bus.seen(GateEvaluated.class))
                .extracting(GateEvaluated::outcome)
                .containsOnly(GateOutcome.HOLD);
        String incident = list().extract().path("[0].incidentId");
        given().get("/incidents/" + incident)
                .then()
                .body("state", equalTo("suspected"))
                .body("decision.checks.find { it.check == 'quorum' }.verdict", equalTo("hold"))
                .body(
                        "decision.checks.find { it.check == 'quorum' }.reason",
                        containsString("1 of the 2 vantages needed see it"))
                .body("votes", hasSize(2))
                .body("sightings", hasSize(1));

        say(Seen.by("frankfurt"));

        eventually("the end", () -> assertThat(bus.seen(IncidentClosed.class)).hasSize(1));
        assertThat(bus.seen(IncidentClosed.class).getFirst().outcome()).isEqualTo("cleared");
        assertThat(bus.seen(ExecutionOpened.class)).isEmpty();
    }

    @Test
    void shouldGiveTheActiveRegionsDisasterAnIncidentOfItsOwn() throws Exception {
        plan(Automation.AUTOMATIC, accepted());

        // Given trouble of the standby
        say(Seen.by("frankfurt"), Seen.by("office").set("api-live", Tier.COMPUTE, OTHER, SignalState.DOWN));
        bus.send(new OutageSuspected(sightingOf(OTHER, "office", null)));
        eventually("the standby's incident", () -> assertThat(bus.seen(IncidentOpened.class))
                .singleElement()
                .returns(OTHER, IncidentOpened::region));
        String standby = bus.seen(IncidentOpened.class).getFirst().incidentId();

        // When the active region is in trouble
        bus.send(new OutageSuspected(sighting("office", null)));

        // Then its times are not those of the standby's trouble
        eventually("an incident of its own", () -> assertThat(bus.seen(IncidentOpened.class))
                .hasSize(2));
        assertThat(bus.seen(IncidentOpened.class).getLast()).returns(HOME, IncidentOpened::region);
        assertThat(bus.seen(IncidentClosed.class))
                .singleElement()
                .returns(standby, IncidentClosed::incidentId)
                .returns("overtaken", IncidentClosed::outcome);

        // And more trouble of the standby belongs to it
        bus.send(new OutageConfirmed(sightingOf(OTHER, "office", null)));
        say(Seen.by("frankfurt").homeLost(LOST_FOR), Seen.by("office").homeLost(LOST_FOR));
        eventually("the execution", () -> assertThat(bus.seen(ExecutionOpened.class))
                .hasSize(1));
        assertThat(bus.seen(IncidentOpened.class)).hasSize(2);
    }

    @Test
    void shouldHoldAndSayWhyWhenOneServiceFails() throws Exception {
        plan(Automation.AUTOMATIC, accepted());

        say(serviceDown("frankfurt"), serviceDown("office"));
        bus.send(new OutageConfirmed(sighting("office", null)));

        eventually("the gate's answer", () -> assertThat(bus.seen(GateEvaluated.class))
                .anySatisfy(said -> assertThat(said.disasterClass()).isEqualTo(DisasterClass.SERVICE_FAULT)));
        String incident = list().extract().path("[0].incidentId");
        given().get("/incidents/" + incident + "/journal")
                .then()
                .body("find { it.disasterClass == 'service-fault' }.outcome", equalTo("hold"))
                .body(
                        "find { it.disasterClass == 'service-fault' }.checks.find { it.check == 'scope' }.reason",
                        containsString("the other region would run the same"));
        assertThat(bus.seen(ExecutionOpened.class)).isEmpty();
    }

    @Test
    void shouldAskPeopleAndProceedWhenOneSaysYes() throws Exception {
        plan(Automation.APPROVE, null);
        say(Seen.by("frankfurt").homeLost(LOST_FOR), Seen.by("office").homeLost(LOST_FOR));
        bus.send(new OutageConfirmed(sighting("office", null)));
        eventually("the question", () -> assertThat(bus.seen(ApprovalRequested.class))
                .hasSize(1));
        String incident = list().extract().path("[0].incidentId");

        verb(incident, "approve", "{\"who\": \"on-call\"}").statusCode(400).body("field", equalTo("/why"));
        verb(incident, "approve", ON_CALL).statusCode(200).body("state", equalTo("recovering"));

        eventually("the execution", () -> assertThat(bus.seen(ExecutionOpened.class))
                .hasSize(1));
        assertThat(bus.seen(ExecutionOpened.class).getFirst().decidedBy())
                .containsExactly(new Act("on-call", "the status page says the same"));
        assertThat(bus.seen(ApprovalGiven.class))
                .extracting(ApprovalGiven::missing)
                .containsExactly(0);
        verb(incident, "close", ON_CALL).statusCode(409).body("detail", containsString("abort it first"));
        verb(incident, "approve", ON_CALL).statusCode(409).body("remedy", containsString("legal now"));
    }

    @Test
    void shouldStayHeldOnceDeclinedUntilAPersonApproves() throws Exception {
        plan(Automation.APPROVE, accepted());
        say(Seen.by("frankfurt").homeLost(LOST_FOR), Seen.by("office").homeLost(LOST_FOR));
        bus.send(new OutageConfirmed(sighting("office", null)));
        eventually("the question", () -> assertThat(bus.seen(ApprovalRequested.class))
                .hasSize(1));
        String incident = list().extract().path("[0].incidentId");

        verb(incident, "decline", "{\"who\": \"commander\", \"why\": \"it will be back in a minute\"}")
                .statusCode(200)
                .body("state", equalTo("held"))
                .body("decision.outcome", equalTo("hold"))
                .body("held.who", equalTo("commander"));
        assertThat(bus.seen(ExecutionOpened.class)).isEmpty();
        verb(incident, "approve", ON_CALL).statusCode(200).body("state", equalTo("recovering"));
    }

    @Test
    void shouldVetoAFailoverThatAPersonDeclaresCorrupt() throws Exception {
        plan(Automation.AUTOMATIC, accepted());
        say(Seen.by("frankfurt"), Seen.by("office"));

        String incident = given().contentType(ContentType.JSON)
                .body("""
                        {"application": "%s", "disasterClass": "data-corruption",
                         "who": "on-call", "why": "totals do not add up"}""".formatted(application))
                .post("/incidents")
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("decision.outcome", equalTo("veto"))
                .extract()
                .path("incidentId");

        verb(incident, "approve", ON_CALL)
                .statusCode(409)
                .body("detail", containsString("replication has copied the damage"));
        verb(incident, "close", ON_CALL)
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("outcome", equalTo("dismissed"));
    }

    @Test
    void shouldNameTheFieldOfABadDeclaration() {
        given().contentType(ContentType.JSON)
                .body(
                        "{\"application\": \"nobody\", \"disasterClass\": \"region-outage\", \"who\": \"a\", \"why\": \"b\"}")
                .post("/incidents")
                .then()
                .statusCode(404)
                .body("field", equalTo("/application"));
        given().contentType(ContentType.JSON)
                .body("{\"application\": \"shop\", \"disasterClass\": \"meteor\", \"who\": \"a\", \"why\": \"b\"}")
                .post("/incidents")
                .then()
                .statusCode(400)
                .body("field", containsString("disasterClass"));
    }

    @Test
    void shouldGoOnAfterASnapshotNobodyCanRead() throws Exception {
        plan(Automation.OBSERVE, null);
        bus.sendGarbage("signals");
        say(Seen.by("frankfurt").homeLost(LOST_FOR));
        bus.sendGarbage("outage-events");
        bus.send(new OutageSuspected(sighting("frankfurt", OTHER)));

        eventually("the vote", () -> list().body("", hasSize(1)));
        String incident = list().extract().path("[0].incidentId");
        eventually("the vote", () -> given().get("/incidents/" + incident)
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

    /** What the vantages say from now on; they go on saying it, as detectors do. */
    private void say(Seen... all) {
        for (Seen seen : all) {
            saying.put(seen.snapshot(application).vantage(), seen);
        }
        sayOn();
    }

    private void sayOn() {
        saying.values().forEach(seen -> bus.send(seen.sequence(++sequence).snapshot(application)));
    }

    private Sighting sighting(String vantage, @Nullable String vantageRegion) {
        return sightingOf(HOME, vantage, vantageRegion);
    }

    private Sighting sightingOf(String region, String vantage, @Nullable String vantageRegion) {
        return new Sighting(
                application,
                1,
                vantage,
                vantageRegion,
                vantage + "-1",
                "boot-" + vantage,
                1,
                region,
                Duration.ofSeconds(3),
                List.of());
    }

    private static Acceptance accepted() {
        return new Acceptance(
                Duration.ofSeconds(60), true, List.of("incident-commander-a", "data-owner-b"), "small shop");
    }

    private void plan(Automation automation, @Nullable Acceptance accept) throws SQLException, JsonProcessingException {
        PlanRevision revision = new PlanRevision(
                application,
                1,
                "test",
                PlanRevision.State.IN_FORCE,
                Shop.plan(
                        application,
                        new GatePolicy(automation, 2, Duration.ofSeconds(10), Duration.ofSeconds(15), null, accept)),
                new Act("test", "test"),
                null);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into plan_revision (application, revision, hash, state, body) values (?, 1, 'test', ?, ?)")) {
            insert.setString(1, application);
            insert.setString(2, "in-force");
            insert.setString(3, Json.mapper().writeValueAsString(revision));
            insert.executeUpdate();
        }
    }

    private ValidatableResponse list() {
        return given().queryParam("application", application)
                .get("/incidents")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse verb(String incident, String verb, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/incidents/" + incident + "/" + verb)
                .then();
    }

    private void eventually(String what, ThrowingRunnable assertion) {
        await(what)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(500))
                .pollInSameThread()
                .untilAsserted(() -> {
                    sayOn();
                    assertion.run();
                });
    }
}
