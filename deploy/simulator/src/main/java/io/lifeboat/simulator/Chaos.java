package io.lifeboat.simulator;

import io.lifeboat.contract.Topic;
import io.lifeboat.simulator.broker.Broker;
import io.lifeboat.simulator.broker.Disorder;
import io.lifeboat.simulator.cloud.Cloud;
import io.lifeboat.simulator.cloud.Trouble;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.engine.Host;
import io.lifeboat.simulator.engine.WallClock;
import io.lifeboat.simulator.engine.World;
import java.time.Duration;
import java.util.List;

/** Everything that fails, until it is told to stop. */
final class Chaos {

    private static final int DETECTORS = 3;
    private static final int STEPS = 30;
    private static final List<Duration> STEPPED_BY =
            List.of(Duration.ofHours(1), Duration.ofMinutes(5), Duration.ofMinutes(-5), Duration.ofHours(-1));
    private static final List<Topic> FLOW = List.of(Topic.OUTAGE_EVENTS, Topic.FAILOVER_COMMANDS, Topic.STEP_EVENTS);

    private final World world;
    private final Options options;
    private final Broker broker;
    private final Cloud cloud;
    private final List<Database> databases;
    private final List<Host> hosts;
    private boolean over;

    Chaos(World world, Options options, Broker broker, Cloud cloud, List<Database> databases, List<Host> hosts) {
        this.world = world;
        this.options = options;
        this.broker = broker;
        this.cloud = cloud;
        this.databases = databases;
        this.hosts = hosts;
    }

    void begin() {
        switch (options.kind()) {
            case WHOLE -> {
                double much = options.disorder();
                Duration late = world.happens(0.3) ? world.between(0, 20_000) : Duration.ZERO;
                Duration lag = world.happens(0.3) ? world.between(0, 1_500) : Duration.ZERO;
                FLOW.forEach(topic ->
                        broker.disorder(topic, new Disorder(0.05 * much, 0.05 * much, 0.3 * much, 3, late, lag)));
                double more = options.trouble();
                cloud.trouble(new Trouble(0.2 * more, 0.1 * more, 0.3 * more, 0.15 * more, 0.3 * more));
                databases.forEach(database -> database.loseCommitAnswers(options.lostCommits()));
                stepClocks();
                next();
            }
            case REHEARSED -> {}
            case MESSAGES -> {
                Duration late = world.happens(0.5) ? Duration.ofSeconds(10) : world.between(0, 600_000);
                broker.disorder(Topic.OUTAGE_EVENTS, new Disorder(0, 0, 1, 9, late, Duration.ZERO));
                broker.disorder(Topic.STEP_EVENTS, new Disorder(0, 0, 1, 9, world.between(0, 8_000), Duration.ZERO));
                broker.disorder(Topic.FAILOVER_COMMANDS, new Disorder(0, 0, 1, 3, Duration.ZERO, Duration.ZERO));
            }
        }
    }

    /** From now on all is well, but for what was lost for good. */
    void end() {
        world.trace().say("chaos", "is over");
        over = true;
        FLOW.forEach(topic -> broker.disorder(topic, Disorder.NONE));
        cloud.trouble(Trouble.NONE);
        databases.forEach(database -> database.loseCommitAnswers(0));
        hosts.stream().filter(host -> !host.alive()).forEach(Host::start);
    }

    private void next() {
        world.after(world.between(500, 10_000), () -> {
            if (!over) {
                strike();
                next();
            }
        });
    }

    private void stepClocks() {
        switch (options.steps()) {
            case NONE -> {}
            case HOSTS -> step(hosts.stream().map(Host::wallClock).toList(), STEPPED_BY);
            case BROKER -> step(List.of(broker.clock()), STEPPED_BY);
            // Timers stand still for as long as theirs goes back: an hour is longer than a world lasts.
            case DATABASES -> databases.forEach(database -> step(List.of(database.clock()), STEPPED_BY.subList(0, 3)));
        }
    }

    private void step(List<WallClock> clocks, List<Duration> by) {
        int times = 1 + world.below(3);
        for (int i = 0; i < times; i++) {
            world.after(world.between(1_000, 90_000), () -> {
                if (!over) {
                    world.oneOf(clocks).step(world.oneOf(by));
                }
            });
        }
    }

    private void strike() {
        // Most of what can go wrong at a step goes wrong in a coordinator or an executor.
        Host host = world.oneOf(hosts.subList(DETECTORS, hosts.size()));
        switch (world.below(10)) {
            case 0, 1, 2 -> {
                if (options.deaths() && host.alive()) {
                    host.atStep(1 + world.below(STEPS), () -> dies(host));
                }
            }
            case 3 -> {
                if (options.deaths()) {
                    dies(world.oneOf(hosts));
                }
            }
            case 4, 5 -> {
                if (options.stops() && host.alive()) {
                    Duration lasting = world.between(500, 40_000);
                    host.atStep(1 + world.below(STEPS), () -> host.stop(lasting));
                }
            }
            case 6 ->
                broker.groups().stream()
                        .skip(world.below(Math.max(1, broker.groups().size())))
                        .findFirst()
                        .ifPresent(group -> group.rebalance());
            case 7 -> {
                if (options.disorder() > 0.5) {
                    // Long enough, at times, that commands expire while they wait to be sent.
                    broker.goAway(world.happens(0.3) ? world.between(60_000, 110_000) : world.between(500, 15_000));
                }
            }
            case 8 -> {
                if (options.disorder() > 0.5) {
                    broker.groups().stream()
                            .filter(group -> group.topic() != Topic.SIGNALS)
                            .skip(world.below(3))
                            .findFirst()
                            .ifPresent(group -> group.replay());
                }
            }
            default -> blind(hosts.get(world.below(DETECTORS)));
        }
    }

    private void dies(Host host) {
        if (host.alive() && !over) {
            host.kill();
            world.after(world.between(500, 30_000), () -> {
                if (!host.alive()) {
                    host.start();
                }
            });
        }
    }

    /** A detector that is cut off, as its own region is lost. */
    private void blind(Host detector) {
        cloud.lose(detector.name());
        world.after(world.between(3_000, 30_000), () -> cloud.giveBack(detector.name()));
    }
}
