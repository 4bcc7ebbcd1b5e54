package io.lifeboat.coordinator.incident;

import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The way home over REST, with detectors and executor played by the test. */
@QuarkusTest
@QuarkusTestResource(
        value = ControlRoomResource.class,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class FailbackIT extends WithPlayedShop {

    private static final Duration CLOSE = Duration.ofSeconds(1);

    @Test
    void shouldGoHomeBySwitchoverWhenAPersonSaysSoAndHomeIsWell() throws Exception {
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());
        failBack("{\"who\": \"on-call\"}").statusCode(400).body("field", equalTo("/why"));
        shop.say(Seen.by("frankfurt"), Seen.by("office"));
        shop.eventually("it is at home", () -> failBack(PlayedShop.ON_CALL)
                .statusCode(422)
                .body("detail", containsString("active region already")));
        shop.say(moved("frankfurt", "pending-resync"), moved("office", "pending-resync"));
        shop.eventually("home does not follow", () -> failBack(PlayedShop.ON_CALL)
                .statusCode(409)
                .body("title", equalTo("No failback now"))
                .body("detail", containsString("has not re-synchronised")));

        shop.say(moved("frankfurt", "connected"), moved("office", "connected"));

        String[] execution = new String[1];
        shop.eventually(
                "the failback",
                () -> execution[0] =
                        failBack(PlayedShop.ON_CALL).statusCode(201).extract().path("executionId"));
        shop.eventually("the command", () -> assertThat(shop.bus().seen(RunStep.class))
                .singleElement()
                .returns("aurora.switchover", RunStep::action)
                .returns(Mode.LIVE, RunStep::mode));
        given().get("/executions/" + execution[0])
                .then()
                .body("procedure", equalTo("failback"))
                .body("incidentId", startsWith("failback-"))
                .body("from", equalTo(OTHER))
                .body("to", equalTo(HOME))
                .body("legalVerbs", not(hasItem("supersede")));
        failBack(PlayedShop.ON_CALL).statusCode(409).body("detail", containsString(execution[0]));
        shop.bus().succeed(shop.bus().seen(RunStep.class).getFirst());
        shop.eventually(
                "the end",
                () -> given().get("/executions/" + execution[0]).then().body("state", equalTo("completed")));
    }

    private ValidatableResponse failBack(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/applications/" + shop.application() + "/failbacks")
                .then();
    }

    private static Seen moved(String vantage, String synchronization) {
        return Seen.by(vantage).lagOf(OTHER, HOME, CLOSE, CLOSE, synchronization);
    }
}
