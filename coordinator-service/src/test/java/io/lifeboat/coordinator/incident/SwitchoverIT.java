package io.lifeboat.coordinator.incident;

import static io.lifeboat.contract.plan.Tier.COMPUTE;
import static io.lifeboat.contract.plan.Tier.ENTRANCE;
import static io.lifeboat.contract.signal.SignalState.DEGRADED;
import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.ApprovalRequested;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.LossStated;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A degraded region whose writer answers, with detectors and executor played by the test. */
@QuarkusTest
@QuarkusTestResource(
        value = ControlRoomResource.class,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class SwitchoverIT extends WithPlayedShop {

    private static final String COMMANDER = "{\"who\": \"ida\", \"why\": \"the switchover was refused\"}";

    @Test
    void shouldSwitchOverAndFailOverOnlyAfterThatHasFailed() throws Exception {
        // Given: the plan is armed, and yet people are asked
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());
        shop.say(degraded("frankfurt"), degraded("office"));
        String incident = shop.declareDegraded();
        shop.eventually("the question", () -> assertThat(shop.bus().seen(ApprovalRequested.class))
                .singleElement()
                .satisfies(asked -> assertThat(asked.question()).startsWith("Switch " + shop.application() + " over"))
                .returns(1, ApprovalRequested::count)
                .returns(Duration.ZERO, ApprovalRequested::exposure));

        // When
        PlayedShop.verb(incident, "approve", PlayedShop.ON_CALL).statusCode(200);

        // Then
        shop.eventually("the command", () -> assertThat(shop.bus().seen(RunStep.class))
                .singleElement()
                .returns("aurora.switchover", RunStep::action)
                .returns(Mode.LIVE, RunStep::mode));
        String first = shop.bus().seen(ExecutionOpened.class).getFirst().executionId();
        given().get("/executions/" + first).then().body("form", equalTo("PLANNED"));
        shop.eventually("the loss", () -> assertThat(shop.bus().seen(LossStated.class))
                .singleElement()
                .satisfies(loss -> assertThat(loss.basis()).startsWith("a switchover waits")));

        // When it fails and is given up: a yes to the switchover is none to a failover, whose writer answers
        shop.bus().fail(shop.bus().seen(RunStep.class).getFirst());
        shop.eventually(
                "the pause", () -> given().get("/executions/" + first).then().body("state", equalTo("paused")));
        given().contentType(ContentType.JSON)
                .body(COMMANDER)
                .post("/executions/" + first + "/supersede")
                .then()
                .statusCode(200);
        shop.eventually("the second question", () -> assertThat(shop.bus().seen(ApprovalRequested.class))
                .last()
                .satisfies(asked -> assertThat(asked.question()).startsWith("Fail " + shop.application() + " over"))
                .returns(2, ApprovalRequested::count));
        given().get("/incidents/" + incident)
                .then()
                .body("decision.checks.find { it.check == 'scope' }.reason", containsString(first));
        assertThat(shop.bus().seen(ExecutionOpened.class)).hasSize(1);
        PlayedShop.verb(incident, "approve", PlayedShop.ON_CALL).statusCode(200);

        shop.eventually(
                "the failover",
                () -> assertThat(shop.bus().seen(RunStep.class)).last().returns("aurora.failover", RunStep::action));
        assertThat(shop.bus().seen(ExecutionOpened.class)).hasSize(2);
    }

    private static Seen degraded(String vantage) {
        return Seen.by(vantage).set("api-live", COMPUTE, HOME, DEGRADED).set("entrance", ENTRANCE, null, DEGRADED);
    }
}
