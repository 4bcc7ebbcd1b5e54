package io.lifeboat.simulator;

import io.lifeboat.contract.Topic;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.coordinator.arming.SimulatedArming.Before;
import io.lifeboat.coordinator.execution.step.SimulatedStepEvents;
import io.lifeboat.coordinator.execution.store.SimulatedExecutions;
import io.lifeboat.coordinator.execution.store.StoredExecution;
import io.lifeboat.coordinator.incident.IncidentState;
import io.lifeboat.coordinator.incident.SimulatedIncidents;
import io.lifeboat.coordinator.obligation.store.SimulatedObligationRepository;
import io.lifeboat.coordinator.outage.SimulatedOutageIntake;
import io.lifeboat.coordinator.page.SimulatedPages;
import io.lifeboat.executor.command.SimulatedCommandIntake;
import io.lifeboat.executor.run.SimulatedRuns;
import io.lifeboat.simulator.broker.Broker;
import io.lifeboat.simulator.broker.Entry;
import io.lifeboat.simulator.check.DecisionPromises;
import io.lifeboat.simulator.check.EffectPromises;
import io.lifeboat.simulator.check.GaveWay;
import io.lifeboat.simulator.check.Truth;
import io.lifeboat.simulator.cloud.Cloud;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.MemoryInbox;
import io.lifeboat.simulator.database.MemoryOutbox;
import io.lifeboat.simulator.engine.Host;
import io.lifeboat.simulator.engine.World;
import io.lifeboat.simulator.service.SimulatedCoordinator;
import io.lifeboat.simulator.service.SimulatedExecutor;
import io.lifeboat.simulator.watch.SimulatedDetector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One world, from its beginning to its end. */
public final class Simulation {

    private static final Duration LOST_AT = Duration.ofSeconds(25);
    /** When somebody first tries to begin a rehearsal, and how long they wait before they try again. */
    private static final Duration REHEARSED_AT = Duration.ofSeconds(20);

    /** When a rehearsal that nothing disturbs is over. */
    private static final Duration REHEARSED_BY = Duration.ofMinutes(2);

    private static final Duration AGAIN = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofMinutes(25);
    private static final Duration GLANCE = Duration.ofSeconds(2);

    private final World world;
    private final Duration lostAt;
    private final Options options;
    private final Broker broker;
    private final Database coordinators;
    private final Database executors;
    private final EffectPromises effects;
    private final DecisionPromises decisions;
    private final Cloud cloud;
    private final Map<String, PlanRevision> plans = new LinkedHashMap<>();
    private final List<Host> hosts = new ArrayList<>();
    private final Map<Host, SimulatedCoordinator> answering = new HashMap<>();
    private final Person person;
    private final Chaos chaos;
    private final Rest rest;
    private boolean calm;
    private boolean settled;
    private Duration calmFor = Duration.ZERO;

    private Simulation(Options options) {
        this.options = options;
        this.world = new World(options.seed());
        this.broker = new Broker(world);
        this.lostAt = lostAt();
        this.coordinators = new Database(world, "coordinators");
        this.executors = new Database(world, "executors");
        this.effects = new EffectPromises(world, executors);
        this.decisions = new DecisionPromises(world, coordinators);
        this.cloud = new Cloud(world, effects);
        this.person = new Person(world, cloud, coordinators);
        this.rest = new Rest(options, lostAt, world, broker, cloud, coordinators, executors);
        for (String application : List.of("shop", "bank").subList(0, options.applications())) {
            plans.put(application, PlanOf.application(application, options.automatic(), options.accepted()));
            cloud.build(application, HomeRegion.HOME);
        }
        host("frankfurt", host -> detector(host, "eu-central-1"));
        host("office", host -> detector(host, null));
        host("dublin", host -> detector(host, HomeRegion.HOME));
        host("coordinator-1", this::coordinator);
        host("coordinator-2", this::coordinator);
        host("executor-1", this::executor);
        host("executor-2", this::executor);
        this.chaos = new Chaos(world, options, broker, cloud, List.of(coordinators, executors), hosts);
    }

    /** Runs a world to its end. */
    public static Outcome run(Options options) {
        Simulation simulation = new Simulation(options);
        simulation.run();
        return simulation.outcome();
    }

    private void host(String name, java.util.function.Consumer<Host> boot) {
        Host[] made = new Host[1];
        made[0] = new Host(world, name, () -> boot.accept(made[0]));
        hosts.add(made[0]);
    }

    private void detector(Host host, @Nullable String region) {
        var unused = new SimulatedDetector(world, host, broker, cloud, host.name(), region, plans.values());
    }

    private void coordinator(Host host) {
        answering.put(
                host,
                new SimulatedCoordinator(world, host, broker, coordinators, plans, Before.NOTHING, this::deadLetter));
    }

    private void executor(Host host) {
        var unused = new SimulatedExecutor(world, host, broker, executors, cloud, this::deadLetter);
    }

    private void deadLetter(Entry entry, Throwable why) {
        world.violation("I3", entry.message().type().wireName() + " went to the dead letters: " + why);
    }

    private void run() {
        coordinators.afterEachCommit(decisions::committed);
        broker.onAppend(decisions::appended);
        SimulatedRuns.begin(executors);
        hosts.forEach(Host::start);
        world.after(Duration.ofSeconds(15), chaos::begin);
        if (options.rehearsal()) {
            plans.keySet().forEach(application -> rehearse(application, REHEARSED_AT));
        }
        new HomeRegion(world, options, lostAt, broker, cloud, decisions, plans.values()).begin();
        world.after(lostAt.plus(storm()), () -> {
            calm = true;
            chaos.end();
        });
        if (options.persons()) {
            answer();
        }
        settles(lostAt.plus(Duration.ofSeconds(20)));
        world.runUntil(LONGEST, () -> settled);
        judge();
        hosts.forEach(Host::kill);
    }

