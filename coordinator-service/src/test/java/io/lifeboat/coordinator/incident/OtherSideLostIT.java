package io.lifeboat.coordinator.incident;

import static io.lifeboat.contract.plan.Tier.COMPUTE;
import static io.lifeboat.contract.plan.Tier.DATABASE;
import static io.lifeboat.contract.plan.Tier.ENTRANCE;
import static io.lifeboat.contract.signal.SignalState.DEGRADED;
import static io.lifeboat.contract.signal.SignalState.DOWN;
import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.ApprovalRequested;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.ExecutionPaused;
import io.lifeboat.contract.outage.OutageConfirmed;
import io.lifeboat.contract.plan.Step;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The region an execution leads to is lost, while the one it leaves serves: with detectors and executor played by the test. */
@QuarkusTest
@QuarkusTestResource(
        value = ControlRoomResource.class,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class OtherSideLostIT extends WithPlayedShop {

    private static final List<Step> FREEZE_FIRST =
            List.of(step("freeze", "freeze", null), step("promote", "aurora.failover", "aurora.switchover", "freeze"));

    @Test
    void shouldPauseASwitchoverBeforeItStopsWhatServesAndGoOnWhenAPersonSaysSo() throws Exception {
        shop.planSeenFromHome(FREEZE_FIRST);
        shop.say(degraded("frankfurt"), degraded("office"), degraded("dublin"));
        String incident = shop.declareDegraded();
        shop.eventually("the question", () -> assertThat(shop.bus().seen(ApprovalRequested.class))
                .hasSize(1));
        PlayedShop.verb(incident, "approve", PlayedShop.ON_CALL).statusCode(200);
        awaitFreeze();

        shop.say(lost(degraded("frankfurt")), lost(degraded("office")), lost(degraded("dublin")));

        shop.eventually("the pause", () -> execution().body("state", equalTo("paused")));
        assertThat(shop.bus().seen(ExecutionPaused.class))
                .singleElement()
                .satisfies(paused -> assertThat(paused.reason()).startsWith(OTHER + " is lost"));
        shop.bus().succeed(shop.bus().seen(RunStep.class).getFirst());
        shop.eventually("the end of what was under way", () -> execution()
                .body("steps.find { it.id == 'freeze' }.state", equalTo("succeeded")));
        assertThat(shop.bus().seen(RunStep.class)).hasSize(1);

        shop.say(degraded("frankfurt"), degraded("office"), degraded("dublin"));
        says("resume");

        shop.eventually(
                "the switchover",
                () -> assertThat(shop.bus().seen(RunStep.class)).last().returns("aurora.switchover", RunStep::action));
    }

    @Test
    void shouldPauseARehearsalWhoseRegionIsLost() throws Exception {
        shop.planSeenFromHome(FREEZE_FIRST);
        shop.say(Seen.by("frankfurt"), Seen.by("office"), Seen.by("dublin"));
        shop.eventually("the rehearsal", () -> given().contentType(ContentType.JSON)
                .body(PlayedShop.ON_CALL)
                .post("/applications/" + shop.application() + "/rehearsals")
                .then()
                .statusCode(201));
        awaitFreeze();

        shop.say(lost(Seen.by("office")), lost(Seen.by("dublin")));
        shop.bus().send(new OutageConfirmed(shop.sightingOf(OTHER, "office", null)));

        shop.eventually("the pause", () -> execution().body("state", equalTo("paused")));
        says("abort");
        shop.bus().succeed(shop.bus().seen(RunStep.class).getFirst());
        shop.eventually("the end", () -> execution().body("state", equalTo("aborted")));
        assertThat(shop.bus().seen(RunStep.class)).hasSize(1);
    }

    private void awaitFreeze() {
        shop.eventually(
                "the first command",
                () -> assertThat(shop.bus().seen(RunStep.class)).singleElement().returns("freeze", RunStep::stepId));
    }

    private ValidatableResponse execution() {
        return given().get("/executions/" + executionId()).then();
    }

    private void says(String verb) {
        execution().body("legalVerbs", hasItem(verb));
        given().contentType(ContentType.JSON)
                .body(PlayedShop.ON_CALL)
                .post("/executions/" + executionId() + "/" + verb)
                .then()
                .statusCode(200);
    }

    private String executionId() {
        return shop.bus().seen(ExecutionOpened.class).getFirst().executionId();
    }

    private static Step step(String id, String action, @Nullable String planned, String... needs) {
        return new Step(
                id,
                action,
                null,
                null,
                List.of(needs),
                Duration.ofMinutes(5),
                null,
                planned == null ? null : new Step.Planned(planned));
    }

    private static Seen degraded(String vantage) {
        return Seen.by(vantage).set("api-live", COMPUTE, HOME, DEGRADED).set("entrance", ENTRANCE, null, DEGRADED);
    }

    private static Seen lost(Seen seen) {
        return seen.set("api-live", COMPUTE, OTHER, DOWN).set("database", DATABASE, OTHER, DOWN);
    }
}
