package io.lifeboat.coordinator.signal;

import io.lifeboat.contract.plan.Acceptance;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.contract.plan.BackupDeletionsProbe;
import io.lifeboat.contract.plan.DataProbe;
import io.lifeboat.contract.plan.Datasource;
import io.lifeboat.contract.plan.GatePolicy;
import io.lifeboat.contract.plan.HttpsProbe;
import io.lifeboat.contract.plan.InvariantProbe;
import io.lifeboat.contract.plan.KmsKeyProbe;
import io.lifeboat.contract.plan.LifecycleProbe;
import io.lifeboat.contract.plan.MaintenanceWindow;
import io.lifeboat.contract.plan.ManifestProbe;
import io.lifeboat.contract.plan.ObjectCountProbe;
import io.lifeboat.contract.plan.Objectives;
import io.lifeboat.contract.plan.Placement;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Regions;
import io.lifeboat.contract.plan.RowCountProbe;
import io.lifeboat.contract.plan.SqlWriteProbe;
import io.lifeboat.contract.plan.Step;
import io.lifeboat.contract.plan.Strategy;
import io.lifeboat.contract.plan.TcpProbe;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.plan.Vantage;
import io.lifeboat.contract.plan.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plan of a small shop, for tests: two regions, two vantages outside home, one watch a tier. */
public final class Shop {

    public static final String HOME = "eu-west-1";
    public static final String OTHER = "eu-central-1";

    /** Maintained from two to three in the morning, UTC. */
    private static final MaintenanceWindow NIGHT = new MaintenanceWindow("02:00", "03:00", null, null);

    private Shop() {}

    /** Automatic, loss and an unreachable old writer accepted in advance, ten seconds of minimum outage age. */
    public static Plan plan() {
        return plan(new GatePolicy(
                Automation.AUTOMATIC,
                2,
                Duration.ofSeconds(10),
                Duration.ofSeconds(15),
                null,
                new Acceptance(
                        Duration.ofSeconds(60), true, List.of("incident-commander-a", "data-owner-b"), "small shop")));
    }

    /** The same with a policy of its own. */
    public static Plan plan(GatePolicy gate) {
        return plan("shop", gate);
    }

    /** The same under another name. */
    public static Plan plan(String application, GatePolicy gate) {
        return plan(application, gate, NIGHT);
    }

    /** The same with another maintenance window, for what is judged by the time of day it really is. */
    public static Plan plan(String application, GatePolicy gate, MaintenanceWindow maintenance) {
        return new Plan(
                "lifeboat/v1",
                application,
                Strategy.PILOT_LIGHT,
                new Objectives(Duration.ofHours(4), Duration.ofSeconds(10)),
                1,
                List.of(),
                new Regions(HOME, List.of(OTHER)),
                List.of(new Vantage("frankfurt", OTHER), new Vantage("office", null)),
                Map.of(),
                Map.of("orders", new Datasource("db.shop.internal", 5432, "shop", "orders-rw", Map.of(), true)),
                List.of(
                        watch("api-live", Tier.COMPUTE, Placement.EACH, https(), null, null),
                        watch("database", Tier.DATABASE, Placement.EACH, null, new TcpProbe("db", 5432), null),
                        watch("orders", Tier.DATABASE, Placement.ACTIVE, null, null, new SqlWriteProbe("orders")),
                        watch("entrance", Tier.ENTRANCE, Placement.GLOBAL, https(), null, null),
                        maintained(maintenance, "totals", new InvariantProbe("orders", "SELECT true")),
                        maintained(maintenance, "volume", new RowCountProbe("orders", "orders", 10, null)),
                        maintained(maintenance, "keys", new KmsKeyProbe(Map.of(HOME, List.of("a-key")), null)),
                        maintained(
                                maintenance,
                                "backups",
                                new BackupDeletionsProbe(Map.of(HOME, "shop"), Duration.ofDays(7), null)),
                        maintained(
                                maintenance,
                                "expiry",
                                new LifecycleProbe(Map.of(HOME, List.of("shop-data")), null, null)),
                        maintained(
                                maintenance,
                                "objects",
                                new ObjectCountProbe(Map.of(HOME, "shop-data"), null, 10, null, 0, null)),
                        maintained(
                                maintenance,
                                "canaries",
                                new ManifestProbe(Map.of(HOME, "shop-data"), "sums", null, null))),
                gate,
                Map.of("failover", List.of(promote()), "failback", List.of(promote())),
                List.of());
    }

    private static Step promote() {
        return new Step(
                "promote",
                "aurora.failover",
                null,
                null,
                List.of(),
                Duration.ofMinutes(5),
                null,
                new Step.Planned("aurora.switchover"));
    }

    /** The same plan with other procedures. */
    public static Plan withProcedures(Map<String, List<Step>> procedures) {
        return withProcedures(plan(), procedures);
    }

    /** A plan with other procedures. */
    public static Plan withProcedures(Plan plan, Map<String, List<Step>> procedures) {
        return with(plan, plan.vantages(), procedures);
    }

    /** A plan that is looked at from home too, so that two look at the other region from outside it. */
    public static Plan withVantageAtHome(Plan plan) {
        List<Vantage> three = new ArrayList<>(plan.vantages());
        three.add(new Vantage("dublin", HOME));
        return with(plan, three, plan.procedures());
    }

    private static Plan with(Plan plan, List<Vantage> vantages, Map<String, List<Step>> procedures) {
        return new Plan(
                plan.apiVersion(),
                plan.application(),
                plan.strategy(),
                plan.objectives(),
                plan.priority(),
                plan.dependsOn(),
                plan.regions(),
                vantages,
                plan.targets(),
                plan.datasources(),
                plan.watches(),
                plan.gate(),
                procedures,
                plan.assets());
    }

    /** The same plan with another policy: only the automation and the acceptance differ. */
    public static Plan plan(Automation automation, @Nullable Acceptance accept) {
        return plan(new GatePolicy(automation, 2, Duration.ofSeconds(10), Duration.ofSeconds(15), null, accept));
    }

    private static Watch maintained(MaintenanceWindow window, String id, DataProbe probe) {
        return Watch.of(id, Tier.DATA, Placement.ACTIVE, Duration.ofSeconds(10), null, probe, List.of(window));
    }

    private static HttpsProbe https() {
        return new HttpsProbe("https://shop.example/", 200, null, null, 7, null);
    }

    private static Watch watch(
            String id,
            Tier tier,
            Placement in,
            @Nullable HttpsProbe https,
            @Nullable TcpProbe tcp,
            @Nullable SqlWriteProbe sqlWrite) {
        return new Watch(id, tier, in, Duration.ofSeconds(1), null, null, https, tcp, null, sqlWrite, null, null);
    }
}
