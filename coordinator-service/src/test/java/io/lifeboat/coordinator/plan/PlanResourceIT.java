package io.lifeboat.coordinator.plan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.lifeboat.contract.Topic;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.plan.PlanHash;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.testkit.ControlRoom;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ControlRoomResource.class,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class PlanResourceIT {

    private static final RestAssuredConfig YAML_IS_TEXT = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(PlanResource.YAML, ContentType.TEXT));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    ControlRoom room;

    @Test
    void shouldPutAPlanInForceAndPublishIt() {
        String yaml = planOf("published");

        String hash = submit(yaml, "published")
                .then()
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("state", equalTo("in-force"))
                .body("changed", equalTo(true))
                .body("warnings.field", hasItem("/gate/minimumOutageAge"))
                .extract()
                .path("hash");

        given().accept("application/json")
                .get("/plans/published")
                .then()
                .statusCode(200)
                .body("hash", equalTo(hash))
                .body("act.who", equalTo("incident-commander-a"))
                .body("second.who", equalTo("data-owner-b"));
        given().accept(PlanResource.YAML)
                .get("/plans/published")
                .then()
                .statusCode(200)
                .body(equalTo(yaml));
        given().get("/plans").then().statusCode(200).body("application", hasItem("published"));
        await("the relay to send it").atMost(PATIENCE).untilAsserted(() -> assertThat(sent("published"))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.hash()).isEqualTo(hash);
                    assertThat(message.plan()).isNotNull();
                    assertThat(PlanHash.of(message.plan())).isEqualTo(hash);
                }));
    }

    @Test
    void shouldMakeARevisionOfChangedContentAlone() {
        String yaml = planOf("revised");
        submit(yaml, "revised").then().statusCode(200).body("revision", equalTo(1));

        submit(yaml + "\n# a remark", "revised")
                .then()
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("changed", equalTo(false));
        submit(ShopYaml.with(yaml, "rto: 2m", "rto: 3m"), "revised")
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("changed", equalTo(true));

        given().queryParam("revision", 1)
                .accept("application/json")
                .get("/plans/revised")
                .then()
                .statusCode(200)
                .body("plan.objectives.rto", equalTo("PT2M"));
    }

    @Test
    void shouldSaySchemaErrorsWithFieldLineAndRemedy() {
        submit(ShopYaml.with(planOf("broken"), "rto: 2m", "rto: soon"), "broken")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("title", equalTo("The plan is refused"))
                .body("field", equalTo("/objectives/rto"))
                .body("line", greaterThan(0))
                .body("remedy", containsString("write a duration"))
                .body("problems[0].severity", equalTo("error"));

        given().accept("application/json").get("/plans/broken").then().statusCode(404);
        assertThat(sent("broken")).isEmpty();
    }

    @Test
    void shouldSayLintErrorsAllAtOnce() {
        String unwise = ShopYaml.with(
                ShopYaml.with(planOf("unwise"), "quorum: 2", "quorum: 3"),
                "needs: [promote, scale]",
                "needs: [promote]");

        submit(unwise, "unwise")
                .then()
                .statusCode(422)
                .body("problems.field", hasItems("/gate/quorum", "/procedures/failover/6/needs"));
    }

    @Test
    void shouldOnlyLookAtAPlanThatIsValidated() {
        yaml(planOf("looked-at"))
                .post("/plans/validate")
                .then()
                .statusCode(200)
                .body("application", equalTo("looked-at"))
                .body("warnings.size()", equalTo(1));
        yaml("application: [")
                .post("/plans/validate")
                .then()
                .statusCode(422)
                .body("detail", containsString("is not YAML"));

        given().accept("application/json").get("/plans/looked-at").then().statusCode(404);
    }

    @Test
    void shouldAskWhoAndWhy() {
        yaml(planOf("nobodys"))
                .put("/plans/nobodys")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("Lifeboat-Who"))
                .body("remedy", equalTo("say who you are"));
    }

    @Test
    void shouldNotTakeAnAcceptanceFromOnePersonAlone() {
        yaml(planOf("alone"))
                .headers("Lifeboat-Who", "incident-commander-a", "Lifeboat-Why", "in a hurry")
                .put("/plans/alone")
                .then()
                .statusCode(422)
                .body("problems.field", hasItem("/gate/accept/by"));
    }

    @Test
    void shouldRefuseAPlanSentToAnotherApplication() {
        submit(planOf("mine"), "yours").then().statusCode(422).body("field", equalTo("/application"));
    }

    @Test
    void shouldLetAResourceBelongToOneApplicationAlone() {
        submit(planOf("owner"), "owner").then().statusCode(200);
        String thief = ShopYaml.with(planOf("thief"), "www.thief.example", "www.owner.example");

        submit(thief, "thief")
                .then()
                .statusCode(422)
                .body("problems.message", hasItem(containsString("belongs to the application 'owner' already")));
    }

    @Test
    void shouldWithdrawAPlanAndTakeItAgain() {
        String yaml = planOf("withdrawn");
        submit(yaml, "withdrawn").then().statusCode(200);

        given().headers("Lifeboat-Who", "incident-commander-a", "Lifeboat-Why", "the shop was closed")
                .delete("/plans/withdrawn")
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("state", equalTo("withdrawn"));

        submit(yaml, "withdrawn").then().statusCode(200).body("revision", equalTo(3));
        await("the relay to send all three").atMost(PATIENCE).untilAsserted(() -> assertThat(sent("withdrawn"))
                .extracting(PlanRevision::state)
                .containsExactly(
                        PlanRevision.State.IN_FORCE, PlanRevision.State.WITHDRAWN, PlanRevision.State.IN_FORCE));
    }

    @Test
    void shouldNumberRevisionsSubmittedAtOnceOneByOne() throws Exception {
        List<String> texts = List.of("2m", "3m", "4m", "5m").stream()
                .map(rto -> ShopYaml.with(planOf("hurried"), "rto: 2m", "rto: " + rto))
                .toList();
        List<Integer> revisions = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = people.invokeAll(texts.stream()
                    .<Callable<Integer>>map(text -> () -> submit(text, "hurried")
                            .then()
                            .statusCode(200)
                            .extract()
                            .path("revision"))
                    .toList());
            for (Future<Integer> answer : answers) {
                revisions.add(answer.get());
            }
        }

        assertThat(revisions).containsExactlyInAnyOrder(1, 2, 3, 4);
    }

    /** The shop's plan under another name, with resources of its own. */
    private static String planOf(String application) {
        return ShopYaml.text()
                .replace("application: shop", "application: " + application)
                .replace("www.shop.example", "www." + application + ".example")
                .replace("cluster: shop", "cluster: " + application)
                .replace("cluster:shop", "cluster:" + application)
                .replace("globalCluster: shop", "globalCluster: " + application)
                .replace("targetgroup/api", "targetgroup/" + application);
    }

    private static RequestSpecification yaml(String text) {
        return given().config(YAML_IS_TEXT).contentType(PlanResource.YAML).body(text);
    }

    private static Response submit(String yaml, String application) {
        return yaml(yaml)
                .headers(Map.of(
                        "Lifeboat-Who", "incident-commander-a",
                        "Lifeboat-Why", "it is time for a plan",
                        "Lifeboat-Second-Who", "data-owner-b",
                        "Lifeboat-Second-Why", "I accept the loss bound"))
                .put("/plans/" + application);
    }

    private List<PlanRevision> sent(String application) {
        Map<String, Object> settings = Map.of("bootstrap.servers", room.kafka().bootstrap());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.PLANS.wireName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<PlanRevision> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (record.key().equals(application)) {
                        found.add(Json.mapper().readValue(record.value(), PlanRevision.class));
                    }
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
