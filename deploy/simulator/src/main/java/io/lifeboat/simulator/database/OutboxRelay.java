package io.lifeboat.simulator.database;

import io.lifeboat.simulator.broker.Broker;
import io.lifeboat.simulator.engine.Host;
import io.lifeboat.simulator.engine.Strand;
import io.lifeboat.simulator.engine.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends what waits, in order, one relay of a service at a time, and deletes what the broker acknowledged. A host that dies in
 * between, or an acknowledgement that is lost, has a message sent again.
 */
public final class OutboxRelay {

    private static final Duration SWEEP = Duration.ofSeconds(2);
    private static final Duration WHILE_BUSY = Duration.ofMillis(20);
    private static final Duration WHILE_STUCK = Duration.ofMillis(250);

    private final World world;
    private final Database database;
    private final Broker broker;
    private final Host host;
    private @Nullable Strand idle;
    private boolean woken;

    public OutboxRelay(World world, Database database, Broker broker, Host host) {
        this.world = world;
        this.database = database;
        this.broker = broker;
        this.host = host;
    }

    /** Rows may wait. */
    public void wake() {
        woken = true;
        if (idle != null) {
            idle.wake(Duration.ofMillis(1));
        }
    }

    public void start() {
        host.spawn("relay", () -> {
            while (true) {
                woken = false;
                Duration pause = batch();
                if (!woken || !pause.equals(SWEEP)) {
                    idle = world.strand();
                    world.strand().sleep(pause);
                    idle = null;
                }
            }
        });
    }

    private Duration batch() {
        if (!database.tryLock("relay", host)) {
            return WHILE_BUSY;
        }
        try {
            return send();
        } finally {
            database.unlock("relay", host);
        }
    }

    private Duration send() {
        List<Long> sent = new ArrayList<>();
        Set<String> broken = new HashSet<>();
        for (MemoryOutbox.Waiting row : MemoryOutbox.rows(database).all()) {
            if (broken.contains(row.message().key())) {
                continue;
            }
            if (broker.send(row.sentAt(database.now()))) {
                sent.add(row.position());
            } else {
                broken.add(row.message().key());
            }
        }
        if (!sent.isEmpty()) {
            world.strand().sleep(world.between(0, 3));
            database.transact(() -> {
                sent.forEach(MemoryOutbox.rows(database)::remove);
                return true;
            });
        }
        return broken.isEmpty() ? SWEEP : WHILE_STUCK;
    }
}
