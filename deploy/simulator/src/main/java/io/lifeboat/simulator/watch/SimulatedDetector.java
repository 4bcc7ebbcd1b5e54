package io.lifeboat.simulator.watch;

import io.lifeboat.contract.envelope.Message;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.detector.dispatch.Dispatch;
import io.lifeboat.detector.sight.Eyesight;
import io.lifeboat.detector.signal.Standpoint;
import io.lifeboat.detector.time.Moment;
import io.lifeboat.simulator.broker.Broker;
import io.lifeboat.simulator.cloud.Cloud;
import io.lifeboat.simulator.engine.Host;
import io.lifeboat.simulator.engine.World;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One life of a detector. */
public final class SimulatedDetector {

    private static final Duration LATE_AFTER = Duration.ofMillis(250);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final World world;
    private final Host host;
    private final Broker broker;
    private final Cloud cloud;
    private final @Nullable String region;
    private final Eyesight eyes = new Eyesight(LATE_AFTER, 1);
    private final List<Watching> applications;
    private Eyesight.View view;

    /** Begins to look. */
    public SimulatedDetector(
            World world,
            Host host,
            Broker broker,
            Cloud cloud,
            String vantage,
            @Nullable String region,
            Collection<PlanRevision> plans) {
        this.world = world;
        this.host = host;
        this.broker = broker;
        this.cloud = cloud;
        this.region = region;
        Standpoint standpoint =
                new Standpoint(vantage, region, host.name(), UUID.randomUUID().toString(), new AtomicLong());
        Dispatch dispatch = new Dispatch(new Road(), "/lifeboat/detector/" + host.name(), this::now, host::wall);
        this.applications = plans.stream()
                .map(revision -> {
                    Plan plan = Objects.requireNonNull(revision.plan());
                    Sights sights =
                            new Sights(cloud, plan.application(), plan.regions().all());
                    return new Watching(plan, revision.revision(), sights, standpoint, dispatch);
                })
                .toList();
        this.view = eyes.view(now(), List.of());
        roundAt(now());
    }

    private Moment now() {
        return new Moment(host.nanos());
    }

    private void roundAt(Moment planned) {
        Duration wait = planned.since(now());
        host.after(wait, () -> round(planned));
    }

    /** What stands in a region is lost with it, and the way to the broker too. */
    private boolean cutOff() {
        return region != null && cloud.isLost(region);
    }

    private void round(Moment planned) {
        Moment now = now();
        eyes.ticked(now, now.since(planned));
        boolean blind = cloud.isLost(host.name()) || cutOff();
        boolean undecided = false;
        for (Watching application : applications) {
            undecided |= application.look(blind, now, host.wall(), view);
        }
        eyes.controlLooked(0, Sights.control(blind, now));
        view = eyes.view(
                now,
                applications.stream().flatMap(each -> each.failures().stream()).toList());
        applications.forEach(application -> application.tell(now, view));
        Duration every = undecided ? SOON : EVERY;
        roundAt(now.plus(world.between(every.toMillis() * 9 / 10, every.toMillis() * 11 / 10)));
    }

    /** The way to the broker, on the detector's own thread. */
    private final class Road implements Dispatch.Road {

        @Override
        public void send(Message message, Runnable sent, Consumer<Throwable> failed) {
            host.after(world.between(1, 5), () -> {
                if (!cutOff() && broker.deliver(message) == Broker.Delivery.ACKNOWLEDGED) {
                    host.after(world.between(0, 3), sent);
                } else {
                    host.after(Duration.ofSeconds(2), () -> failed.accept(new IllegalStateException("no answer")));
                }
            });
        }

        @Override
        public void later(Duration delay, Runnable task) {
            host.after(delay, task);
        }
    }
}
