package io.lifeboat.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.outage.OutageCleared;
import io.lifeboat.contract.outage.OutageConfirmed;
import io.lifeboat.contract.outage.OutageEvent;
import io.lifeboat.contract.outage.OutageSuspected;
import io.lifeboat.contract.plan.Placement;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.outside.OutsideResource;
import io.lifeboat.detector.outside.OutsideResource.Regions;
import io.lifeboat.detector.outside.Topics;
import io.lifeboat.testkit.ControlRoom;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a plan on Kafka, over looks at real servers, to signals and outage events on Kafka. */
@QuarkusTest
@QuarkusTestResource(ControlRoomResource.class)
@QuarkusTestResource(OutsideResource.class)
class FlowIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SIGNALS = "signals";
    private static final String EVENTS = "outage-events";
    private static final String DEAD = "dead-letters.detector.plans";

    ControlRoom room;
    Regions regions;
    private Topics topics;

    @BeforeEach
    void read() {
        topics = new Topics(room.kafka().bootstrap(), SIGNALS, EVENTS, DEAD);
    }

    @AfterEach
    void heal() {
        regions.home().answers(200, "fine").silent(false);
        regions.other().answers(200, "fine").silent(false);
        regions.control().silent(false);
        regions.secondControl().silent(false);
        topics.close();
    }

    @Test
    void shouldTellSignalsAndTheWholeLifeOfAnOutage() {
        // Given a plan that cannot be read before one that can
        topics.write(new ProducerRecord<>("plans", "broken", "{".getBytes(StandardCharsets.UTF_8)));
        watch("shop", 1);
        awaitUp("shop");
        assertThat(topics.records(DEAD)).isNotEmpty();

        // When its home region answers no more
        regions.home().silent(true);

        // Then it is confirmed, from the last good look on, and the other region is not
        await("the outage is confirmed").atMost(SOON).untilAsserted(() -> assertThat(
                        events("shop", OutageConfirmed.class))
                .anyMatch(event -> Objects.equals(event.sighting().region(), "eu-west-1")));
        OutageEvent confirmed = event("shop", OutageConfirmed.class, "eu-west-1");
        assertThat(events("shop", OutageSuspected.class))
                .anyMatch(event -> Objects.equals(event.sighting().region(), "eu-west-1"));
        assertThat(confirmed.sighting().faultAge()).isBetween(Duration.ofMillis(200), Duration.ofSeconds(20));
        assertThat(confirmed.sighting().vantage()).isEqualTo("office");
        assertThat(topics.messages(EVENTS, "shop")).noneMatch(event -> "eu-central-1"
                .equals(((OutageEvent) event).sighting().region()));
        await("the entrance is confirmed down").atMost(SOON).untilAsserted(() -> assertThat(
                        events("shop", OutageConfirmed.class))
                .anyMatch(event -> event.sighting().region() == null));
        await("the signals say so").atMost(SOON).untilAsserted(() -> {
            assertThat(state("shop", "api", "eu-west-1")).isEqualTo(SignalState.DOWN);
            assertThat(state("shop", "api", "eu-central-1")).isEqualTo(SignalState.UP);
        });

        // And when it answers again it is cleared
        regions.home().silent(false);
        await("the outage is cleared").atMost(SOON).untilAsserted(() -> assertThat(events("shop", OutageCleared.class))
                .anyMatch(event -> Objects.equals(event.sighting().region(), "eu-west-1")));
    }

    @Test
    void shouldOpenNothingWhenItIsItselfCutOff() {
        watch("cut", 1);
        awaitUp("cut");

        regions.control().silent(true);
        regions.secondControl().silent(true);
        regions.home().silent(true);
        regions.other().silent(true);

        await("it suspects itself").atMost(SOON).untilAsserted(() -> {
            SignalSnapshot latest = latest("cut");
            assertThat(latest.sight()).isEqualTo(Sight.SUSPECT);
            assertThat(latest.signals()).extracting(Signal::state).containsOnly(SignalState.UNKNOWN);
        });
        await("several windows pass").during(Duration.ofSeconds(4)).atMost(SOON).untilAsserted(() -> assertThat(
                        topics.messages(EVENTS, "cut"))
                .isEmpty());
    }

    @Test
    void shouldTrustItsEyesWhenARegionFallsSilentJustAfterTheOtherWasClosed() {
        watch("closed", 1);
        awaitUp("closed");

        regions.other().answers(503, "closed by a fence");
        regions.home().silent(true);

        await("the outage is confirmed").atMost(SOON).untilAsserted(() -> assertThat(
                        events("closed", OutageConfirmed.class))
                .anyMatch(event -> Objects.equals(event.sighting().region(), "eu-west-1")));
        assertThat(latest("closed").sight()).isEqualTo(Sight.CLEAR);
        assertThat(state("closed", "api", "eu-central-1")).isEqualTo(SignalState.DOWN);
    }

    @Test
    void shouldConfirmWhenEverythingOfAPlanLiesInTheLostRegion() {
        topics.write(Envelope.pack(
                "test",
                "bank",
                Instant.now(),
                Plans.revision(
                        1,
                        Plans.of(
                                "bank",
                                List.of(Plans.watch(
                                        "api",
                                        Tier.COMPUTE,
                                        Placement.ACTIVE,
                                        Duration.ofMillis(500),
                                        Plans.https(home())))))));
        awaitUp("bank");

        regions.home().silent(true);

        await("the outage is confirmed").atMost(SOON).untilAsserted(() -> assertThat(
                        events("bank", OutageConfirmed.class))
                .anyMatch(event -> Objects.equals(event.sighting().region(), "eu-west-1")));
    }

    @Test
    void shouldTellAnOutageThatBeganWhileTheBrokerWasAwayWithItsWholeAge() {
        watch("patient", 1);
        awaitUp("patient");

        room.kafka().stop();
        regions.home().silent(true);
        Instant lost = Instant.now();
        await("the outage is older than any time-out")
                .pollDelay(Duration.ofSeconds(8))
                .until(() -> true);
        room.kafka().start();

        await("the outage is told").atMost(SOON).untilAsserted(() -> assertThat(
                        events("patient", OutageConfirmed.class))
                .anyMatch(event -> Objects.equals(event.sighting().region(), "eu-west-1")));
        OutageEvent told = event("patient", OutageConfirmed.class, "eu-west-1");
        assertThat(told.sighting().faultAge())
                .isBetween(
                        Duration.ofSeconds(7),
                        Duration.between(lost, Instant.now()).plusSeconds(2));
    }

    @Test
    void shouldBeReadyAndCount() {
        watch("counted", 1);
        awaitUp("counted");

        RestAssured.get("/q/health/ready").then().statusCode(200);
        String metrics = RestAssured.get("/q/metrics").asString();
        assertThat(metrics)
                .contains("lifeboat_probe_duration_seconds_bucket{application=\"counted\"")
                .contains("lifeboat_probe_results_total{application=\"counted\"")
                .contains("lifeboat_signal_state{application=\"counted\",state=\"up\",vantage=\"office\"}")
                .contains("lifeboat_detection_delay_seconds_count");
    }

    private void watch(String application, int revision) {
        Plan plan = Plans.of(
                application,
                List.of(
                        Plans.watch("api", Tier.COMPUTE, Placement.EACH, Duration.ofMillis(500), Plans.https(each())),
                        Plans.watch(
                                "entrance",
                                Tier.ENTRANCE,
                                Placement.GLOBAL,
                                Duration.ofMillis(500),
                                Plans.https(home()))));
        topics.write(Envelope.pack("test", application, Instant.now(), Plans.revision(revision, plan)));
    }

    private String each() {
        return "https://api.{region}.shop.example:" + regions.home().port() + "/health";
    }

    private String home() {
        return "https://api.eu-west-1.shop.example:" + regions.home().port() + "/health";
    }

    private void awaitUp(String application) {
        await("everything of " + application + " is up").atMost(SOON).untilAsserted(() -> {
            SignalSnapshot latest = latest(application);
            assertThat(latest).isNotNull();
            assertThat(latest.sight()).isEqualTo(Sight.CLEAR);
            assertThat(latest.signals()).extracting(Signal::state).containsOnly(SignalState.UP);
        });
    }

    private @Nullable SignalSnapshot latest(String application) {
        List<Record> snapshots = topics.messages(SIGNALS, application);
        return snapshots.isEmpty() ? null : (SignalSnapshot) snapshots.getLast();
    }

    private SignalState state(String application, String watch, String region) {
        return latest(application).signals().stream()
                .filter(signal -> signal.watch().equals(watch) && region.equals(signal.region()))
                .map(Signal::state)
                .findFirst()
                .orElseThrow();
    }

    private <T extends OutageEvent> List<T> events(String application, Class<T> kind) {
        return topics.messages(EVENTS, application).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private <T extends OutageEvent> OutageEvent event(String application, Class<T> kind, String region) {
        return events(application, kind).stream()
                .filter(event -> Objects.equals(event.sighting().region(), region))
                .findFirst()
                .orElseThrow();
    }
}
