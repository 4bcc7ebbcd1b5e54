package io.lifeboat.coordinator.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.lifeboat.contract.incident.ApprovalRequested;
import io.lifeboat.contract.incident.IncidentClosed;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.contract.timing.StepStatistics;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The card over REST, with detectors and the audit service played by the test. */
@QuarkusTest
@QuarkusTestResource(
        value = ControlRoomResource.class,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class CardIT extends WithPlayedShop {

    @Test
    void shouldHaveAllACommanderNeedsAsJsonAndAsOnePage() throws Exception {
        shop.plan(Automation.APPROVE, null);
        String incident = asked();

        card(incident)
                .body("application", equalTo(shop.application()))
                .body("state", equalTo("awaiting-approval"))
                .body("taken.disasterClass", equalTo("region-outage"))
                .body("gate.outcome", equalTo("await-approval"))
                .body("gate.holding.check", contains("fence", "approval"))
                .body("asked.answers.path", hasItem("/incidents/" + incident + "/approve"))
                .body("loss.interval.atMost", equalTo("PT0.5S"))
                .body("loss.rows", startsWith("unknown"))
                .body("time.expected.basis", equalTo("not enough runs (0 of 5; step promote, live)"))
                .body("time.expected.median", nullValue())
                .body("fence.state", equalTo("no-step"))
                .body("seenBy.finding", contains("region-down", "region-down"));

        String page = given().accept("text/markdown")
                .get("/incidents/" + incident + "/card")
                .then()
                .statusCode(200)
                .contentType(containsString("text/markdown"))
                .header("Cache-Control", containsString("no-store"))
                .extract()
                .asString();
        assertThat(page)
                .startsWith("# %s: region-outage of eu-west-1, awaiting-approval, since ".formatted(shop.application()))
                .contains("/incidents/" + incident + "/approve -H 'Content-Type: application/json'");
        assertThat(page.lines().count()).isLessThanOrEqualTo(70);
        given().get("/incidents/" + incident + "/card?format=markdown")
                .then()
                .statusCode(200)
                .body(startsWith("# " + shop.application()));
        given().get("/incidents/" + incident + "/card?format=pdf")
                .then()
                .statusCode(400)
                .body("field", equalTo("format"));
        given().accept("text/markdown")
                .get("/incidents/nobody/card")
                .then()
                .statusCode(404)
                .body("field", equalTo("id"));
    }

    @Test
    void shouldExpectWhatPastExecutionsTookHoweverOftenAndLateItIsTold() throws Exception {
        shop.plan(Automation.APPROVE, null);
        String incident = asked();

        shop.bus().send(promoted(4, 50));
        shop.eventually("too few runs", () -> card(incident)
                .body("time.expected.basis", equalTo("not enough runs (4 of 5; step promote, live)")));

        String once = UUID.randomUUID().toString();
        shop.bus().send(once, promoted(5, 60));
        shop.bus().send(once, promoted(5, 60));
        shop.bus().sendGarbage("timings");
        shop.bus().send(promoted(6, 70));
        shop.eventually("the latest", () -> card(incident)
                .body("time.expected.median", equalTo("PT1M10S"))
                .body("time.expected.slow", equalTo("PT2M20S"))
                .body("time.expected.runs", equalTo(6))
                .body("time.expected.path", contains("promote")));
    }

    @Test
    void shouldTellWhatBecameOfIncidentsThatWereTakenForTheSame() throws Exception {
        shop.plan(Automation.APPROVE, null);
        String dismissed = asked();
        PlayedShop.verb(dismissed, "close", PlayedShop.ON_CALL).statusCode(200);
        // Then one that clears by itself: its class is unknown when it closes, and it is like the others all the same
        loseHome();
        shop.eventually("the second question", () -> assertThat(shop.bus().seen(ApprovalRequested.class))
                .hasSize(2));
        shop.say(Seen.by("frankfurt"), Seen.by("office"));
        shop.eventually("the second end", () -> assertThat(shop.bus().seen(IncidentClosed.class))
                .hasSize(2));

        loseHome();
        shop.eventually("the third question", () -> assertThat(shop.bus().seen(ApprovalRequested.class))
                .hasSize(3));
        String incident = shop.list().extract().path("[0].incidentId");

        card(incident)
                .body("similar[0].application", equalTo(shop.application()))
                .body("similar[0].outcome", equalTo("cleared"))
                .body("similar[1].incidentId", equalTo(dismissed))
                .body("similar[1].outcome", equalTo("dismissed"))
                .body("similar[1].executed", equalTo(false))
                .body("similar.incidentId", not(hasItem(incident)));
    }

    @Test
    void shouldGoOnTellingOfAnIncidentThatIsOver() throws Exception {
        shop.plan(Automation.APPROVE, null);
        String incident = asked();
        PlayedShop.verb(incident, "close", PlayedShop.ON_CALL).statusCode(200);

        card(incident)
                .body("state", equalTo("closed"))
                .body("asked.says", startsWith("Nothing. It is over: dismissed"))
                .body("seenBy", hasSize(0));
    }

    @Test
    void shouldBeDescribedForTools() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/incidents/{id}/card'.get.responses.'200'.content.keySet()", hasItem("text/markdown"));
    }

    private String asked() {
        loseHome();
        shop.eventually("the question", () -> assertThat(shop.bus().seen(ApprovalRequested.class))
                .hasSize(1));
        return shop.list().extract().path("[0].incidentId");
    }

    private StepStatistics promoted(int runs, int median) {
        return new StepStatistics(
                shop.application(),
                "promote",
                "aurora.failover",
                Mode.LIVE,
                runs,
                Duration.ofSeconds(median),
                Duration.ofSeconds(2L * median),
                Duration.ofSeconds(median));
    }

    private static ValidatableResponse card(String incident) {
        return given().get("/incidents/" + incident + "/card").then().statusCode(200);
    }
}
