package io.lifeboat.coordinator.incident;

import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.coordinator.arming.SimulatedArming;
import io.lifeboat.coordinator.arming.SimulatedArming.Before;
import io.lifeboat.coordinator.deploy.Deploys;
import io.lifeboat.coordinator.execution.SimulatedEngine;
import io.lifeboat.coordinator.health.HealthNotices;
import io.lifeboat.coordinator.memory.SimulatedMemories;
import io.lifeboat.coordinator.page.Pages;
import io.lifeboat.coordinator.plan.Plans;
import io.lifeboat.coordinator.signal.AcceptedHeartbeats;
import io.lifeboat.coordinator.signal.VantageViews;
import io.lifeboat.coordinator.wave.RegionEvents;
import io.lifeboat.coordinator.wave.SimulatedRegionEvents;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.Table;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The incidents of one coordinator, its own classes put together. */
public final class SimulatedIncidents {

    private static final GateMeters METERS = new GateMeters(new SimpleMeterRegistry());

    private final SimulatedArming arming;
    private final Incidents incidents;
    private final Lookout lookout;
    private final Verbs verbs;
    private final Commanders commanders;
    private final Reclassification reclassification;

    /**
     * An incident as it stands.
     *
     * @param executionId of its execution; null before
     */
    public record Standing(
            String id,
            String application,
            IncidentState state,
            @Nullable String executionId) {}

    public SimulatedIncidents(
            Database database,
            Transactions transactions,
            Outbox outbox,
            Plans plans,
            VantageViews views,
            AcceptedHeartbeats heartbeats,
            Pages pages,
            Deploys deploys,
            HealthNotices notices,
            SimulatedEngine engine,
            Before before) {
        IncidentRepository repository = new SimulatedIncidentRepository(database);
        GateJournal journal = new SimulatedJournal(database);
        Surroundings surroundings = new Surroundings(
                deploys, notices, new SimulatedSteadiness(database), Duration.ofMinutes(30), Duration.ofSeconds(30));
        RegionEvents events = new SimulatedRegionEvents();
        this.arming = new SimulatedArming(database, before);
        Consequence consequence =
                new Consequence(engine.opener(), engine.givingWay(), pages, new GroupPages(pages, events), outbox);
        OtherSideWatch otherSide = new OtherSideWatch(engine.holds());
        Decision decision = new Decision(
                repository,
                journal,
                METERS,
                engine.catalog(),
                otherSide,
                surroundings,
                consequence,
                pages,
                outbox,
                arming,
                new Membership(events, repository),
                new SimulatedMemories(),
                Duration.ofSeconds(10));
        Recovery recovery = new Recovery(
                repository,
                engine.catalog(),
                engine.holds(),
                otherSide,
                new SimulatedEntrances(database),
                pages,
                outbox);
        Evaluation evaluation =
                new Evaluation(transactions, repository, plans, views, heartbeats, decision, recovery, pages);
        this.incidents = new Incidents(repository, plans, views, engine.catalog(), pages, outbox);
        this.lookout = new Lookout(evaluation, repository, transactions, METERS);
        this.verbs = new Verbs(transactions, repository, incidents, journal, evaluation, plans, pages, outbox);
        this.commanders = new Commanders(transactions, repository, outbox, Duration.ofHours(1));
        this.reclassification =
                new Reclassification(transactions, repository, evaluation, pages, outbox, Duration.ofMinutes(10));
    }

    public SimulatedArming arming() {
        return arming;
    }

    public Incidents incidents() {
        return incidents;
    }

    public Lookout lookout() {
        return lookout;
    }

    public Uni<Void> eachSecond() {
        return lookout.eachSecond();
    }

    public Uni<Void> approve(String incidentId, Act act) {
        return verbs.approve(incidentId, act);
    }

    public Uni<Void> decline(String incidentId, Act act) {
        return verbs.decline(incidentId, act);
    }

    public Uni<String> declare(String application, DisasterClass disasterClass, Act act) {
        return verbs.declare(application, disasterClass, null, act);
    }

    public Uni<Void> close(String incidentId, Act act) {
        return verbs.close(incidentId, act);
    }

    public Uni<Void> command(String incidentId, Act act) {
        return commanders.take(incidentId, act);
    }

    public Uni<Void> reclassify(String incidentId, DisasterClass to, Act act) {
        return reclassification.say(incidentId, to, act);
    }

    /** Every incident there ever was, the oldest first. */
    public static List<Standing> all(Database database) {
        Table<String, IncidentRow> rows = database.table("incident");
        return rows.all().stream()
                .map(row -> new Standing(row.id, row.application, row.state(), row.executionId))
                .toList();
    }

    /** Whether an incident is open. */
    public static boolean anyOpen(Database database) {
        Table<String, IncidentRow> rows = database.table("incident");
        return rows.all().stream().anyMatch(row -> row.closedAt == null);
    }

    /** What the gate said of an incident last. */
    public static Optional<GateOutcome> lastSaid(Database database, String incidentId) {
        Table<String, SimulatedJournal.Row> journal = database.table("gate_journal");
        return journal.get(incidentId).map(row -> row.last().outcome());
    }
}
