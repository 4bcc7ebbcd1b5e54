package io.lifeboat.sandbox.rds;

import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Region;
import io.lifeboat.sandbox.cloud.RegionState;
import io.lifeboat.sandbox.control.ControlProblem;
import io.lifeboat.sandbox.control.ControlRoutes;
import io.lifeboat.sandbox.endpoint.AwsServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Aurora as a whole: two PostgreSQL servers, their replication, and the names that lead to them. */
public final class Aurora implements AutoCloseable {

    /** The database of the shop. */
    public static final String DATABASE = "shop";

    /** Who owns it; the secret {@code orders-rw}. */
    public static final String USERNAME = "orders_rw";

    /** How often the writer's position is noted; the lag cannot be finer. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Cloud cloud;
    private final Timing timing;
    private final Fencing fencing;
    private final GlobalCluster global;
    private final ReplicationLag lag;
    private final String password = UUID.randomUUID().toString();
    private volatile Instant lastPublished = Instant.EPOCH;

    /**
     * Starts a writer in the home region and a replica in the other one; takes some seconds.
     *
     * @param folder for the data directories
     */
    public Aurora(Cloud cloud, Path folder, Timing timing, AwsServices services, ControlRoutes control)
            throws IOException {
        this.cloud = cloud;
        this.timing = timing;
        this.fencing = new Fencing(cloud, timing);
        Files.createDirectories(folder);
        String masterPassword = UUID.randomUUID().toString();
        AuroraCluster writer = AuroraCluster.empty(cloud, cloud.home(), folder, masterPassword);
        createShop(writer);
        AuroraCluster secondary = AuroraCluster.following(cloud, cloud.other(), folder, masterPassword, writer);
        this.global = new GlobalCluster(cloud, timing, writer, secondary, fencing);
        this.lag = new ReplicationLag(global);
        global.members().forEach(this::watchRegion);
        services.add(new RdsService(cloud, global));
        addRoutes(control);
        cloud.every(LOOK, () -> cloud.threads().execute(this::look));
    }

    /** The password of {@link #USERNAME}. */
    public String password() {
        return password;
    }

    public ReplicationLag lag() {
        return lag;
    }

    /** ARN of a region's cluster. */
    public String clusterArn(Region region) {
        return member(region).arn();
    }

    /** A way into the database that writes now, around every relay: for looking at what survived. */
    public String survivingJdbcUrl() {
        return global.writer().server().jdbcUrl(DATABASE);
    }

    /** The same into each region's database, whatever it is just now; the writer's region first. */
    public Map<String, String> jdbcUrls() {
        Map<String, String> urls = new LinkedHashMap<>();
        List.of(global.writer(), global.secondary())
                .forEach(member ->
                        urls.put(member.region().name(), member.server().jdbcUrl(DATABASE)));
        return urls;
    }

    /** Calls back before the old writer of a region is stopped and made anew. */
    public void beforeRebuild(Consumer<Region> listener) {
        fencing.beforeRebuild(listener);
    }

    private void createShop(AuroraCluster writer) {
        writer.server()
                .execute(
                        "postgres",
                        "CREATE ROLE " + USERNAME + " LOGIN PASSWORD '" + password + "'",
                        "CREATE DATABASE " + DATABASE + " OWNER " + USERNAME);
    }

    private void watchRegion(AuroraCluster member) {
        Region region = member.region();
        cloud.names().point("db." + region.name() + ".shop.internal", member.address(), timing.writerTimeToLive());
        region.onChange((before, after) -> {
            if (after instanceof RegionState.Lost) {
                // Whatever is on its way, into the region or out of it, never arrives.
                global.members().forEach(each -> each.wal().cut());
            } else if (before instanceof RegionState.Lost && wasReplaced(member)) {
                fencing.rebuildLater(global, member);
            }
        });
        region.beforeReturn(() -> {
            if (wasReplaced(member)) {
                fencing.beforeReturn(member);
            }
        });
    }

    private boolean wasReplaced(AuroraCluster member) {
        return !global.isWriter(member) && !"connected".equals(global.synchronization(member));
    }

    private void look() {
        Instant now = cloud.clock().instant();
        boolean publish = !now.isBefore(lastPublished.plus(timing.lagPeriod()));
        if (publish) {
            lastPublished = now;
        }
        lag.look(now, publish);
    }

    private void addRoutes(ControlRoutes control) {
        control.add("POST", "/faults/replication", request -> {
                    Duration hold = request.duration("hold")
                            .orElseThrow(() -> ControlProblem.badRequest("the field hold is missing, such as 12s"));
                    global.members().forEach(member -> member.wal().hold(hold));
                    return Map.of("hold", hold.toString());
                })
                .add("POST", "/faults/fencing/fail", request -> {
                    fencing.fail();
                    return null;
                })
                .add("POST", "/faults/fencing/mend", request -> {
                    fencing.mend();
                    return null;
                })
                .state("aurora", this::state);
    }

    private Object state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("writer", global.writer().region().name());
        state.put("status", global.change().globalStatus());
        state.put("hold", global.secondary().wal().hold().toString());
        global.members()
                .forEach(member ->
                        state.put(member.id(), member.status().wireName() + ", " + global.synchronization(member)));
        state.put("snapshots", global.snapshots().stream().map(Snapshot::id).toList());
        return state;
    }

    private AuroraCluster member(Region region) {
        return global.members().stream()
                .filter(member -> member.region() == region)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no cluster in " + region));
    }

    @Override
    public void close() throws IOException {
        for (AuroraCluster member : global.members()) {
            member.close();
        }
    }
}
