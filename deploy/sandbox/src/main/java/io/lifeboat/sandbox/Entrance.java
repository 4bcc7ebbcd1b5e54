package io.lifeboat.sandbox;

import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Region;
import io.lifeboat.sandbox.route53.FailoverRole;
import io.lifeboat.sandbox.route53.RecordSet;
import io.lifeboat.sandbox.route53.RecordTarget;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * The shop's records and the switch behind them, made before any disaster.
 *
 * <pre>
 *   www  PRIMARY    alias of api.eu-west-1      health check: the switch ({@link Switch})
 *   www  SECONDARY  alias of api.eu-central-1
 *   api.region      alias of that region's load balancer, its health not evaluated
 * </pre>
 *
 * <p>Only the switch moves www. The load balancers' health plays no part, though a failover alias must evaluate its target:
 * the target is another record, which has no check. Otherwise traffic would run ahead of capacity as soon as a region is lost,
 * and drift back on its own as soon as it returns.
 */
final class Entrance {

    static final String ZONE_ID = "Z0LIFEBOATSHOP0000001";

    /** Hosted zones of load balancers, from the AWS General Reference, "Elastic Load Balancing endpoints". */
    private static final Map<String, String> BALANCER_ZONES =
            Map.of(Cloud.HOME, "Z32O12XQLNTSW2", Cloud.OTHER, "Z215JYRZR1TBD5");

    private static final long AUTHORITY_TTL = 900;
    private static final long NAME_SERVER_TTL = 172800;

    private Entrance() {}

    static List<RecordSet> records(Cloud cloud) {
        return List.of(
                plain(Edge.ZONE, Type.NS, NAME_SERVER_TTL, "ns-1." + Edge.ZONE + "."),
                plain(
                        Edge.ZONE,
                        Type.SOA,
                        AUTHORITY_TTL,
                        "ns-1." + Edge.ZONE + ". awsdns-hostmaster.amazon.com. 1 7200 900 1209600 1"),
                entrance(cloud.home()),
                entrance(cloud.other()),
                failover(FailoverRole.PRIMARY, cloud.home(), Switch.ID),
                failover(FailoverRole.SECONDARY, cloud.other(), null));
    }

    private static RecordSet plain(String name, int type, long ttl, String value) {
        return new RecordSet(name(name), type, null, null, new RecordTarget.Values(ttl, List.of(value)), null);
    }

    private static RecordSet entrance(Region region) {
        var balancer =
                new RecordTarget.Alias(BALANCER_ZONES.get(region.name()), name(ShopRegion.balancerName(region)), false);
        return new RecordSet(name(ShopRegion.entranceName(region)), Type.A, null, null, balancer, null);
    }

    private static RecordSet failover(FailoverRole role, Region region, @Nullable String healthCheckId) {
        var target = new RecordTarget.Alias(ZONE_ID, name(ShopRegion.entranceName(region)), true);
        return new RecordSet(
                name(Edge.PUBLIC_NAME),
                Type.A,
                role.name().toLowerCase(Locale.ROOT) + "-" + region.name(),
                role,
                target,
                healthCheckId);
    }

    static Name name(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException impossible) {
            throw new IllegalStateException(text + " is no DNS name", impossible);
        }
    }
}
