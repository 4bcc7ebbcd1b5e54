package io.lifeboat.detector;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.plan.AuroraLagProbe;
import io.lifeboat.contract.plan.Client;
import io.lifeboat.contract.plan.Datasource;
import io.lifeboat.contract.plan.GatePolicy;
import io.lifeboat.contract.plan.HttpsProbe;
import io.lifeboat.contract.plan.Objectives;
import io.lifeboat.contract.plan.Placement;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.contract.plan.Probe;
import io.lifeboat.contract.plan.Regions;
import io.lifeboat.contract.plan.SqlWriteProbe;
import io.lifeboat.contract.plan.Strategy;
import io.lifeboat.contract.plan.Target;
import io.lifeboat.contract.plan.TcpProbe;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.plan.Vantage;
import io.lifeboat.contract.plan.Watch;
import io.lifeboat.contract.plan.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Plans for tests. */
public final class Plans {

    private Plans() {}

    /** A shop with one watch of nearly every kind. */
    public static Plan shop() {
        return shopWithOrdersEvery(Duration.ofSeconds(1));
    }

    /** The same with another cadence for its write watch. */
    public static Plan shopWithOrdersEvery(Duration cadence) {
        return of(
                "shop",
                List.of(
                        watch(
                                "api",
                                Tier.COMPUTE,
                                Placement.EACH,
                                Duration.ofSeconds(1),
                                https("https://api.{region}.shop.example/health")),
                        watch(
                                "port",
                                Tier.DATABASE,
                                Placement.EACH,
                                Duration.ofSeconds(1),
                                new TcpProbe("db.{region}.shop.internal", 5432)),
                        watch("orders", Tier.DATABASE, Placement.ACTIVE, cadence, new SqlWriteProbe("orders")),
                        watch(
                                "lag",
                                Tier.DATA,
                                Placement.GLOBAL,
                                Duration.ofSeconds(15),
                                new AuroraLagProbe("shop", "app")),
                        watch(
                                "entrance",
                                Tier.ENTRANCE,
                                Placement.GLOBAL,
                                Duration.ofSeconds(1),
                                https("https://www.shop.example/health"))));
    }

    /** A plan of an application with these watches. */
    public static Plan of(String application, List<Watch> watches) {
        return new Plan(
                "lifeboat/v1",
                application,
                Strategy.PILOT_LIGHT,
                new Objectives(Duration.ofMinutes(2), Duration.ofSeconds(10)),
                1,
                List.of(),
                new Regions("eu-west-1", List.of("eu-central-1")),
                List.of(new Vantage("office", null), new Vantage("frankfurt", "eu-central-1")),
                Map.of("app", new Target("111111111111", Map.of("read", "arn:aws:iam::111111111111:role/read"))),
                Map.of("orders", new Datasource("db.shop.internal", 5432, "shop", "orders-rw", Map.of(), false)),
                watches,
                new GatePolicy(null, 2, null, null, null, null),
                Map.of(),
                List.of());
    }

    /** A revision in force. */
    public static PlanRevision revision(int number, Plan plan) {
        return new PlanRevision(
                plan.application(),
                number,
                "hash",
                PlanRevision.State.IN_FORCE,
                plan,
                new Act("a tester", "a test"),
                null);
    }

    /** A watch with an ordinary window and a quick second look. */
    public static Watch watch(String id, Tier tier, Placement in, Duration every, Probe probe) {
        return Watch.of(id, tier, in, every, new Window(3, 3, 2, Duration.ofMillis(100)), probe, List.of());
    }

    /** A GET that must answer 200. */
    public static HttpsProbe https(String url) {
        return new HttpsProbe(url, 200, null, null, 0, Client.FRESH);
    }
}
