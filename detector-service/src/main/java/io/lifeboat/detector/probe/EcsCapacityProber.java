package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.EcsCapacityProbe;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.aws.EcsReader;
import io.lifeboat.detector.aws.TaskCount;
import io.lifeboat.detector.time.Moment;
import io.lifeboat.detector.time.Ticker;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks the active region how many tasks a service is to run, while it still can be asked. Never down: an API that does
 * not answer says nothing about the service, so what was read before stands and grows old.
 */
final class EcsCapacityProber implements Prober {

    private final EcsCapacityProbe probe;
    private final Optional<String> role;
    private final String region;
    private final EcsReader ecs;
    private final Ticker ticker;

    /**
     * Looks at one service.
     *
     * @param role the role to look in, or empty for the detector's own credentials
     * @param region the region to ask
     */
    EcsCapacityProber(EcsCapacityProbe probe, Optional<String> role, String region, EcsReader ecs, Ticker ticker) {
        this.probe = probe;
        this.role = role;
        this.region = region;
        this.ecs = ecs;
        this.ticker = ticker;
    }

    @Override
    public Future<Look> look(Duration timeout) {
        Moment began = ticker.now();
        return ecs.taskCount(probe.cluster(), probe.service(), role, region, timeout)
                .map(count -> count.map(known -> read(known, began)).orElseGet(() -> absent(began)))
                .otherwise(failure -> Look.of(SignalState.UNKNOWN, Failures.inWords(failure), began, ticker.now()));
    }

    private Look read(TaskCount count, Moment began) {
        Moment ended = ticker.now();
        String reason = "%s is to run %d tasks, and no fewer than %d"
                .formatted(probe.service(), count.desired(), count.minimum());
        Facts facts =
                Facts.of(new CapacityFacts(probe.cluster(), probe.service(), count.minimum(), count.desired(), ended));
        return new Look(SignalState.UP, reason, began, ended, facts);
    }

    private Look absent(Moment began) {
        String reason =
                "there is no service %s in cluster %s in %s".formatted(probe.service(), probe.cluster(), region);
        return Look.of(SignalState.UNKNOWN, reason, began, ticker.now());
    }
}
