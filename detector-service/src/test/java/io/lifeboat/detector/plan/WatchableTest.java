package io.lifeboat.detector.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.envelope.UnreadableMessageException;
import io.lifeboat.contract.plan.AwsApi;
import io.lifeboat.contract.plan.AwsApiProbe;
import io.lifeboat.contract.plan.EcsCapacityProbe;
import io.lifeboat.contract.plan.KmsKeyProbe;
import io.lifeboat.contract.plan.Placement;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.contract.plan.SqlWriteProbe;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.plan.Watch;
import io.lifeboat.detector.Plans;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchableTest {

    @Test
    void shouldWatchAPlanThatNamesTheVantageAndNoOther() {
        PlanRevision revision = Plans.revision(1, Plans.shop());

        assertThat(Watchable.of(revision, "office")).contains(Plans.shop());
        assertThat(Watchable.of(revision, "lisbon")).isEmpty();
    }

    @Test
    void shouldNotWatchAWithdrawnPlan() {
        PlanRevision withdrawn = new PlanRevision(
                "shop", 2, "hash", PlanRevision.State.WITHDRAWN, null, new Act("a tester", "a test"), null);

        assertThat(Watchable.of(withdrawn, "office")).isEmpty();
    }

    @Test
    void shouldNameTheFieldThatIsWrong() {
        assertRefused(
                Plans.watch("api", Tier.COMPUTE, Placement.EACH, Duration.ofSeconds(1), Plans.https("http://insecure")),
                "/plan/watches/0/https/url");
        assertRefused(
                Plans.watch("api", Tier.COMPUTE, Placement.EACH, Duration.ofSeconds(1), Plans.https("https://{no}.x")),
                "/plan/watches/0/https/url");
        assertRefused(
                Plans.watch(
                        "orders",
                        Tier.DATABASE,
                        Placement.ACTIVE,
                        Duration.ofSeconds(1),
                        new SqlWriteProbe("elsewhere")),
                "/plan/watches/0/sql-write/datasource");
        assertRefused(
                Plans.watch(
                        "capacity",
                        Tier.CAPACITY,
                        Placement.GLOBAL,
                        Duration.ofMinutes(1),
                        new EcsCapacityProbe("shop", "api", "app")),
                "/plan/watches/0/in");
        assertRefused(
                Plans.watch(
                        "api-rds",
                        Tier.CONTROL_PLANE,
                        Placement.GLOBAL,
                        Duration.ofSeconds(10),
                        new AwsApiProbe(AwsApi.RDS, "app")),
                "/plan/watches/0/in");
        assertRefused(
                Plans.watch(
                        "api-rds",
                        Tier.CONTROL_PLANE,
                        Placement.EACH,
                        Duration.ofSeconds(10),
                        new AwsApiProbe(AwsApi.RDS, "dns")),
                "/plan/watches/0/aws-api/target");
        assertRefused(
                new Watch(
                        "none", Tier.DATA, null, Duration.ofSeconds(1), null, null, null, null, null, null, null, null),
                "/plan/watches/0: watch none names no probe");
        assertRefused(
                Plans.watch(
                        "keys",
                        Tier.DATA,
                        Placement.EACH,
                        Duration.ofMinutes(1),
                        new KmsKeyProbe(Map.of("eu-west-1", List.of("a")), "app")),
                "/plan/watches/0: says nothing for a region of the plan");
        assertRefused(
                Plans.watch("api", Tier.COMPUTE, Placement.EACH, Duration.ZERO, Plans.https("https://x.example/")),
                "/plan/watches/0/every");
    }

    private static void assertRefused(Watch watch, String reason) {
        Plan plan = Plans.of("shop", List.of(watch));
        assertThatThrownBy(() -> Watchable.of(Plans.revision(1, plan), "office"))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining(reason);
    }
}
