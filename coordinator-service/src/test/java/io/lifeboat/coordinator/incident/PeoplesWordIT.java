package io.lifeboat.coordinator.incident;

import static io.lifeboat.contract.signal.SignalState.DOWN;
import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.ApprovalGiven;
import io.lifeboat.contract.incident.ApprovalRequested;
import io.lifeboat.contract.incident.CommanderChanged;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.IncidentReclassified;
import io.lifeboat.contract.outage.OutageSuspected;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What people say to incidents over REST, with the detectors played by the test. */
@QuarkusTest
@QuarkusTestResource(
        value = ControlRoomResource.class,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class PeoplesWordIT extends WithPlayedShop {

    @Test
    void shouldAskPeopleAndProceedWhenOneSaysYes() throws Exception {
        shop.plan(Automation.APPROVE, null);
        loseHome();
        shop.eventually("the question", () -> assertThat(shop.bus().seen(ApprovalRequested.class))
                .hasSize(1));
        String incident = shop.list().extract().path("[0].incidentId");

        PlayedShop.verb(incident, "approve", "{\"who\": \"on-call\"}")
                .statusCode(400)
                .body("field", equalTo("/why"));
        PlayedShop.verb(incident, "approve", PlayedShop.ON_CALL).statusCode(200).body("state", equalTo("recovering"));

        shop.eventually("the execution", () -> assertThat(shop.bus().seen(ExecutionOpened.class))
                .hasSize(1));
        assertThat(shop.bus().seen(ExecutionOpened.class).getFirst().decidedBy())
                .containsExactly(new Act("on-call", "the status page says the same"));
        assertThat(shop.bus().seen(ApprovalGiven.class))
                .extracting(ApprovalGiven::missing)
                .containsExactly(0);
        PlayedShop.verb(incident, "close", PlayedShop.ON_CALL)
                .statusCode(409)
                .body("detail", containsString("abort it first"));
        PlayedShop.verb(incident, "approve", PlayedShop.ON_CALL)
                .statusCode(409)
                .body("remedy", containsString("legal now"));
    }

    @Test
    void shouldStayHeldOnceDeclinedUntilAPersonApproves() throws Exception {
        shop.plan(Automation.APPROVE, PlayedShop.accepted());
        loseHome();
        shop.eventually("the question", () -> assertThat(shop.bus().seen(ApprovalRequested.class))
                .hasSize(1));
        String incident = shop.list().extract().path("[0].incidentId");

        PlayedShop.verb(incident, "decline", "{\"who\": \"commander\", \"why\": \"it will be back in a minute\"}")
                .statusCode(200)
                .body("state", equalTo("held"))
                .body("decision.outcome", equalTo("hold"))
                .body("held.who", equalTo("commander"));
        assertThat(shop.bus().seen(ExecutionOpened.class)).isEmpty();
        PlayedShop.verb(incident, "approve", PlayedShop.ON_CALL).statusCode(200).body("state", equalTo("recovering"));
    }

    @Test
    void shouldVetoWhatAPersonDeclaresCorruptUntilTheCommanderAndAnotherReclassifyIt() throws Exception {
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());
        shop.say(Seen.by("frankfurt").homeLost(LOST_FOR), Seen.by("office").homeLost(LOST_FOR));
        String incident = declare("data-corruption", "on-call")
                .statusCode(201)
                .header("Location", notNullValue())
                .body("decision.outcome", equalTo("veto"))
                .extract()
                .path("incidentId");

        PlayedShop.verb(incident, "approve", PlayedShop.ON_CALL)
                .statusCode(409)
                .body("detail", containsString("The commander and a second person may reclassify it"));
        declare("region-outage", "on-call")
                .statusCode(409)
                .body("remedy", containsString("/incidents/" + incident + "/reclassify"));

        reclassify(incident, "on-call").statusCode(200).body("decision.outcome", equalTo("veto"));
        reclassify(incident, "on-call").statusCode(200).body("state", not("recovering"));
        reclassify(incident, "data-owner")
                .statusCode(409)
                .body("detail", equalTo("neither on-call nor data-owner commands the incident"));
        PlayedShop.verb(incident, "commander", PlayedShop.ON_CALL)
                .statusCode(200)
                .body("commander", equalTo("on-call"));
        PlayedShop.verb(incident, "commander", "{\"who\": \"data-owner\", \"why\": \"me too\"}")
                .statusCode(409)
                .body("remedy", containsString("hand-over"));
        reclassify(incident, "data-owner").statusCode(200).body("state", equalTo("recovering"));

        shop.eventually("the execution", () -> assertThat(shop.bus().seen(ExecutionOpened.class))
                .hasSize(1));
        assertThat(shop.bus().seen(IncidentReclassified.class)).singleElement().satisfies(told -> {
            assertThat(told.from()).isEqualTo(DisasterClass.DATA_CORRUPTION);
            assertThat(told.to()).isEqualTo(DisasterClass.REGION_OUTAGE);
            assertThat(told.by()).extracting(Act::who).containsExactly("on-call", "data-owner");
        });
    }

    @Test
    void shouldVetoWhatADataWatchSawEvenWhenItFallsSilentWithTheRegion() throws Exception {
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());
        shop.say(Seen.by("frankfurt"), Seen.by("office").set("totals", Tier.DATA, HOME, DOWN));
        shop.bus().send(new OutageSuspected(shop.sighting("office", null)));
        shop.eventually("the veto", () -> shop.list().body("[0].disasterClass", equalTo("data-corruption")));

        loseHome();

        shop.eventually("the region's loss is judged", () -> given().get("/incidents/" + incident())
                .then()
                .body("votes.finding", everyItem(equalTo("region-down")))
                .body("decision.outcome", equalTo("veto"))
                .body("damage", containsString("totals, as office sees it")));
        assertThat(shop.bus().seen(ExecutionOpened.class)).isEmpty();
    }

    @Test
    void shouldHandTheIncidentOverAndOnlyByItsCommander() throws Exception {
        shop.plan(Automation.APPROVE, null);
        loseHome();
        shop.eventually("the incident", () -> shop.list().body("", hasSize(1)));
        String to = "{\"to\": \"day-shift\", \"who\": \"on-call\", \"why\": \"end of the night\"}";

        PlayedShop.verb(incident(), "commander/hand-over", to).statusCode(409).body("field", equalTo("/who"));
        PlayedShop.verb(incident(), "commander", PlayedShop.ON_CALL).statusCode(200);
        PlayedShop.verb(incident(), "commander/hand-over", to).statusCode(200).body("commander", equalTo("day-shift"));

        shop.eventually("both turns are told", () -> assertThat(shop.bus().seen(CommanderChanged.class))
                .extracting(CommanderChanged::commander)
                .containsExactly("on-call", "day-shift"));
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

    private String incident() {
        return shop.list().extract().path("[0].incidentId");
    }

    private ValidatableResponse declare(String disasterClass, String who) {
        return given().contentType(ContentType.JSON)
                .body("""
                        {"application": "%s", "disasterClass": "%s", "who": "%s", "why": "totals do not add up"}""".formatted(shop.application(), disasterClass, who))
                .post("/incidents")
                .then();
    }

    private static ValidatableResponse reclassify(String incident, String who) {
        return PlayedShop.verb(incident, "reclassify", """
                        {"disasterClass": "region-outage", "who": "%s", "why": "a report was read wrongly"}""".formatted(who));
    }
}
