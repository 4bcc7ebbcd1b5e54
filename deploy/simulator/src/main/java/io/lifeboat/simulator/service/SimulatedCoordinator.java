package io.lifeboat.simulator.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.chassis.broker.SimulatedBrokerClock;
import io.lifeboat.chassis.instance.Instance;
import io.lifeboat.chassis.intake.Intake;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.Topic;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.coordinator.arming.SimulatedArming.Before;
import io.lifeboat.coordinator.capacity.SimulatedCapacitySamples;
import io.lifeboat.coordinator.deploy.SimulatedDeploys;
import io.lifeboat.coordinator.execution.ExecutionPolicy;
import io.lifeboat.coordinator.execution.SimulatedEngine;
import io.lifeboat.coordinator.execution.step.SimulatedStepEvents;
import io.lifeboat.coordinator.execution.step.StepEvents;
import io.lifeboat.coordinator.execution.store.SimulatedExecutions;
import io.lifeboat.coordinator.execution.timer.SimulatedTimers;
import io.lifeboat.coordinator.execution.verb.SimulatedVerbs;
import io.lifeboat.coordinator.execution.verb.Verbs;
import io.lifeboat.coordinator.health.SimulatedHealthNotices;
import io.lifeboat.coordinator.incident.SimulatedIncidents;
import io.lifeboat.coordinator.obligation.SimulatedObligations;
import io.lifeboat.coordinator.obligation.store.SimulatedObligationRepository;
import io.lifeboat.coordinator.outage.OutageIntake;
import io.lifeboat.coordinator.outage.SimulatedOutageIntake;
import io.lifeboat.coordinator.page.SimulatedPages;
import io.lifeboat.coordinator.plan.SimulatedPlans;
import io.lifeboat.coordinator.planned.PlannedMoves;
import io.lifeboat.coordinator.planned.SimulatedPlannedMoves;
import io.lifeboat.coordinator.signal.SignalIntake;
import io.lifeboat.coordinator.signal.SimulatedHeartbeats;
import io.lifeboat.coordinator.signal.SimulatedSignalIntake;
import io.lifeboat.coordinator.signal.SimulatedViews;
import io.lifeboat.simulator.broker.Broker;
import io.lifeboat.simulator.broker.Entry;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.MemoryInbox;
import io.lifeboat.simulator.database.MemoryLeases;
import io.lifeboat.simulator.database.MemoryOutbox;
import io.lifeboat.simulator.database.OutboxRelay;
import io.lifeboat.simulator.database.SimulatedTransactions;
import io.lifeboat.simulator.engine.Host;
import io.lifeboat.simulator.engine.World;
import io.lifeboat.testkit.ConfiguredDefaults;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** One life of a coordinator. */
public final class SimulatedCoordinator {

    /** Its group. */
    public static final String GROUP = "coordinator";

    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();
    private static final ExecutionPolicy POLICY = ConfiguredDefaults.of(ExecutionPolicy.class);

    private final SimulatedIncidents incidents;
    private final Verbs verbs;
    private final Transactions transactions;
    private final SimulatedDeploys deploys;
    private final SimulatedHealthNotices notices;
    private final PlannedMoves plannedMoves;

    /** Begins its consumers and timers. */
    public SimulatedCoordinator(
            World world,
            Host host,
            Broker broker,
            Database database,
            Map<String, PlanRevision> plans,
            Before before,
            BiConsumer<Entry, Throwable> deadLetters) {
        Instance instance = new Instance("lifeboat-coordinator-service", Optional.of(host.name()));
        OutboxRelay relay = new OutboxRelay(world, database, broker, host);
        this.transactions = new SimulatedTransactions(database, host, relay::wake);
        MemoryOutbox outbox = new MemoryOutbox(database, instance, host);
        SimulatedBrokerClock clock = SimulatedBrokerClock.of(world, host, broker);
        Intake intake = new Intake(transactions, new MemoryInbox(database), clock.clock(), clock.calibration(), METERS);
        SimulatedPages pages = new SimulatedPages(database);
        SimulatedHeartbeats heartbeats = new SimulatedHeartbeats(database);
        SimulatedViews views = new SimulatedViews(database);
        MemoryLeases leases = new MemoryLeases(database);
        SimulatedCapacitySamples capacities = new SimulatedCapacitySamples(database);
        SimulatedObligations obligations =
                SimulatedObligations.of(database, transactions, outbox, pages, leases, instance);
        SimulatedEngine engine =
                SimulatedEngine.of(database, transactions, outbox, pages, obligations.keeping(), capacities, POLICY);
        this.deploys = new SimulatedDeploys(database);
        this.notices = new SimulatedHealthNotices(database);
        SimulatedPlans known = new SimulatedPlans(plans);
        this.incidents = new SimulatedIncidents(
                database, transactions, outbox, known, views, heartbeats, pages, deploys, notices, engine, before);
        this.verbs = SimulatedVerbs.of(transactions, engine.executions(), POLICY, incidents.lookout()::soon);
        this.plannedMoves = SimulatedPlannedMoves.of(transactions, incidents, known, views, engine, obligations);

        SignalIntake signals =
                SimulatedSignalIntake.of(transactions, clock, views, capacities, incidents.lookout()::soon);
        OutageIntake outages = SimulatedOutageIntake.of(intake, incidents.incidents(), incidents.lookout());
        StepEvents steps = SimulatedStepEvents.of(
                intake, engine.executions(), heartbeats, obligations, POLICY, incidents.lookout()::soon);
        SimulatedTimers timers = new SimulatedTimers(leases, instance, transactions, engine, POLICY);
        relay.start();
        Consumers consumers = new Consumers(broker, host, deadLetters);
        consumers.take(GROUP, Topic.SIGNALS, signals::on);
        consumers.take(GROUP, Topic.OUTAGE_EVENTS, outages::on);
        consumers.take(GROUP, Topic.STEP_EVENTS, steps::on);
        host.spawn("each second", () -> {
            while (true) {
                world.strand().sleep(world.between(900, 1_100));
                // Where nothing is open there is nothing for time to change.
                if (SimulatedIncidents.anyOpen(database)) {
                    incidents.eachSecond().await().indefinitely();
                }
                if (SimulatedExecutions.anyOpen(database)) {
                    timers.sweep().await().indefinitely();
                }
                if (SimulatedObligationRepository.anyOpen(database)) {
                    obligations.timers().sweep().await().indefinitely();
                }
            }
        });
    }

    public SimulatedIncidents incidents() {
        return incidents;
    }

    public Verbs verbs() {
        return verbs;
    }

    /** A pipeline tells of a deploy. */
    public Uni<Void> deployed(String application, String what, String version, List<String> regions, String who) {
        return transactions.run(() -> deploys.mark(application, what, version, regions, who));
    }

    /** EventBridge sends an AWS Health event. */
    public Uni<Void> announced(JsonNode event) {
        return transactions.run(() -> notices.take(event));
    }

    public PlannedMoves plannedMoves() {
        return plannedMoves;
    }
}
