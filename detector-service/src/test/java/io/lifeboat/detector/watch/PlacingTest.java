package io.lifeboat.detector.watch;

import static io.lifeboat.detector.Looks.second;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.plan.AwsApi;
import io.lifeboat.contract.plan.AwsApiProbe;
import io.lifeboat.contract.plan.EcsCapacityProbe;
import io.lifeboat.contract.plan.HttpsProbe;
import io.lifeboat.contract.plan.KmsKeyProbe;
import io.lifeboat.contract.plan.Placement;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.RowCountProbe;
import io.lifeboat.contract.plan.TcpProbe;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.plan.Watch;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.Plans;
import io.lifeboat.detector.probe.Facts;
import io.lifeboat.detector.probe.LagFacts;
import io.lifeboat.detector.probe.Look;
import io.lifeboat.detector.probe.WriteFacts;
import io.lifeboat.detector.probe.WriteFacts.Accepted;
import io.lifeboat.detector.watch.PlacedWatch.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacingTest {

    private final Plan plan = Plans.shop();

    @Test
    void shouldPutEachWatchWhereItLooks() {
        List<PlacedWatch> placed = Placing.of(plan, "eu-west-1");

        assertThat(placed)
                .extracting(PlacedWatch::key)
                .containsExactly(
                        new Key("api", "eu-west-1"),
                        new Key("api", "eu-central-1"),
                        new Key("port", "eu-west-1"),
                        new Key("port", "eu-central-1"),
                        new Key("orders", "eu-west-1"),
                        new Key("lag", null),
                        new Key("entrance", null));
        assertThat(((HttpsProbe) placed.get(1).spec().probe()).url())
                .isEqualTo("https://api.eu-central-1.shop.example/health");
        assertThat(((TcpProbe) placed.get(2).spec().probe()).host()).isEqualTo("db.eu-west-1.shop.internal");
    }

    @Test
    void shouldKeepWhatARevisionDidNotChangeAndTellWhatItDid() {
        List<PlacedWatch> before = Placing.of(plan, "eu-west-1");
        List<PlacedWatch> same = Placing.of(Plans.shop(), "eu-west-1");
        List<PlacedWatch> changed = Placing.of(Plans.shopWithOrdersEvery(Duration.ofSeconds(7)), "eu-west-1");

        assertThat(same).isEqualTo(before);
        assertThat(changed).hasSameSizeAs(before);
        assertThat(changed.stream().filter(watch -> !before.contains(watch)))
                .extracting(PlacedWatch::key)
                .containsExactly(new Key("orders", "eu-west-1"));
    }

    @Test
    void shouldMoveAWatchOfTheActiveRegionWithTheSameThingToLookAt() {
        PlacedWatch before = orders("eu-west-1");
        PlacedWatch after = orders("eu-central-1");

        assertThat(after.key()).isEqualTo(new Key("orders", "eu-central-1"));
        assertThat(after.spec()).isEqualTo(before.spec());
    }

    @Test
    void shouldMeasureTheDataOfANewWriterAnew() {
        Plan watching = Plans.of(
                "shop",
                List.of(Plans.watch(
                        "volume",
                        Tier.DATA,
                        Placement.ACTIVE,
                        Duration.ofMinutes(1),
                        new RowCountProbe("orders", "orders", 10, null))));

        PlacedWatch before = Placing.of(watching, "eu-west-1").getFirst();
        PlacedWatch after = Placing.of(watching, "eu-central-1").getFirst();

        assertThat(after.spec().datasource()).isEqualTo(before.spec().datasource());
        assertThat(after.spec()).as("another prober, which remembers nothing").isNotEqualTo(before.spec());
    }

    @Test
    void shouldAskEachRegionForItsOwnKeys() {
        Watch keys = Plans.watch(
                "keys",
                Tier.DATA,
                Placement.EACH,
                Duration.ofMinutes(1),
                new KmsKeyProbe(Map.of("eu-west-1", List.of("a"), "eu-central-1", List.of("b")), "app"));

        assertThat(Placing.of(Plans.of("shop", List.of(keys)), "eu-west-1"))
                .hasSize(2)
                .allSatisfy(placed -> {
                    assertThat(placed.spec().asked()).isEqualTo(placed.region());
                    assertThat(placed.spec().target()).isNotNull();
                });
    }

    @Test
    void shouldAskTheActiveRegionForItsCapacity() {
        Watch capacity = Plans.watch(
                "capacity",
                Tier.CAPACITY,
                Placement.ACTIVE,
                Duration.ofMinutes(1),
                new EcsCapacityProbe("shop", "api", "app"));
        Plan watching = Plans.of("shop", List.of(capacity));

        assertThat(Placing.of(watching, "eu-central-1"))
                .singleElement()
                .satisfies(placed -> assertThat(placed.spec().asked()).isEqualTo("eu-central-1"));
        assertThat(Placing.of(watching, "eu-west-1"))
                .as("another region is another thing to look at")
                .isNotEqualTo(Placing.of(watching, "eu-central-1"));
    }

    @Test
    void shouldAskTheApiOfEachRegion() {
        Watch api = Plans.watch(
                "api-rds",
                Tier.CONTROL_PLANE,
                Placement.EACH,
                Duration.ofSeconds(10),
                new AwsApiProbe(AwsApi.RDS, null));

        assertThat(Placing.of(Plans.of("shop", List.of(api)), "eu-west-1"))
                .satisfiesExactly(
                        home -> {
                            assertThat(home.spec().asked()).isEqualTo("eu-west-1");
                            assertThat(home.spec().target()).isNotNull();
                        },
                        other -> assertThat(other.spec().asked()).isEqualTo("eu-central-1"));
    }

    @Test
    void shouldTakeHomeForActiveUntilTheWriterWasSeenElsewhere() {
        ActiveRegion active = ActiveRegion.of("eu-west-1");
        assertThat(active.at(second(1))).isEqualTo("eu-west-1");

        active = active.after(described("eu-central-1", 2));
        assertThat(active.at(second(2))).isEqualTo("eu-central-1");

        assertThat(active.after(described(null, 3)).at(second(3))).isEqualTo("eu-central-1");
    }

    @Test
    void shouldTrustAnAcceptedWriteMoreThanADescriptionForHalfAMinute() {
        ActiveRegion active =
                ActiveRegion.of("eu-west-1").after(accepted("eu-central-1", 10)).after(described("eu-west-1", 11));

        assertThat(active.at(second(12))).isEqualTo("eu-central-1");
        assertThat(active.at(second(40))).isEqualTo("eu-west-1");
    }

    private PlacedWatch orders(String active) {
        return Placing.of(plan, active).stream()
                .filter(watch -> watch.watch().id().equals("orders"))
                .findFirst()
                .orElseThrow();
    }

    private static Look described(String writer, double at) {
        return new Look(
                SignalState.UNKNOWN,
                "",
                second(at),
                second(at),
                Facts.of(new LagFacts(null, null, second(at), writer, null, null)));
    }

    private static Look accepted(String region, double at) {
        Accepted accepted = new Accepted(region, 1, Instant.EPOCH, Instant.EPOCH, second(at));
        return new Look(SignalState.UP, "", second(at), second(at), Facts.of(new WriteFacts(accepted, null, null)));
    }
}
