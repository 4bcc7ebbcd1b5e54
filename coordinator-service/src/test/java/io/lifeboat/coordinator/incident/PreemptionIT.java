package io.lifeboat.coordinator.incident;

import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.lifeboat.contract.command.RetireEpoch;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.ExecutionAborted;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rehearsals, and what takes their place and that of stuck executions, with detectors and executor played by the test. */
@QuarkusTest
@QuarkusTestResource(
        value = ControlRoomResource.class,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class PreemptionIT extends WithPlayedShop {

    @Test
    void shouldOpenOneRehearsalOnlyWhileAllIsWellAndSayWhyNotOtherwise() throws Exception {
        rehearse("{\"who\": \"on-call\", \"why\": \"quarterly\"}")
                .statusCode(404)
                .body("field", equalTo("application"));
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());
        rehearse("{\"who\": \"on-call\"}").statusCode(400).body("field", equalTo("/why"));
        rehearse(PlayedShop.ON_CALL).statusCode(409).body("detail", containsString("nobody sees where the writer is"));
        shop.say(Seen.by("frankfurt"), Seen.by("office"));
        shop.eventually("the region to go to", () -> rehearse(
                        "{\"who\": \"on-call\", \"why\": \"quarterly\", \"to\": \"" + HOME + "\"}")
                .statusCode(422)
                .body("field", equalTo("/to")));

        String execution = rehearsed();

        given().get("/executions/" + execution)
                .then()
                .statusCode(200)
                .body("mode", equalTo("rehearsal"))
                .body("incidentId", startsWith("rehearsal-"))
                .body("from", equalTo(HOME))
                .body("to", equalTo(OTHER));
        shop.eventually("the command", () -> assertThat(shop.bus().seen(RunStep.class))
                .singleElement()
                .returns("aurora.switchover", RunStep::action)
                .returns(Mode.REHEARSAL, RunStep::mode));
        rehearse(PlayedShop.ON_CALL).statusCode(409).body("detail", containsString(execution));
        supersede(execution, PlayedShop.ON_CALL).statusCode(409).body("remedy", containsString("abort it"));
        // and an end of its own leaves the slot free
        shop.bus().succeed(shop.bus().seen(RunStep.class).getFirst());
        shop.eventually(
                "the end", () -> given().get("/executions/" + execution).then().body("state", equalTo("completed")));
    }

    @Test
    void shouldFailOverOnceWhenTheRegionIsLostWhileARehearsalHasItsSwitchoverInFlight() throws Exception {
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());
        shop.say(Seen.by("frankfurt"), Seen.by("office"));
        String rehearsal = rehearsed();
        shop.eventually(
                "the command", () -> assertThat(shop.bus().seen(RunStep.class)).hasSize(1));
        RunStep switchover = shop.bus().seen(RunStep.class).getFirst();

        // When the region is lost
        loseHome();

        // Then the rehearsal starts nothing more, and nothing is opened before its step is known
        shop.eventually("the retirement", () -> assertThat(shop.bus().seen(RetireEpoch.class))
                .singleElement()
                .returns(rehearsal, RetireEpoch::executionId));
        String incident = shop.list().extract().path("[0].incidentId");
        shop.eventually("what the gate waits for", () -> given().get("/incidents/" + incident)
                .then()
                .body(
                        "decision.checks.find { it.check == 'execution' }.reason",
                        equalTo("execution " + rehearsal
                                + " is a rehearsal and gives way; waiting for its steps promote to be known")));
        assertThat(live()).isEmpty();

        // When the switchover turns out to have come about before the region was lost
        shop.bus().succeed(switchover);
        shop.say(moved("frankfurt"), moved("office"));

        // Then the failover runs the same way, once
        shop.eventually("the failover", () -> assertThat(live()).hasSize(1));
        ExecutionOpened opened = live().getFirst();
        assertThat(opened.from()).isEqualTo(HOME);
        assertThat(opened.to()).isEqualTo(OTHER);
        assertThat(opened.incidentId()).isEqualTo(incident);
        assertThat(opened.epoch()).isGreaterThan(switchover.epoch());
        assertThat(shop.bus().seen(ExecutionAborted.class))
                .singleElement()
                .satisfies(aborted -> assertThat(aborted.act().who()).isEqualTo("the gate"));
        given().get("/executions/" + rehearsal)
                .then()
                .body("state", equalTo("aborted"))
                .body("ending", equalTo("gave-way"));
        shop.eventually(
                "its command",
                () -> assertThat(shop.bus().seen(RunStep.class)).last().returns("aurora.failover", RunStep::action));
        assertThat(live()).hasSize(1);
    }

    @Test
    void shouldReplaceAPausedRehearsalAtOnceAndTellAReturningRegionToTheFailover() throws Exception {
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());
        shop.say(Seen.by("frankfurt"), Seen.by("office"));
        String rehearsal = rehearsed();
        shop.eventually(
                "the command", () -> assertThat(shop.bus().seen(RunStep.class)).hasSize(1));
        shop.bus().fail(shop.bus().seen(RunStep.class).getFirst());
        shop.eventually(
                "the pause",
                () -> given().get("/executions/" + rehearsal).then().body("state", equalTo("paused")));

        loseHome();

        shop.eventually("the failover", () -> assertThat(live()).hasSize(1));
        assertThat(shop.bus().seen(ExecutionAborted.class))
                .singleElement()
                .returns(rehearsal, ExecutionAborted::executionId);

        // When the region is back while the failover runs, the incident goes on being looked at
        shop.eventually(
                "its command", () -> assertThat(shop.bus().seen(RunStep.class)).hasSize(2));
        shop.bus().succeed(shop.bus().seen(RunStep.class).getLast());
        shop.say(Seen.by("frankfurt"), Seen.by("office"));

        shop.eventually("the end", () -> shop.list().body("[0].state", equalTo("closed")));
        assertThat(live()).hasSize(1);
    }

    @Test
    void shouldOpenAnotherInPlaceOfAPausedFailoverWhenTheCommanderSupersedesIt() throws Exception {
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());
        loseHome();
        shop.eventually("the failover", () -> assertThat(live()).hasSize(1));
        String first = live().getFirst().executionId();
        String incident = live().getFirst().incidentId();
        PlayedShop.verb(incident, "commander", "{\"who\": \"ida\", \"why\": \"on call\"}")
                .statusCode(200);
        supersede(first, "{\"who\": \"ida\", \"why\": \"it is stuck\"}")
                .statusCode(409)
                .body("remedy", containsString("pause"));
        execution(first, "pause", PlayedShop.ON_CALL).statusCode(200).body("legalVerbs", hasItem("supersede"));

        supersede(first, PlayedShop.ON_CALL)
                .statusCode(409)
                .body("field", equalTo("/who"))
                .body("detail", containsString("ida commands"));
        supersede(first, "{\"who\": \"ida\", \"why\": \"it is stuck\", \"after\": \"soon\"}")
                .statusCode(400)
                .body("field", equalTo("/after"));
        shop.bus().accept(shop.bus().seen(RunStep.class).getFirst());
        shop.eventually(
                "the acceptance",
                () -> given().get("/executions/" + first).then().body("steps[0].state", equalTo("running")));
        supersede(first, "{\"who\": \"ida\", \"why\": \"it is stuck\", \"after\": \"PT0S\"}")
                .statusCode(200)
                .body("state", equalTo("aborting"))
                .body("ending", equalTo("superseded"));

        // What is in flight takes the word of another person once the time is over
        shop.eventually(
                "the time",
                () -> given().get("/executions/" + first).then().body("steps[0].state", equalTo("indeterminate")));
        assertThat(live()).hasSize(1);
        execution(first, "steps/promote/skip", "{\"who\": \"ida\", \"why\": \"it did not happen\"}")
                .statusCode(409)
                .body("remedy", containsString("another person"));
        execution(first, "steps/promote/skip", PlayedShop.ON_CALL)
                .statusCode(200)
                .body("state", equalTo("aborted"));

        shop.eventually("the other one", () -> assertThat(live()).hasSize(2));
        assertThat(live().getLast())
                .returns(incident, ExecutionOpened::incidentId)
                .satisfies(opened -> assertThat(opened.epoch())
                        .isGreaterThan(live().getFirst().epoch()));
        given().get("/incidents/" + incident)
                .then()
                .body("state", equalTo("recovering"))
                .body("approvals.who", hasItem("ida"));
    }

    private List<ExecutionOpened> live() {
        return shop.bus().seen(ExecutionOpened.class).stream()
                .filter(opened -> opened.mode() == Mode.LIVE)
                .toList();
    }

    /** Opened as soon as the coordinator has heard that all is well. */
    private String rehearsed() {
        String[] execution = new String[1];
        shop.eventually(
                "the rehearsal",
                () -> execution[0] =
                        rehearse(PlayedShop.ON_CALL).statusCode(201).extract().path("executionId"));
        return execution[0];
    }

    private ValidatableResponse rehearse(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/applications/" + shop.application() + "/rehearsals")
                .then();
    }

    private static ValidatableResponse supersede(String execution, String body) {
        return execution(execution, "supersede", body);
    }

    private static ValidatableResponse execution(String execution, String verb, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/executions/" + execution + "/" + verb)
                .then();
    }

    private static Seen moved(String vantage) {
        return Seen.by(vantage).homeLost(LOST_FOR).lag(OTHER, null, null);
    }
}
