package io.lifeboat.e2e.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.Topic;
import io.lifeboat.e2e.client.HttpFailure;
import io.lifeboat.e2e.client.Rest;
import io.lifeboat.e2e.client.TopicTail;
import io.lifeboat.e2e.job.MainJob;
import io.lifeboat.e2e.job.Story;
import io.lifeboat.e2e.job.Terms;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What must not happen on a standing stack, armed and vouched for: a failover for a rumour, a stop for a bad message. And then the
 * main job on the same stack, for what held it back must not hold it any more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandingStackIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Act COMMANDER = new Act("incident-commander-a", "end-to-end test");
    private static final Act OWNER = new Act("data-owner-b", "end-to-end test");

    /** How far replication is behind when the region is lost; any length may be met. */
    private static final Duration BEHIND =
            Duration.ofSeconds(ThreadLocalRandom.current().nextInt(21));

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Story story = new Story(new PrintStream(told, true, StandardCharsets.UTF_8));

    private Stack stack;
    private TopicTail tail;
    private MainJob job;

    @BeforeAll
    void start() {
        // As in the demo: who holds an address longer is served again after everybody has stopped looking.
        StackOptions options = new StackOptions(List.of("--address-hold", "20s"));
        stack = Stack.start(Layout.ofLauncher("standing"), options, step -> {});
        tail = new TopicTail(stack.bootstrap(), story::hear);
        job = new MainJob(stack, story, new Terms(false, List.of(), BEHIND, PATIENCE));
        job.putInForce();
    }

    @AfterAll
    void end() {
        if (tail != null) {
            tail.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    @Order(1)
    void shouldNameFieldAndLineOfAMalformedPlan() {
        String wrong = stack.plan().replace("quorum: 2", "quorum: two");

        assertThatThrownBy(() -> stack.coordinator().putPlan("shop", wrong, COMMANDER, OWNER))
                .isInstanceOfSatisfying(HttpFailure.class, failure -> assertThat(failure.status())
                        .isEqualTo(422))
                .hasMessageContaining("/gate/quorum")
                .hasMessageContaining("line");
    }

    @Test
    @Order(2)
    void shouldNameTheFieldOfAMalformedRequest() {
        Rest rest = new Rest(stack.urls().get("coordinator"));

        assertThatThrownBy(() -> rest.post(
                        "incidents",
                        Map.of(
                                "application", "shop",
                                "disasterClass", "region-outage",
                                "region", stack.sandbox().regions().home(),
                                "who", "on-call")))
                .isInstanceOfSatisfying(HttpFailure.class, failure -> assertThat(failure.status())
                        .isEqualTo(400))
                .hasMessageContaining("/why");
    }

    @Test
    @Order(3)
    void shouldSetAnUnreadableMessageAsideWithTheReason() {
        send(
                Topic.OUTAGE_EVENTS,
                Map.of(
                        "ce_id", "poison-1",
                        "ce_type", "lifeboat.outage.confirmed.v1",
                        "ce_source", "/test",
                        "ce_specversion", "1.0"),
                "{\"sighting\":{\"application\":\"shop\",\"planRevision\":\"many\"}}");

        ConsumerRecord<String, byte[]> dead = firstOf(Topic.OUTAGE_EVENTS.deadLetters("coordinator"));

        assertThat(new String(dead.value(), StandardCharsets.UTF_8)).contains("many");
        assertThat(headers(dead)).anySatisfy(header -> assertThat(header).contains("/sighting/vantage"));
    }

    @Test
    @Order(4)
    void shouldNotFailOverWhenOneVantageLosesSightOfTheRegion() {
        String home = stack.sandbox().regions().home();
        stack.control().vantage("office", "cut", Map.of("region", home));

        JsonNode incident = awaitIncident();

        String why = await("a hold for want of a quorum, journaled")
                .atMost(SOON)
                .until(() -> stack.coordinator().journal(id(incident)).toString(), text -> text.contains("quorum"));
        assertThat(why).contains("hold");
        assertThat(executions(incident)).isEmpty();
        stack.control().vantage("office", "mend", Map.of());
        awaitClosed(incident);
    }

    @Test
    @Order(5)
    void shouldNotFailOverWhenOnlyTheShopsServiceFails() {
        String home = stack.sandbox().regions().home();
        stack.control().shop(home, "fail");

        JsonNode incident = awaitIncident();

        await("a hold for a scope that is not regional, journaled")
                .atMost(SOON)
                .until(() -> stack.coordinator().journal(id(incident)).toString(), text -> text.contains("scope"));
        assertThat(executions(incident)).isEmpty();
        stack.control().shop(home, "mend");
        awaitClosed(incident);
    }

    @Test
    @Order(6)
    void shouldKeepTheCustomersRecordFromWhoeverHasNoToken() {
        URI control = stack.sandbox().control();

        assertThatThrownBy(() -> new Rest(control).get("/customers"))
                .isInstanceOfSatisfying(HttpFailure.class, failure -> assertThat(failure.status())
                        .isEqualTo(401));
    }

    @Test
    @Order(7)
    void shouldServeFromTheOtherRegionAndMeasureWhatTheCustomersLostWhenTheRegionIsReallyLost() {
        job.letCustomersOrder();
        job.strike();
        job.follow(question -> {});

        MainJob.Outcome outcome = job.judge();

        assertThat(outcome.verdict().good())
                .as(
                        "replication was %s behind; %s%n%s",
                        BEHIND, outcome.verdict(), told.toString(StandardCharsets.UTF_8))
                .isTrue();
    }

    private JsonNode awaitIncident() {
        return await("an incident is open").atMost(SOON).until(this::open, found -> !found.isMissingNode());
    }

    private JsonNode open() {
        for (JsonNode incident : stack.coordinator().incidents("shop")) {
            if (!incident.path("state").asText().equalsIgnoreCase("closed")) {
                return incident;
            }
        }
        return MissingNode.getInstance();
    }

    private void awaitClosed(JsonNode incident) {
        await("what cleared closes by itself").atMost(SOON).until(() -> stack.coordinator()
                .incident(id(incident))
                .path("state")
                .asText()
                .equalsIgnoreCase("closed"));
    }

    private static String id(JsonNode incident) {
        return incident.path("incidentId").asText();
    }

    private List<JsonNode> executions(JsonNode incident) {
        return stack.coordinator()
                .incident(id(incident))
                .path("executions")
                .valueStream()
                .toList();
    }

    private void send(Topic topic, Map<String, String> headers, String body) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", stack.bootstrap());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(topic.wireName(), "shop", body.getBytes(StandardCharsets.UTF_8));
            headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            assertThat(producer.send(record)).succeedsWithin(SOON);
        }
    }

    private ConsumerRecord<String, byte[]> firstOf(String topic) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", stack.bootstrap());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return await("a record on " + topic)
                    .atMost(SOON)
                    .until(
                            () -> consumer.poll(Duration.ofMillis(200)).records(partition).stream()
                                    .findFirst()
                                    .orElse(null),
                            found -> found != null);
        }
    }

    private static List<String> headers(ConsumerRecord<String, byte[]> record) {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
