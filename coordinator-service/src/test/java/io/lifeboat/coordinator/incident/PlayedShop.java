package io.lifeboat.coordinator.incident;

import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.outage.Sighting;
import io.lifeboat.contract.plan.Acceptance;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.contract.plan.GatePolicy;
import io.lifeboat.contract.plan.MaintenanceWindow;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.contract.plan.Step;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.coordinator.signal.Shop;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;

/** An application of its own for each test, whose detectors the test plays, and its incidents over REST. */
final class PlayedShop implements AutoCloseable {

    /** What a person says when nothing depends on it. */
    static final String ON_CALL = "{\"who\": \"on-call\", \"why\": \"the status page says the same\"}";

    /** Some hops and transactions are milliseconds; a loaded machine with two cores takes its time. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private final String application = "shop-" + UUID.randomUUID();
    private final Map<String, Seen> saying = new HashMap<>();
    private final DataSource database;
    private final Bus bus;
    private long sequence;

    PlayedShop(String bootstrap, DataSource database) {
        this.database = database;
        this.bus = new Bus(bootstrap, application);
    }

    String application() {
        return application;
    }

    Bus bus() {
        return bus;
    }

    @Override
    public void close() {
        bus.close();
    }

    /** What the vantages say from now on; they go on saying it, as detectors do. */
    void say(Seen... all) {
        for (Seen seen : all) {
            saying.put(seen.snapshot(application).vantage(), seen);
        }
        sayOn();
    }

    private void sayOn() {
        saying.values().forEach(seen -> bus.send(seen.sequence(++sequence).snapshot(application)));
    }

    Sighting sighting(String vantage, @Nullable String vantageRegion) {
        return sightingOf(HOME, vantage, vantageRegion);
    }

    Sighting sightingOf(String region, String vantage, @Nullable String vantageRegion) {
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

    static Acceptance accepted() {
        return new Acceptance(
                Duration.ofSeconds(60), true, List.of("incident-commander-a", "data-owner-b"), "small shop");
    }

    /** Puts a plan in force that two people vouch for. */
    void plan(Automation automation, @Nullable Acceptance accept) throws SQLException, JsonProcessingException {
        neverRehearsed(automation, accept);
        vouch();
    }

    /** Puts a plan in force by which the machine acts alone, that two people vouch for, with these steps. */
    void plan(List<Step> failover) throws SQLException, JsonProcessingException {
        put(stepping(failover));
        vouch();
    }

    /** The same, looked at from home too. */
    void planSeenFromHome(List<Step> failover) throws SQLException, JsonProcessingException {
        put(Shop.withVantageAtHome(stepping(failover)));
        vouch();
    }

    private Plan stepping(List<Step> failover) {
        return Shop.withProcedures(
                Shop.plan(application, policy(Automation.AUTOMATIC, accepted()), notNow()),
                Map.of("failover", failover));
    }

    void neverRehearsed(Automation automation, @Nullable Acceptance accept)
            throws SQLException, JsonProcessingException {
        put(Shop.plan(application, policy(automation, accept), notNow()));
    }

    private static GatePolicy policy(Automation automation, @Nullable Acceptance accept) {
        return new GatePolicy(automation, 2, Duration.ofSeconds(10), Duration.ofSeconds(15), null, accept);
    }

    /** What a data watch sees is judged by the time of day, and a test may run at any. */
    private static MaintenanceWindow notNow() {
        LocalTime farthest = LocalTime.now(ZoneOffset.UTC).plusHours(12).truncatedTo(ChronoUnit.MINUTES);
        return new MaintenanceWindow(farthest.toString(), farthest.plusHours(1).toString(), null, null);
    }

    private void put(Plan plan) throws SQLException, JsonProcessingException {
        PlanRevision revision = new PlanRevision(
                application, 1, "test", PlanRevision.State.IN_FORCE, plan, new Act("test", "test"), null);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into plan_revision (application, revision, hash, state, body) values (?, 1, 'test', ?, ?)")) {
            insert.setString(1, application);
            insert.setString(2, "in-force");
            insert.setString(3, Json.mapper().writeValueAsString(revision));
            insert.executeUpdate();
        }
    }

    /** Two people say that the plan was rehearsed, without which it acts no further than approve. */
    void vouch() {
        given().contentType(ContentType.JSON)
                .body("""
                        {"who": "incident-commander-a", "why": "rehearsed on the twin",
                         "second": {"who": "data-owner-b", "why": "I was there"}}""")
                .post("/plans/" + application + "/vouch")
                .then()
                .statusCode(204);
    }

    /** A person says that the active region is degraded; answers the incident's id. */
    String declareDegraded() {
        return given().contentType(ContentType.JSON)
                .body("""
                        {"application": "%s", "disasterClass": "region-degraded", "who": "on-call", "why": "customers call"}""".formatted(application))
                .post("/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("incidentId");
    }

    ValidatableResponse list() {
        return given().queryParam("application", application)
                .get("/incidents")
                .then()
                .statusCode(200);
    }

    static ValidatableResponse verb(String incident, String verb, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/incidents/" + incident + "/" + verb)
                .then();
    }

    void eventually(String what, ThrowingRunnable assertion) {
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
