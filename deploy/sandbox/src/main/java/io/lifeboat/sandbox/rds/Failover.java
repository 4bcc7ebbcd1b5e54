package io.lifeboat.sandbox.rds;

import io.lifeboat.sandbox.cloud.Cloud;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A managed failover under way: what was on its way from a lost writer is gone, and nothing waits for it. */
record Failover(Cloud cloud, Timing timing, GlobalCluster global, Fencing fencing, AuroraCluster from, AuroraCluster to)
        implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Failover.class);

    @Override
    public void run() {
        try {
            to.become(ClusterStatus.FAILING_OVER);
            to.wal().cut();
            fencing.tryTo(from, to);
            Duration pending = timing.promotion().dividedBy(10);
            Thread.sleep(pending);
            global.underWay();
            Thread.sleep(timing.promotion().minus(pending));
            global.synchronization(from, "pending-resync");
            to.promote();
            global.moveWriter(to);
            to.become(ClusterStatus.AVAILABLE);
            log.info("RDS-EVENT-0238: {} is the writer of {}", to.id(), GlobalCluster.ID);
            Thread.sleep(timing.nameMove());
            global.pointWriterName();
            log.info("RDS-EVENT-0397: the writer's name leads to {}", to.region());
            global.settle();
            if (to.reaches(from)) {
                fencing.rebuildLater(global, from);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("RDS-EVENT-0239: the failover to {} failed", to.id(), e);
            to.become(ClusterStatus.AVAILABLE);
            global.settle();
        }
    }
}
