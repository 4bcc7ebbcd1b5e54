package io.lifeboat.coordinator.classify;

import static io.lifeboat.contract.plan.Tier.COMPUTE;
import static io.lifeboat.contract.plan.Tier.DATABASE;
import static io.lifeboat.contract.plan.Tier.ENTRANCE;
import static io.lifeboat.contract.signal.SignalState.DEGRADED;
import static io.lifeboat.contract.signal.SignalState.DOWN;
import static io.lifeboat.contract.signal.SignalState.UNKNOWN;
import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.coordinator.classify.Vote.Finding;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.coordinator.signal.Shop;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClassifierTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatBothVantagesSee")
    void shouldNameTheClassThatBothVantagesSee(String what, UnaryOperator<Seen> change, DisasterClass expected) {
        Classification classification = classify(change.apply(Seen.by("frankfurt")), change.apply(Seen.by("office")));

        assertThat(classification.disasterClass()).as(what).isEqualTo(expected);
        assertThat(classification.agreed()).isEqualTo(expected != DisasterClass.UNKNOWN);
    }

    static Stream<Arguments> whatBothVantagesSee() {
        return Stream.of(
                seen("everything of home lost", s -> s.homeLost(seconds(20)), DisasterClass.REGION_OUTAGE),
                seen(
                        "everything lost in a plan that only looks at home",
                        s -> s.homeLost(seconds(20)).withoutRegion(OTHER),
                        DisasterClass.REGION_OUTAGE),
                seen(
                        "compute and entrance lost, and nobody looks at the database",
                        s -> s.homeLost(seconds(20)).without("database").without("orders"),
                        DisasterClass.REGION_OUTAGE),
                seen(
                        "the service answers 500 while the database is up",
                        s -> s.set("api-live", COMPUTE, HOME, DOWN).set("entrance", ENTRANCE, null, DOWN),
                        DisasterClass.SERVICE_FAULT),
                seen(
                        "only the entrance is down",
                        s -> s.set("entrance", ENTRANCE, null, DOWN),
                        DisasterClass.SERVICE_FAULT),
                seen(
                        "only the database is down",
                        s -> s.set("database", DATABASE, HOME, DOWN).set("orders", DATABASE, HOME, DOWN),
                        DisasterClass.DATABASE_OUTAGE),
                seen(
                        "the database answers but takes no writes, and compute is down",
                        s -> s.set("orders", DATABASE, HOME, DOWN).set("api-live", COMPUTE, HOME, DOWN),
                        DisasterClass.REGION_DEGRADED),
                seen("compute is slow", s -> s.set("api-live", COMPUTE, HOME, DEGRADED), DisasterClass.REGION_DEGRADED),
                seen("compute was not judged", s -> s.set("api-live", COMPUTE, HOME, UNKNOWN), DisasterClass.UNKNOWN),
                seen("nothing is wrong", UnaryOperator.identity(), DisasterClass.UNKNOWN),
                seen(
                        "every region fails, as a vantage does that lost its way out",
                        s -> s.homeLost(seconds(20))
                                .set("api-live", COMPUTE, OTHER, DOWN)
                                .set("database", DATABASE, OTHER, DOWN),
                        DisasterClass.UNKNOWN),
                seen(
                        "only the standby region is lost",
                        s -> s.set("api-live", COMPUTE, OTHER, DOWN).set("database", DATABASE, OTHER, DOWN),
                        DisasterClass.UNKNOWN),
                seen(
                        "the detectors distrust their sight",
                        s -> s.homeLost(seconds(20)).sight(Sight.SUSPECT),
                        DisasterClass.UNKNOWN),
                seen(
                        "the detectors have only just started",
                        s -> s.homeLost(seconds(20)).sight(Sight.WARMING),
                        DisasterClass.UNKNOWN),
                seen("the looks are too old", s -> s.homeLost(seconds(20)).since(seconds(16)), DisasterClass.UNKNOWN));
    }

    @Test
    void shouldTakeOneVantageForARumour() {
        Classification classification = classify(Seen.by("frankfurt").homeLost(seconds(20)), Seen.by("office"));

        assertThat(classification.disasterClass()).isEqualTo(DisasterClass.UNKNOWN);
        assertThat(classification.agreed()).isFalse();
        assertThat(classification.troubled()).isTrue();
        assertThat(classification.reason()).contains("1 of the 2 vantages needed", "frankfurt", "office");
    }

    @Test
    void shouldNotCountAVantageInsideTheFailingRegion() {
        // Given an active region in which frankfurt stands
        Seen frankfurt =
                Seen.by("frankfurt").set("api-live", COMPUTE, OTHER, DOWN).set("database", DATABASE, OTHER, DOWN);
        Seen office = Seen.by("office").set("api-live", COMPUTE, OTHER, DOWN).set("database", DATABASE, OTHER, DOWN);

        Classification classification =
                Classifier.classify(Shop.plan(), OTHER, OTHER, Seen.evidence(frankfurt, office));

        assertThat(classification.votes())
                .extracting(Vote::finding)
                .containsExactly(Finding.INSIDE, Finding.REGION_DOWN);
        assertThat(classification.disasterClass()).isEqualTo(DisasterClass.UNKNOWN);
    }

    @Test
    void shouldCallASilentVantageUnknown() {
        Classification classification =
                classify(Seen.by("frankfurt").since(null), Seen.by("office").since(seconds(46)));

        assertThat(classification.votes()).extracting(Vote::finding).containsOnly(Finding.UNKNOWN);
        assertThat(classification.votes())
                .extracting(Vote::reason)
                .containsExactly("frankfurt has not reported yet", "office is silent");
        assertThat(classification.clear()).isFalse();
    }

    @Test
    void shouldBeClearOnlyWhenEveryVantageSeesSo() {
        assertThat(classify(Seen.by("frankfurt"), Seen.by("office")).clear()).isTrue();
        assertThat(classify(Seen.by("frankfurt"), Seen.by("office").sight(Sight.SUSPECT))
                        .clear())
                .isFalse();
    }

    @Test
    void shouldCountTheOutageFromWhenTheQuorumWasComplete() {
        Classification classification = classify(
                Seen.by("frankfurt").homeLost(seconds(40)), Seen.by("office").homeLost(seconds(7)));

        // 7 s when it was sent; what happened in the second since then nobody saw
        assertThat(classification.agreedFor()).isEqualTo(seconds(7));
    }

    @Test
    void shouldNotTakeSilenceForAnOutageThatLasts() {
        Classification classification = classify(
                Seen.by("frankfurt").homeLost(seconds(3)).since(seconds(12)),
                Seen.by("office").homeLost(seconds(3)).since(seconds(12)));

        assertThat(classification.agreed()).isTrue();
        assertThat(classification.agreedFor()).isEqualTo(seconds(3));
    }

    @Test
    void shouldKeepTheEvidencesAge() {
        Classification classification = classify(
                Seen.by("frankfurt").homeLost(seconds(20)).since(seconds(9)),
                Seen.by("office").homeLost(seconds(20)));

        assertThat(classification.evidenceAge()).contains(seconds(10));
    }

    private static Classification classify(Seen... seen) {
        return Classifier.classify(Shop.plan(), HOME, HOME, Seen.evidence(seen));
    }

    private static Arguments seen(String what, UnaryOperator<Seen> change, DisasterClass expected) {
        return Arguments.of(what, change, expected);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
