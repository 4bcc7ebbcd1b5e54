package io.lifeboat.coordinator.classify;

import static io.lifeboat.contract.incident.Confidence.HIGH;
import static io.lifeboat.contract.incident.Confidence.LOW;
import static io.lifeboat.contract.incident.Confidence.MEDIUM;
import static io.lifeboat.contract.plan.Tier.COMPUTE;
import static io.lifeboat.contract.plan.Tier.CONTROL_PLANE;
import static io.lifeboat.contract.plan.Tier.DATABASE;
import static io.lifeboat.contract.plan.Tier.ENTRANCE;
import static io.lifeboat.contract.signal.SignalState.DOWN;
import static io.lifeboat.contract.signal.SignalState.UNKNOWN;
import static io.lifeboat.contract.signal.SignalState.UP;
import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.Argument;
import io.lifeboat.contract.incident.Confidence;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.coordinator.deploy.DeployMarker;
import io.lifeboat.coordinator.health.HealthNotice;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.coordinator.signal.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void shouldBeSureOfALossThatAllSeeWhileTheOtherRegionIsUp() {
        Classification lost = classify(Circumstances.NONE, lost("frankfurt"), lost("office"));

        assertThat(lost.disasterClass()).isEqualTo(DisasterClass.REGION_OUTAGE);
        assertThat(lost.explanation().confidence()).isEqualTo(HIGH);
        assertThat(lost.explanation().reason())
                .isEqualTo("2 of 2 vantages that can see it agree; nothing of it answers, and other regions do");
        assertThat(lost.explanation().evidenceFor().getFirst())
                .isEqualTo(new Argument(
                        "compute, database and entrance of eu-west-1 are down",
                        List.of("frankfurt", "office"),
                        Duration.ofSeconds(2)));
        assertThat(texts(lost.explanation().evidenceFor())).contains("eu-central-1 is up", "its writes are refused");
        assertThat(lost.explanation().evidenceAgainst()).isEmpty();
    }

    @Test
    void shouldBeUnsureWhileNoQuorumAgrees() {
        Classification rumour = classify(saidByAws(HOME, "EC2"), lost("office"), Seen.by("frankfurt"));

        assertThat(rumour.explanation().confidence()).isEqualTo(LOW);
        assertThat(rumour.explanation().reason()).startsWith("no quorum agrees: 1 of 2");
        assertThat(texts(rumour.explanation().evidenceFor()))
                .contains("compute, database and entrance of eu-west-1 are down");
        assertThat(texts(rumour.explanation().evidenceAgainst()))
                .containsExactly("sees compute up, database up, entrance up");
    }

    @Test
    void shouldListAVantageThatSaysNothingAgainst() {
        Classification lost = Classifier.classify(
                Shop.plan(),
                HOME,
                HOME,
                Seen.evidence(lost("frankfurt"), lost("office"), lost("paris").sight(Sight.SUSPECT)));

        assertThat(lost.explanation().evidenceAgainst()).singleElement().satisfies(argument -> {
            assertThat(argument.by()).containsExactly("paris");
            assertThat(argument.what()).startsWith("says nothing that counts (unknown)");
        });
        // It could not have spoken, so it makes nothing less sure
        assertThat(lost.explanation().confidence()).isEqualTo(HIGH);
    }

    @Test
    void shouldBeLessSureWhenOneThatCanSeeItSeesOtherwise() {
        Seen sees = Seen.by("paris");
        Seen seesAndWrites = Seen.by("paris");
        sees.without("orders");

        Explanation lost = classify(Circumstances.NONE, lost("frankfurt"), lost("office"), sees)
                .explanation();
        assertThat(lost.confidence()).isEqualTo(MEDIUM);
        assertThat(lost.reason()).startsWith("2 of 3");
        assertThat(confidence(Circumstances.NONE, lost("frankfurt"), lost("office"), seesAndWrites))
                .as("and its writes are accepted")
                .isEqualTo(LOW);
    }

    @Test
    void shouldBeLessSureWhileSomeOfTheRegionAnswersOrNoOtherRegionDoes() {
        Seen entrance = lost("frankfurt").set("entrance", ENTRANCE, null, UP);
        assertThat(classify(Circumstances.NONE, entrance, lost("office"))
                        .explanation()
                        .evidenceAgainst())
                .extracting(Argument::what)
                .contains("entrance of eu-west-1 is up");
        assertThat(confidence(Circumstances.NONE, entrance, lost("office"))).isEqualTo(MEDIUM);
        assertThat(confidence(
                        Circumstances.NONE,
                        lost("frankfurt").withoutRegion(OTHER),
                        lost("office").withoutRegion(OTHER)))
                .isEqualTo(MEDIUM);
    }

    @Test
    void shouldWeighWhatAVantageInsideDoes() {
        Seen silent = Seen.by("dublin").since(Duration.ofSeconds(60));
        Seen talking = Seen.by("dublin").since(Duration.ofSeconds(2));
        Seen faultLastsLong = Seen.by("frankfurt").homeLost(Duration.ofSeconds(90));
        Seen tooLong = Seen.by("office").homeLost(Duration.ofSeconds(90));

        assertThat(texts(classify(Circumstances.NONE, faultLastsLong, tooLong, silent)
                        .explanation()
                        .evidenceFor()))
                .contains("stands in eu-west-1 itself and is silent");
        assertThat(texts(classify(Circumstances.NONE, faultLastsLong, tooLong, talking)
                        .explanation()
                        .evidenceAgainst()))
                .contains("stands in eu-west-1 itself and goes on reporting");
    }

    @Test
    void shouldTakeReplicationThatGoesOnAgainstALoss() {
        Seen frankfurt = Seen.by("frankfurt").homeLost(Duration.ofSeconds(90));
        Seen office = Seen.by("office").homeLost(Duration.ofSeconds(90));
        assertThat(confidence(Circumstances.NONE, frankfurt, office)).isEqualTo(MEDIUM);
        assertThat(texts(classify(Circumstances.NONE, frankfurt, office)
                        .explanation()
                        .evidenceAgainst()))
                .containsExactly("replication went on after it began");

        Duration before = Duration.ofSeconds(95);
        frankfurt.lag(HOME, Duration.ofMillis(500), before);
        office.lag(HOME, Duration.ofMillis(500), before);
        assertThat(confidence(Circumstances.NONE, frankfurt, office)).isEqualTo(HIGH);
    }

    @Test
    void shouldSuspectADeployForAFaultOfTheServiceAndNotForWhatBeganLongAfter() {
        Circumstances deployed = deployed(Duration.ofMinutes(3), HOME);
        Classification fault = classify(deployed, serviceDown("frankfurt"), serviceDown("office"));

        assertThat(fault.disasterClass()).isEqualTo(DisasterClass.SERVICE_FAULT);
        assertThat(fault.explanation().confidence()).isEqualTo(HIGH);
        assertThat(fault.explanation().evidenceFor())
                .contains(new Argument(
                        "a deploy of api 1.42.0 to eu-west-1 ended 2 min before it began",
                        List.of("ci"),
                        Duration.ofMinutes(3)));

        Circumstances longAgo = deployed(Duration.ofMinutes(31), HOME);
        assertThat(texts(classify(longAgo, serviceDown("frankfurt"), serviceDown("office"))
                        .explanation()
                        .evidenceFor()))
                .noneMatch(text -> text.contains("deploy"));
        Circumstances elsewhere = deployed(Duration.ofMinutes(3), OTHER);
        assertThat(texts(classify(elsewhere, serviceDown("frankfurt"), serviceDown("office"))
                        .explanation()
                        .evidenceFor()))
                .noneMatch(text -> text.contains("deploy"));
    }

    @Test
    void shouldSuspectADeployThatEndsWhileItHasBegun() {
        Circumstances ended = deployed(Duration.ofSeconds(5), HOME);

        assertThat(texts(classify(ended, serviceDown("frankfurt"), serviceDown("office"))
                        .explanation()
                        .evidenceFor()))
                .contains("a deploy of api 1.42.0 to eu-west-1 ended while it began");
        assertThat(deployed(Duration.ZERO, HOME).suspect(HOME, Duration.ofMinutes(6)))
                .as("posted long after it began")
                .isEmpty();
    }

    @Test
    void shouldCallABadDeployInBothRegionsAServiceFaultThoughNothingElseOfTheOtherRegionIsSeen() {
        Circumstances deployed = deployed(Duration.ofMinutes(1), HOME, OTHER);
        Seen frankfurt = bothServicesDown("frankfurt");
        Seen office = bothServicesDown("office");

        assertThat(classify(deployed, frankfurt, office).disasterClass()).isEqualTo(DisasterClass.SERVICE_FAULT);
    }

    @Test
    void shouldTakeADeployAgainstALossAndChangeNoClass() {
        Classification lost = classify(deployed(Duration.ofMinutes(1), HOME), lost("frankfurt"), lost("office"));

        assertThat(lost.disasterClass()).isEqualTo(DisasterClass.REGION_OUTAGE);
        assertThat(lost.agreedFor()).isEqualTo(Duration.ofSeconds(20));
        assertThat(lost.explanation().confidence()).isEqualTo(MEDIUM);
        assertThat(texts(lost.explanation().evidenceAgainst())).anyMatch(text -> text.contains("a deploy of api"));
    }

    @Test
    void shouldBeOneNotchSurerWhenAwsSaysTheSame() {
        Seen frankfurt = lost("frankfurt").withoutRegion(OTHER);
        Seen office = lost("office").withoutRegion(OTHER);
        assertThat(confidence(Circumstances.NONE, frankfurt, office)).isEqualTo(MEDIUM);

        assertThat(confidence(saidByAws(HOME, "EC2"), frankfurt, office)).isEqualTo(HIGH);
        assertThat(confidence(saidByAws(OTHER, "EC2"), frankfurt, office))
                .as("of another region")
                .isEqualTo(MEDIUM);
        assertThat(confidence(saidByAws(HOME, "WORKSPACES"), frankfurt, office))
                .as("of a service nothing here runs on")
                .isEqualTo(MEDIUM);
        assertThat(classify(saidByAws(HOME, "EC2"), frankfurt, office)
                        .explanation()
                        .evidenceFor())
                .contains(new Argument(
                        "AWS says so: AWS_EC2_OPERATIONAL_ISSUE in eu-west-1",
                        List.of("AWS Health"),
                        Duration.ofMinutes(4)));
    }

    @Test
    void shouldBeLessSureOfWhatFlaps() {
        Flapping flapping = Flapping.none(NOW);
        for (int i = 1; i <= 5; i++) {
            flapping = flapping.then(i % 2 == 1, NOW.plusSeconds(i));
        }
        Circumstances flaps = new Circumstances(List.of(), Duration.ZERO, List.of(), flapping, List.of());

        assertThat(confidence(flaps, lost("frankfurt"), lost("office"))).isEqualTo(MEDIUM);
        assertThat(texts(classify(flaps, lost("frankfurt"), lost("office"))
                        .explanation()
                        .evidenceAgainst()))
                .containsExactly("it flaps: what the vantages agree on changed in 5 of its last 21 samples");
    }

    @Test
    void shouldTellFailingControlPlanesFromALostRegion() {
        Classification api = classify(Circumstances.NONE, apiDown(Seen.by("frankfurt")), apiDown(Seen.by("office")));
        assertThat(api.disasterClass()).isEqualTo(DisasterClass.CONTROL_PLANE_ONLY);
        assertThat(api.explanation().confidence()).isEqualTo(HIGH);
        assertThat(api.explanation().evidenceFor().getFirst().what()).isEqualTo("api-rds of eu-west-1 is down");
        assertThat(api.clear()).isFalse();

        Classification lost = classify(Circumstances.NONE, apiDown(lost("frankfurt")), apiDown(lost("office")));
        assertThat(lost.disasterClass()).isEqualTo(DisasterClass.REGION_OUTAGE);
        assertThat(texts(lost.explanation().evidenceFor())).contains("control plane of eu-west-1 fails too: api-rds");
    }

    @Test
    void shouldCallAnApiThatOneVantageCannotReachARumour() {
        Classification rumour = classify(Circumstances.NONE, apiDown(Seen.by("frankfurt")), Seen.by("office"));

        assertThat(rumour.disasterClass()).isEqualTo(DisasterClass.UNKNOWN);
        assertThat(rumour.explanation().confidence()).isEqualTo(LOW);
    }

    private static Seen lost(String vantage) {
        return Seen.by(vantage).homeLost(Duration.ofSeconds(20));
    }

    private static Seen apiDown(Seen seen) {
        return seen.set("api-rds", CONTROL_PLANE, HOME, DOWN);
    }

    /** For a minute. */
    private static Seen serviceDown(String vantage) {
        return Seen.by(vantage).heldFor(Duration.ofMinutes(1)).set("api-live", COMPUTE, HOME, DOWN);
    }

    private static Seen bothServicesDown(String vantage) {
        return serviceDown(vantage).set("api-live", COMPUTE, OTHER, DOWN).set("database", DATABASE, OTHER, UNKNOWN);
    }

    private static Circumstances deployed(Duration ago, String... regions) {
        return new Circumstances(
                List.of(new DeployMarker("api", "1.42.0", List.of(regions), "ci", ago)),
                Duration.ofMinutes(29),
                List.of(),
                Flapping.none(NOW),
                List.of());
    }

    private static Circumstances saidByAws(String region, String service) {
        HealthNotice notice =
                new HealthNotice(region, service, "AWS_%s_OPERATIONAL_ISSUE".formatted(service), Duration.ofMinutes(4));
        return new Circumstances(List.of(), Duration.ZERO, List.of(notice), Flapping.none(NOW), List.of());
    }

    private static Confidence confidence(Circumstances around, Seen... seen) {
        return classify(around, seen).explanation().confidence();
    }

    private static Classification classify(Circumstances around, Seen... seen) {
        return Classifier.classify(Shop.plan(), HOME, HOME, Seen.evidence(seen), around);
    }

    private static List<String> texts(List<Argument> arguments) {
        return arguments.stream().map(Argument::what).toList();
    }
}
