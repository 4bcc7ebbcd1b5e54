package io.lifeboat.coordinator.incident;

import static io.lifeboat.contract.plan.Tier.COMPUTE;
import static io.lifeboat.contract.plan.Tier.ENTRANCE;
import static io.lifeboat.contract.signal.SignalState.DOWN;
import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.incident.Confidence;
import io.lifeboat.contract.incident.GateEvaluated;
import io.lifeboat.contract.outage.OutageConfirmed;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.coordinator.classify.Flapping;
import io.lifeboat.coordinator.health.HealthNotice;
import io.lifeboat.coordinator.health.HealthNotices;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What pipelines and AWS tell, and what is remembered of vantages and applications, against a real broker and database. */
@QuarkusTest
@QuarkusTestResource(
        value = ControlRoomResource.class,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class CircumstancesIT extends WithPlayedShop {

    @Inject
    Transactions transactions;

    @Inject
    Steadiness steadiness;

    @Inject
    HealthNotices notices;

    @Test
    void shouldExplainAFaultThatBeganWithADeployAndNameTheWrongClocks() throws Exception {
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());
        deploy("{\"what\": \"api\", \"version\": \"1.42.0\", \"regions\": [\"%s\"], \"who\": \"ci\"}".formatted(HOME))
                .statusCode(201);
        event(HOME, "EC2", "open", "2026-11-22T09:58:00Z").statusCode(200).body("counts", equalTo(true));

        shop.bus().send(new OutageConfirmed(shop.sighting("office", null)));
        shop.say(serviceDown("frankfurt"), serviceDown("office"));

        shop.eventually("the class", () -> assertThat(shop.bus().seen(GateEvaluated.class))
                .anySatisfy(said -> {
                    assertThat(said.confidence()).isEqualTo(Confidence.HIGH);
                    assertThat(said.evidenceFor())
                            .anySatisfy(argument -> assertThat(argument.by()).containsExactly("ci"));
                }));
        String incident = shop.list().extract().path("[0].incidentId");
        // The test's vantages date everything by one moment, days away from the broker's
        shop.eventually("the explanation", () -> given().get("/incidents/" + incident)
                .then()
                .statusCode(200)
                .body("explanation.confidence", equalTo("high"))
                .body("explanation.evidenceFor.what", hasItem(containsString("a deploy of api 1.42.0")))
                .body("explanation.evidenceFor.by.flatten()", hasItem("AWS Health"))
                .body("flapping", equalTo(false))
                .body("wrongClocks", hasSize(2))
                .body("decision.explanation.confidence", equalTo("high"))
                .body("decision.checks.find { it.check == 'scope' }.reason", containsString("roll back"))
                .body("decision.checks.find { it.check == 'evidence' }.reason", containsString("the clock of office")));
        given().get("/applications/" + shop.application() + "/deploys")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].version", equalTo("1.42.0"))
                .body("[0].regions", equalTo(List.of(HOME)));
        given().get("/q/metrics").then().body(containsString("lifeboat_vantage_clock_ahead_seconds{"));
    }

    @Test
    void shouldRefuseADeployThatNamesNoVersionOrARegionThatIsNone() throws Exception {
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());

        deploy("{\"who\": \"ci\"}").statusCode(400).body("field", equalTo("/version"));
        deploy("{\"version\": \"1\", \"who\": \"ci\", \"regions\": [\"eu-north-1\"]}")
                .statusCode(422)
                .body("field", equalTo("/regions/0"));
        given().contentType(ContentType.JSON)
                .body("{\"version\": \"1\", \"who\": \"ci\"}")
                .post("/applications/nobody-knows-it/deploys")
                .then()
                .statusCode(404);
    }

    @Test
    void shouldKeepAwsLatestWordAndOpenNothingForIt() throws Exception {
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());
        String region = "test-" + UUID.randomUUID();

        event(region, "RDS", "open", "2026-11-22T09:00:00Z").statusCode(200);
        assertThat(open(region)).extracting(HealthNotice::service).containsExactly("RDS");
        event(region, "RDS", "closed", "2026-11-22T10:00:00Z")
                .statusCode(200)
                .body("counts", equalTo(false))
                .body("why", containsString("not open"));
        assertThat(open(region)).isEmpty();

        // An older word that comes late changes nothing; one without a time that can be read is the latest
        event(region, "RDS", "open", "2026-11-22T09:30:00Z").statusCode(200);
        assertThat(open(region)).isEmpty();
        event(region, "RDS", "open", "lately").statusCode(200);
        assertThat(open(region)).hasSize(1);
        shop.list().body("", hasSize(0));
    }

    @Test
    void shouldRefuseWhatIsNoHealthEventAndSayWhatToSend() {
        given().contentType(ContentType.JSON)
                .body("{\"detail-type\": \"EC2 Instance State-change Notification\", \"source\": \"aws.ec2\"}")
                .post("/health-events")
                .then()
                .statusCode(422)
                .body("field", equalTo("/detail-type"))
                .body("remedy", containsString("EventBridge rule"));
        given().contentType(ContentType.JSON)
                .body("no json")
                .post("/health-events")
                .then()
                .statusCode(400);
    }

    @Test
    void shouldRememberHowSteadyAnApplicationIs() {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        String application = shop.application();

        Flapping flapping = Flapping.none(now);
        for (int i = 1; i <= 5; i++) {
            boolean agreed = i % 2 == 1;
            Instant at = now.plusSeconds(i);
            flapping = flapping.then(agreed, at);
            assertThat(in(() -> steadiness.note(application, "eu-west-1", agreed, at)))
                    .isEqualTo(flapping);
        }

        assertThat(flapping.flaps()).isTrue();
        assertThat(in(() -> steadiness.of(application, "eu-west-1", now.plusSeconds(5))))
                .isEqualTo(flapping);
        assertThat(in(() -> steadiness.of(application, "eu-west-1", now.plusSeconds(600)))
                        .flaps())
                .isFalse();
    }

    private List<HealthNotice> open(String region) {
        return in(() -> notices.open(List.of(region, OTHER))).stream()
                .filter(notice -> notice.region().equals(region))
                .toList();
    }

    private <T> T in(Supplier<Uni<T>> work) {
        return transactions.run(work).await().indefinitely();
    }

    private static Seen serviceDown(String vantage) {
        return Seen.by(vantage).set("api-live", COMPUTE, HOME, DOWN).set("entrance", ENTRANCE, null, DOWN);
    }

    private ValidatableResponse deploy(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/applications/" + shop.application() + "/deploys")
                .then();
    }

    private static ValidatableResponse event(String region, String service, String status, String updated) {
        return given().contentType(ContentType.JSON)
                .body("""
                        { "detail-type": "AWS Health Event", "source": "aws.health", "region": "us-east-1",
                          "detail": { "eventArn": "arn:aws:health:%1$s::event/%2$s", "eventRegion": "%1$s", "service": "%2$s",
                            "eventTypeCode": "AWS_%2$s_OPERATIONAL_ISSUE", "eventTypeCategory": "issue",
                            "eventScopeCode": "PUBLIC", "statusCode": "%3$s", "lastUpdatedTime": "%4$s" } }
                        """.formatted(region, service, status, updated))
                .post("/health-events")
                .then();
    }
}
