package io.lifeboat.detector.watch;

import io.lifeboat.contract.plan.AuroraLagProbe;
import io.lifeboat.contract.plan.AwsApiProbe;
import io.lifeboat.contract.plan.DataProbe;
import io.lifeboat.contract.plan.DatabaseProbe;
import io.lifeboat.contract.plan.Datasource;
import io.lifeboat.contract.plan.DnsProbe;
import io.lifeboat.contract.plan.EcsCapacityProbe;
import io.lifeboat.contract.plan.HttpsProbe;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Probe;
import io.lifeboat.contract.plan.SqlWriteProbe;
import io.lifeboat.contract.plan.StoreProbe;
import io.lifeboat.contract.plan.Target;
import io.lifeboat.contract.plan.TcpProbe;
import io.lifeboat.contract.plan.Watch;
import io.lifeboat.detector.probe.ProbeSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the watches of a plan where they look. Pure. */
public final class Placing {

    private Placing() {}

    /**
     * All watches of a plan, each in its places.
     *
     * @param active the region the writer was last observed in
     */
    public static List<PlacedWatch> of(Plan plan, String active) {
        List<PlacedWatch> placed = new ArrayList<>();
        for (Watch watch : plan.watches()) {
            switch (watch.in()) {
                case EACH -> plan.regions().all().forEach(region -> placed.add(place(plan, watch, region)));
                case ACTIVE -> placed.add(place(plan, watch, active));
                case GLOBAL -> placed.add(place(plan, watch, null));
            }
        }
        return List.copyOf(placed);
    }

    private static PlacedWatch place(Plan plan, Watch watch, @Nullable String region) {
        Probe probe = in(watch.probe(), region);
        return new PlacedWatch(
                watch,
                region,
                new ProbeSpec(
                        probe,
                        datasource(plan, probe),
                        target(plan, probe),
                        belongsToItsRegion(probe) ? region : null,
                        watch.maintenance(),
                        plan.regions(),
                        plan.objectives().rpo()));
    }

    /** What a failover costs is no damage, so the data of a new writer is measured beside nothing the old one held. */
    private static boolean belongsToItsRegion(Probe probe) {
        return probe instanceof EcsCapacityProbe || probe instanceof AwsApiProbe || probe instanceof DataProbe;
    }

    private static Probe in(Probe probe, @Nullable String region) {
        if (region == null) {
            return probe;
        }
        return switch (probe) {
            case HttpsProbe https ->
                new HttpsProbe(
                        named(https.url(), region),
                        https.status(),
                        https.bodyContains(),
                        https.slowerThan(),
                        https.certificateDays(),
                        https.client());
            case TcpProbe tcp -> new TcpProbe(named(tcp.host(), region), tcp.port());
            case DnsProbe dns -> new DnsProbe(named(dns.name(), region), dns.type(), dns.expect());
            case SqlWriteProbe write -> write;
            case DataProbe data -> data;
            case AuroraLagProbe lag -> lag;
            case EcsCapacityProbe capacity -> capacity;
            case AwsApiProbe api -> api;
        };
    }

    private static String named(String text, String region) {
        return text.replace("{region}", region);
    }

    private static @Nullable Datasource datasource(Plan plan, Probe probe) {
        return switch (probe) {
            case SqlWriteProbe write -> plan.datasources().get(write.datasource());
            case DatabaseProbe data -> plan.datasources().get(data.datasource());
            default -> null;
        };
    }

    private static @Nullable Target target(Plan plan, Probe probe) {
        return switch (probe) {
            case AuroraLagProbe lag -> plan.targets().get(lag.target());
            case EcsCapacityProbe capacity -> plan.targets().get(capacity.target());
            case AwsApiProbe api -> plan.targets().get(api.target());
            case StoreProbe store -> plan.targets().get(store.target());
            default -> null;
        };
    }
}
