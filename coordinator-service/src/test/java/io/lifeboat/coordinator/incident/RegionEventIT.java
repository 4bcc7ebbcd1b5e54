package io.lifeboat.coordinator.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

import io.lifeboat.contract.incident.ApprovalGiven;
import io.lifeboat.contract.incident.ApprovalRequested;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.outage.OutageConfirmed;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Some applications lose their region at once, with the detectors played by the test. */
@QuarkusTest
@QuarkusTestResource(
        value = ControlRoomResource.class,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class RegionEventIT {

    private static final Duration LOST_FOR = Duration.ofSeconds(20);

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private List<PlayedShop> shops;

    @BeforeEach
    void connect() {
        shops = Stream.generate(() -> new PlayedShop(bootstrap, database))
                .limit(3)
                .toList();
    }

    @AfterEach
    void disconnect() {
        shops.forEach(PlayedShop::close);
    }

    @Test
    void shouldCoverAllThatAskWithOneApprovalAndLeaveOutWhatIsHeld() throws Exception {
        PlayedShop first = shops.get(0);
        PlayedShop second = shops.get(1);
        PlayedShop held = shops.get(2);
        first.plan(Automation.APPROVE, PlayedShop.accepted());
        second.plan(Automation.APPROVE, PlayedShop.accepted());
        held.plan(Automation.OBSERVE, PlayedShop.accepted());
        for (PlayedShop shop : shops) {
            shop.say(Seen.by("frankfurt").homeLost(LOST_FOR), Seen.by("office").homeLost(LOST_FOR));
            shop.bus().send(new OutageConfirmed(shop.sighting("office", null)));
        }
        for (PlayedShop shop : List.of(first, second)) {
            shop.eventually("the question", () -> assertThat(shop.bus().seen(ApprovalRequested.class))
                    .hasSize(1));
        }
        held.eventually("it is held", () -> held.list().body("[0].state", equalTo("confirmed")));
        String event = given().get("/region-events")
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.region == 'eu-west-1' }.regionEventId");
        read(event)
                .body("applications", greaterThanOrEqualTo(3))
                .body("phases.ASKING", greaterThanOrEqualTo(2))
                .body("worstLoss", equalTo("PT0.5S"))
                .body("leftOut.application", hasItem(held.application()))
                .body(
                        "leftOut.find { it.application == '" + held.application() + "' }.because",
                        containsString("the plan says observe"));
        assertThat(waiting(event)).isEqualTo(1);

        say(event, "approve", "{\"who\": \"on-call\"}").statusCode(400).body("field", equalTo("/why"));
        say(event, "approve", PlayedShop.ON_CALL).statusCode(200).body("approved.who", equalTo("on-call"));

        for (PlayedShop shop : List.of(first, second)) {
            shop.eventually("the execution", () -> assertThat(shop.bus().seen(ExecutionOpened.class))
                    .hasSize(1));
            assertThat(shop.bus().seen(ExecutionOpened.class).getFirst().decidedBy())
                    .extracting(act -> act.who())
                    .containsExactly("on-call");
            assertThat(shop.bus().seen(ApprovalGiven.class)).hasSize(1);
        }
        assertThat(held.bus().seen(ExecutionOpened.class)).isEmpty();
        assertThat(waiting(event)).isZero();
        say(event, "go-on", PlayedShop.ON_CALL).statusCode(200);
        say("none", "approve", PlayedShop.ON_CALL).statusCode(404);
    }

    /** How many pages of the event wait for a person. */
    private int waiting(String event) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select count(*) from page where incident_id = ? and answered_at is null")) {
            select.setString(1, event);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static ValidatableResponse read(String event) {
        return given().get("/region-events/" + event).then().statusCode(200);
    }

    private static ValidatableResponse say(String event, String verb, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/region-events/" + event + "/" + verb)
                .then();
    }
}
