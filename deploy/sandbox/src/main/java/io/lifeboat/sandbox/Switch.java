package io.lifeboat.sandbox;

import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Place;
import io.lifeboat.sandbox.cloud.Region;
import io.lifeboat.sandbox.healthcheck.Calculation;
import io.lifeboat.sandbox.healthcheck.HealthCheckConfig;
import io.lifeboat.sandbox.healthcheck.HealthCheckType;
import io.lifeboat.sandbox.healthcheck.HealthChecks;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the first record's health hangs on, made before any disaster: where the shop is served from, as it is written down
 * in three places.
 *
 * <p>Each of the two regions and a witness in a third one holds an object that names the region served from. The witness
 * decides; while it is silent, the other region moves the name as long as home does not contradict it. Nothing written means
 * home. So neither a region's loss nor its return moves the name, whatever it still says when it comes back: only what is
 * written at the witness does. As a sum, because a calculated check counts and cannot look at another calculated one:
 *
 * <pre>
 *   the witness does not say "other"    2    (the same look twice)
 *   the witness says "home"             1
 *   the other region does not say so    1
 *   home says "home"                    1
 *   home is answered with when the sum is 3 or more
 * </pre>
 *
 * <p>docs/adr/0004-a-witness-decides-where-traffic-goes.md has the truth table.
 */
final class Switch {

    /** The object that says where the shop is served from, under the same key in each bucket. */
    static final String KEY = "failover/active";

    /** The check that the first record carries. */
    static final String ID = "5b0e7f10-5a0d-4f0a-9f10-11febb0a7000";

    /** How much of the sum is needed for home. */
    static final int THRESHOLD = 3;

    private static final int STEADY = 1;
    private static final int INTERVAL_SECONDS = 10;

    private Switch() {}

    /**
     * One look at one place.
     *
     * @param region where the object lies
     * @param says the region it may name
     * @param inverted whether the look counts when it does not say so, or cannot be seen
     */
    record Part(String region, String says, boolean inverted) {

        /** Whether it counts towards home, given what can be read there: a region's name, or null. */
        boolean counts(@Nullable String read) {
            return says.equals(read) != inverted;
        }
    }

    /** What is added up. An inverted look counts before it was ever taken, so a new switch leads home. */
    static final List<Part> PARTS = List.of(
            new Part(Cloud.WITNESS, Cloud.OTHER, true),
            new Part(Cloud.WITNESS, Cloud.OTHER, true),
            new Part(Cloud.WITNESS, Cloud.HOME, false),
            new Part(Cloud.OTHER, Cloud.OTHER, true),
            new Part(Cloud.HOME, Cloud.HOME, false));

    /** The text a body must hold to name a region; what is put is compact JSON. */
    static String words(String region) {
        return "\"servedFrom\":\"" + region + "\"";
    }

    /** Makes the checks. */
    static void install(HealthChecks checks, Cloud cloud) {
        List<String> children = IntStream.range(0, PARTS.size())
                .mapToObj(i -> checks.create("shop-switch-" + i, look(cloud, PARTS.get(i))))
                .toList();
        checks.create(ID, "shop-switch", new Calculation(children, THRESHOLD, false));
    }

    private static HealthCheckConfig look(Cloud cloud, Part part) {
        Region region = Objects.requireNonNull(cloud.region(part.region()), part.region());
        return new HealthCheckConfig(
                HealthCheckType.HTTP_STR_MATCH,
                region.address(Place.S3_HOST).getHostAddress(),
                null,
                cloud.ports().aws(),
                "/" + bucket(cloud, region) + "/" + KEY,
                words(part.says()),
                INTERVAL_SECONDS,
                STEADY,
                part.inverted(),
                false);
    }

    /** The bucket of a place. */
    static String bucket(Cloud cloud, Region region) {
        return region == cloud.witness() ? "shop-witness-" + region.name() : ShopRegion.bucketName(region);
    }
}
