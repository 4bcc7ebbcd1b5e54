package io.lifeboat.sandbox.rds;

import io.lifeboat.sandbox.cloud.Cloud;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A switchover under way: the old writer stops, everything it wrote arrives, then the other one writes. */
record Switchover(Cloud cloud, Timing timing, GlobalCluster global, AuroraCluster from, AuroraCluster to)
        implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Switchover.class);

    /** After that it is given up and the old writer writes on. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public void run() {
        try {
            from.become(ClusterStatus.SWITCHING_OVER);
            to.become(ClusterStatus.SWITCHING_OVER);
            Instant began = cloud.clock().instant();
            from.fence();
            if (!caughtUp()) {
                giveUp();
                return;
            }
            Duration left = timing.promotion()
                    .minus(Duration.between(began, cloud.clock().instant()));
            Thread.sleep(left.isNegative() ? Duration.ZERO : left);
            to.wal().cut();
            to.promote();
            global.moveWriter(to);
            to.become(ClusterStatus.AVAILABLE);
            Thread.sleep(timing.nameMove());
            global.pointWriterName();
            from.retire();
            from.follow(to);
            from.become(ClusterStatus.AVAILABLE);
            global.settle();
            log.info("RDS-EVENT-0185: {} switched over to {}", GlobalCluster.ID, to.id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException | RuntimeException e) {
            log.error("RDS-EVENT-0187: the switchover to {} failed", to.id(), e);
            giveUp();
        }
    }

    private boolean caughtUp() throws SQLException, InterruptedException {
        Instant until = cloud.clock().instant().plus(PATIENCE);
        long written = from.position();
        while (to.position() < written) {
            if (cloud.clock().instant().isAfter(until) || !to.reaches(from)) {
                return false;
            }
            Thread.sleep(50);
        }
        return true;
    }

    private void giveUp() {
        if (!global.isWriter(to)) {
            from.unfence();
        }
        from.become(ClusterStatus.AVAILABLE);
        to.become(ClusterStatus.AVAILABLE);
        global.settle();
        log.warn("RDS-EVENT-0186: the switchover to {} was cancelled", to.id());
    }
}