    /** When the home region is lost, or at the latest. */
    private Duration lostAt() {
        return switch (options.kind()) {
            case REHEARSED -> REHEARSED_BY;
            case WHOLE -> options.rehearsal() ? LOST_AT.plus(world.between(0, 90_000)) : LOST_AT;
            case MESSAGES -> LOST_AT;
        };
    }

    private Duration storm() {
        return switch (options.kind()) {
            case WHOLE -> world.between(20_000, 120_000);
            case REHEARSED -> Duration.ofSeconds(20);
            case MESSAGES -> Duration.ofMinutes(12);
        };
    }

    /** Tries until it is begun, or nobody would any more. */
    private void rehearse(String application, Duration in) {
        world.after(in, () -> {
            boolean begun = SimulatedExecutions.all(coordinators).stream()
                    .anyMatch(stored -> stored.execution().ref().application().equals(application));
            if (begun || cloud.isLost(HomeRegion.HOME)) {
                return;
            }
            upNow().ifPresent(host -> {
                SimulatedCoordinator coordinator = answering.get(host);
                host.spawn("rehearsal", () -> person.rehearse(coordinator, application));
            });
            rehearse(application, AGAIN);
        });
    }

    private Optional<Host> upNow() {
        List<Host> up = hosts.stream()
                .filter(host -> answering.containsKey(host) && host.alive() && !host.stopped())
                .toList();
        return up.isEmpty() ? Optional.empty() : Optional.of(world.oneOf(up));
    }

    private void answer() {
        world.after(world.between(5_000, 40_000), () -> {
            upNow().ifPresent(host -> {
                boolean meddles = !calm;
                SimulatedCoordinator coordinator = answering.get(host);
                host.spawn("operator", () -> person.act(coordinator, meddles));
            });
            answer();
        });
    }

    /** Looks now and then whether all that was begun has come to its end. */
    private void settles(Duration at) {
        world.after(at, () -> {
            calmFor = calm ? calmFor.plus(GLANCE) : calmFor;
            settled = rest.isQuiet(calm) && rest.isReached(calmFor);
            settles(GLANCE);
        });
    }

    private int asked() {
        return SimulatedPages.waiting(coordinators).size();
    }

    private void judge() {
        if (!world.violations().isEmpty()) {
            return;
        }
        if (!settled) {
            world.violation("liveness", "not at an end after " + LONGEST + ": " + standing());
        }
        taken(Topic.OUTAGE_EVENTS, coordinators, SimulatedOutageIntake.CONSUMER);
        taken(Topic.STEP_EVENTS, coordinators, SimulatedStepEvents.CONSUMER);
        taken(Topic.FAILOVER_COMMANDS, executors, SimulatedCommandIntake.CONSUMER);
        new Truth(world, coordinators, cloud).judge();
        if (options.kind() == Options.Kind.MESSAGES) {
            once();
        }
        new GaveWay(world, coordinators).judge(cloud.isLost(HomeRegion.HOME), asked() > 0, options.persons());
    }

    private void taken(Topic topic, Database database, String consumer) {
        for (Entry entry : broker.all(topic)) {
            if (settled && !MemoryInbox.took(database, consumer, entry.message().id())) {
                world.violation("I3", entry.message().type().wireName() + " was never taken");
            }
        }
    }

    private void once() {
        Outcome.Facts facts = facts();
        if (facts.executions() > 1 || facts.failovers() > 1 || facts.incidents() != 1) {
            world.violation("T01", "one outage gave " + facts);
        }
    }

    private String standing() {
        return facts() + ", quiet " + rest.isQuiet(calm) + ", open runs " + SimulatedRuns.open(executors)
                + ", outboxes "
                + MemoryOutbox.waiting(coordinators) + " and " + MemoryOutbox.waiting(executors) + ", incidents "
                + SimulatedIncidents.all(coordinators) + ", executions "
                + SimulatedExecutions.all(coordinators).stream()
                        .map(stored -> stored.execution().state() + " "
                                + stored.execution().steps())
                        .toList()
                + ", owed " + SimulatedObligationRepository.all(coordinators) + ", pages "
                + SimulatedPages.waiting(coordinators);
    }

    private Outcome.Facts facts() {
        List<SimulatedIncidents.Standing> incidents = SimulatedIncidents.all(coordinators);
        int recovered = (int) incidents.stream()
                .filter(incident -> incident.state() instanceof IncidentState.Closed closed
                        && closed.outcome().equals("recovered"))
                .count();
        int failovers = incidents.stream()
                .mapToInt(incident -> effects.failovers(incident.id()))
                .sum();
        List<StoredExecution> executions = SimulatedExecutions.all(coordinators);
        int rehearsals = (int) executions.stream()
                .filter(stored -> stored.execution().ref().mode() == Mode.REHEARSAL)
                .count();
        return new Outcome.Facts(
                incidents.size(),
                executions.size(),
                rehearsals,
                new GaveWay(world, coordinators).rehearsals().size(),
                failovers,
                recovered,
                asked());
    }

    private Outcome outcome() {
        return new Outcome(
                options,
                world.violations(),
                world.trace(),
                world.events(),
                world.elapsed().toSeconds(),
                facts());
    }
}
