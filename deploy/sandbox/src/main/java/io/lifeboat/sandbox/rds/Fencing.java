package io.lifeboat.sandbox.rds;

import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Region;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Aurora does with an old writer after a managed failover: it tries to stop its writes (RDS-EVENT-0390, or 0391
 * when it could not), keeps its volume as a snapshot once the region is back, and makes it anew as a secondary.
 */
final class Fencing {

    private static final Logger log = LoggerFactory.getLogger(Fencing.class);
    private static final DateTimeFormatter IN_NAMES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss").withZone(ZoneOffset.UTC);

    private final Cloud cloud;
    private final Timing timing;
    private final List<Consumer<Region>> beforeRebuild = new CopyOnWriteArrayList<>();
    private volatile boolean failing;

    Fencing(Cloud cloud, Timing timing) {
        this.cloud = cloud;
        this.timing = timing;
    }

    /** From now on an old writer stays a writer, returned or not. */
    void fail() {
        failing = true;
    }

    void mend() {
        failing = false;
    }

    /** Stops an old writer's writes, if it can be reached and fencing works. */
    void tryTo(AuroraCluster old, AuroraCluster from) {
        if (failing || !from.reaches(old)) {
            log.info("RDS-EVENT-0391: writes to {} could not be stopped", old.id());
            return;
        }
        stopWrites(old);
    }

    /** Before a region that was lost takes its first packet again. */
    void beforeReturn(AuroraCluster old) {
        if (!failing) {
            stopWrites(old);
        }
    }

    /** Calls back before an old writer's server is stopped: the last moment at which it can be read. */
    void beforeRebuild(Consumer<Region> listener) {
        beforeRebuild.add(listener);
    }

    /** Makes an old writer anew as a secondary, after a while. */
    void rebuildLater(GlobalCluster global, AuroraCluster old) {
        cloud.after(timing.rebuild(), () -> rebuild(global, old));
    }

    private synchronized void rebuild(GlobalCluster global, AuroraCluster old) {
        AuroraCluster writer = global.writer();
        if (old == writer || "connected".equals(global.synchronization(old))) {
            return;
        }
        if (failing || !writer.reaches(old)) {
            rebuildLater(global, old);
            return;
        }
        old.become(ClusterStatus.RESYNCING);
        beforeRebuild.forEach(listener -> listener.accept(old.region()));
        Path volume = old.retire();
        Instant now = cloud.clock().instant();
        String id = "rds:unplanned-global-failover-" + old.id() + "-" + IN_NAMES.format(now);
        global.keep(new Snapshot(id, old, now, now, volume, null));
        old.follow(writer);
        old.become(ClusterStatus.AVAILABLE);
        global.synchronization(old, "connected");
        log.info("{} follows {} now; its old volume is {}", old.id(), writer.id(), id);
    }

    private void stopWrites(AuroraCluster old) {
        old.fence();
        cloud.effects().count("rds:cluster:" + old.id(), "fence");
        log.info("RDS-EVENT-0390: writes to {} were stopped", old.id());
    }
}
