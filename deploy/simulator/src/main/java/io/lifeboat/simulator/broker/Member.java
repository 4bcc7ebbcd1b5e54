package io.lifeboat.simulator.broker;

import io.lifeboat.simulator.engine.Host;
import io.lifeboat.simulator.engine.Strand;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One life of a host in a consumer group. */
public final class Member {

    private static final Duration IDLE = Duration.ofSeconds(3);

    private final Group group;
    private final Host host;
    private final int life;
    private final long[] positions = new long[Broker.PARTITIONS];
    private @Nullable Strand idle;

    Member(Group group, Host host) {
        this.group = group;
        this.host = host;
        this.life = host.life();
    }

    Group group() {
        return group;
    }

    Host host() {
        return host;
    }

    boolean answers() {
        return host.alive() && host.life() == life && !host.stopped();
    }

    void seek(int partition, long offset) {
        positions[partition] = offset;
    }

    void wake(Duration delay) {
        if (idle != null) {
            idle.wake(delay);
        }
    }

    /** The next entry; waits for it. */
    public Entry poll() {
        Broker broker = group.broker();
        while (true) {
            if (!group.has(this)) {
                group.join(this);
            }
            for (int partition = 0; partition < positions.length; partition++) {
                List<Entry> log = broker.log(group.topic(), partition);
                if (group.owns(this, partition) && positions[partition] < log.size()) {
                    Entry next = log.get((int) positions[partition]++);
                    Duration lag = broker.disorder(group.topic()).lag();
                    if (!lag.isZero()) {
                        broker.world().strand().sleep(broker.world().between(0, lag.toMillis()));
                    }
                    return next;
                }
            }
            idle = broker.world().strand();
            idle.sleep(IDLE);
            idle = null;
        }
    }

    /** Commits that an entry was taken; a member that is out commits nothing. */
    public void commit(Entry entry) {
        if (host.alive() && host.life() == life) {
            group.commit(this, entry.partition(), entry.offset() + 1);
        }
    }

    @Override
    public String toString() {
        return host.name();
    }
}
