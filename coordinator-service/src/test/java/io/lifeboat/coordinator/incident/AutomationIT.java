package io.lifeboat.coordinator.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.ApprovalRequested;
import io.lifeboat.contract.incident.AutomationChanged;
import io.lifeboat.contract.incident.ExecutionAborted;
import io.lifeboat.contract.incident.ExecutionAcknowledged;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.ExecutionPaused;
import io.lifeboat.contract.incident.ExecutionResumed;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.contract.plan.PlanVouched;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** What lets the machine act by itself, and what stops it, with the detectors played by the test. */
@QuarkusTest
@QuarkusTestResource(
        value = ControlRoomResource.class,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class AutomationIT extends WithPlayedShop {

    @ConfigProperty(name = "lifeboat.blast-cap.at-least")
    int mayMove;

    @Test
    void shouldAskPeopleUntilTwoOfThemVouchThatThePlanWasRehearsed() throws Exception {
        shop.neverRehearsed(Automation.AUTOMATIC, PlayedShop.accepted());
        loseHome();
        shop.eventually("the question", () -> assertThat(shop.bus().seen(ApprovalRequested.class))
                .hasSize(1));

        vouch("{\"who\": \"a\", \"why\": \"I did\", \"second\": {\"who\": \"a\", \"why\": \"I did\"}}")
                .statusCode(400)
                .body("field", equalTo("/second/who"));
        shop.vouch();

        shop.eventually("the execution", () -> assertThat(shop.bus().seen(ExecutionOpened.class))
                .hasSize(1));
        assertThat(shop.bus().seen(ExecutionOpened.class).getFirst().decidedBy())
                .isEmpty();
        assertThat(shop.bus().seen(PlanVouched.class)).hasSize(1);
    }

    @Test
    void shouldOpenNothingWhileAutomationIsStopped() throws Exception {
        shop.plan(Automation.APPROVE, PlayedShop.accepted());
        loseHome();
        shop.eventually("the question", () -> assertThat(shop.bus().seen(ApprovalRequested.class))
                .hasSize(1));
        String incident = shop.list().extract().path("[0].incidentId");

        automation("stop").statusCode(200).body("stopped", equalTo(true)).body("by.who", equalTo("on-call"));
        try {
            automation("stop").statusCode(409).body("remedy", containsString("/automation/start"));
            shop.eventually("the gate knows", () -> given().get("/incidents/" + incident)
                    .then()
                    .body("decision.checks.find { it.check == 'stop' }.verdict", equalTo("hold")));
            PlayedShop.verb(incident, "approve", PlayedShop.ON_CALL)
                    .statusCode(409)
                    .body("detail", containsString("all automation is stopped by on-call"));
            assertThat(shop.bus().seen(ExecutionOpened.class)).isEmpty();
        } finally {
            automation("start").statusCode(200).body("stopped", equalTo(false)).body("by", nullValue());
        }

        shop.eventually("the question again", () -> shop.list().body("[0].state", equalTo("awaiting-approval")));
        PlayedShop.verb(incident, "approve", PlayedShop.ON_CALL).statusCode(200).body("state", equalTo("recovering"));
        shop.eventually("the words are told", () -> assertThat(shop.bus().seen(AutomationChanged.class))
                .hasSize(2));
        assertThat(shop.bus().seen(AutomationChanged.class))
                .extracting(AutomationChanged::stopped)
                .containsExactly(true, false);
    }

    @Test
    void shouldHaltWhatRunsBeforeItAnswersThatAutomationIsStopped() throws Exception {
        String execution = openedByMachine();

        automation("stop").statusCode(200);
        try {
            execution(execution).body("state", equalTo("paused"));
            given().contentType(ContentType.JSON)
                    .body(PlayedShop.ON_CALL)
                    .post("/executions/" + execution + "/resume")
                    .then()
                    .statusCode(409);
            shop.bus().succeed(shop.bus().seen(RunStep.class).getFirst());
            shop.eventually("what runs is observed on", () -> execution(execution)
                    .body("steps[0].state", equalTo("succeeded")));
            execution(execution).body("state", equalTo("paused"));
        } finally {
            automation("start").statusCode(200);
        }

        shop.eventually("it goes on", () -> assertThat(shop.bus().seen(ExecutionResumed.class))
                .hasSize(1));
        assertThat(shop.bus().seen(ExecutionPaused.class).getFirst().act().who())
                .isEqualTo("on-call");
    }

    @Test
    void shouldAskPeopleAfterAnExecutionUntilItIsAcknowledgedAndLongAgo() throws Exception {
        String execution = openedByMachine();
        acknowledge(execution).statusCode(409).body("remedy", containsString("once it has ended"));
        say("/executions/" + execution + "/abort").statusCode(200);
        shop.bus().succeed(shop.bus().seen(RunStep.class).getFirst());
        shop.eventually("it ends", () -> assertThat(shop.bus().seen(ExecutionAborted.class))
                .hasSize(1));
        String held = shop.list().extract().path("[0].incidentId");
        PlayedShop.verb(held, "close", PlayedShop.ON_CALL).statusCode(200);

        loseHome();

        shop.eventually("the question", () -> shop.list().body("[0].state", equalTo("awaiting-approval")));
        coolDown(containsString("/executions/" + execution + "/acknowledge"));
        acknowledge(execution).statusCode(204);
        acknowledge(execution).statusCode(204);
        execution(execution).body("acknowledged.who", equalTo("on-call"));
        shop.eventually("the time that is left", () -> coolDown(containsString("ended less than 60 min ago")));
        shop.eventually("the word is told", () -> assertThat(shop.bus().seen(ExecutionAcknowledged.class))
                .hasSize(1));
        assertThat(shop.bus().seen(ExecutionOpened.class)).hasSize(1);

        String incident = shop.list().extract().path("[0].incidentId");
        PlayedShop.verb(incident, "approve", PlayedShop.ON_CALL).statusCode(200).body("state", equalTo("recovering"));
        shop.eventually("the second execution", () -> assertThat(shop.bus().seen(ExecutionOpened.class))
                .hasSize(2));
        assertThat(shop.bus().seen(ExecutionOpened.class).getLast().decidedBy())
                .as("a person's word is no deed of the machine")
                .hasSize(1);
    }

    @Test
    void shouldRehearseNothingWhileAutomationIsStopped() throws Exception {
        shop.plan(Automation.APPROVE, PlayedShop.accepted());
        shop.say(Seen.by("frankfurt"), Seen.by("office"));
        automation("stop").statusCode(200);
        try {
            shop.eventually("the refusal", () -> say("/applications/" + shop.application() + "/rehearsals")
                    .statusCode(409)
                    .body("detail", containsString("all automation is stopped by on-call")));
        } finally {
            automation("start").statusCode(200);
        }
        shop.eventually("the rehearsal", () -> say("/applications/" + shop.application() + "/rehearsals")
                .statusCode(201));
    }

    @Test
    void shouldAskPeopleWhenTheMachineHasMovedAsManyAsItMay() throws Exception {
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());
        moveOthers(mayMove);
        try {
            loseHome();
            shop.eventually("the question", () -> assertThat(shop.bus().seen(ApprovalRequested.class))
                    .hasSize(1));
            assertThat(shop.bus().seen(ApprovalRequested.class).getFirst().question())
                    .contains("blast-cap: the machine moved");
            assertThat(shop.bus().seen(ExecutionOpened.class)).isEmpty();
        } finally {
            forgetOthers();
        }
        shop.eventually("the execution", () -> assertThat(shop.bus().seen(ExecutionOpened.class))
                .hasSize(1));
    }

    private String openedByMachine() throws Exception {
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());
        loseHome();
        shop.eventually(
                "the command", () -> assertThat(shop.bus().seen(RunStep.class)).hasSize(1));
        return shop.bus().seen(ExecutionOpened.class).getFirst().executionId();
    }

    private void coolDown(Matcher<String> reason) {
        String incident = shop.list().extract().path("[0].incidentId");
        given().get("/incidents/" + incident)
                .then()
                .body("decision.checks.find { it.check == 'cool-down' }.reason", reason);
    }

    private void moveOthers(int number) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into execution (execution_id, incident_id, application, mode, body, in_flight, opened_at,
                            ended_at, version, state, by_machine)
                        select 'other-' || n, 'none', 'other-' || n, 'live', '', 0, now(), now(), 0, 'completed', true
                        from generate_series(1, ?) n""")) {
            insert.setInt(1, number);
            insert.executeUpdate();
        }
    }

    private void forgetOthers() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from execution where incident_id = 'none'")) {
            delete.executeUpdate();
        }
    }

    private ValidatableResponse vouch(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/plans/" + shop.application() + "/vouch")
                .then();
    }

    private static ValidatableResponse automation(String verb) {
        return say("/automation/" + verb);
    }

    private static ValidatableResponse acknowledge(String execution) {
        return say("/executions/" + execution + "/acknowledge");
    }

    private static ValidatableResponse execution(String execution) {
        return given().get("/executions/" + execution).then().statusCode(200);
    }

    private static ValidatableResponse say(String path) {
        return given().contentType(ContentType.JSON)
                .body(PlayedShop.ON_CALL)
                .post(path)
                .then();
    }
}
