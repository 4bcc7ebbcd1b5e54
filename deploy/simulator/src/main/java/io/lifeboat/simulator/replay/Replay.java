package io.lifeboat.simulator.replay;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.GateEvaluated;
import io.lifeboat.contract.incident.IncidentClosed;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.coordinator.incident.SimulatedIncidents;
import io.lifeboat.simulator.broker.Broker;
import io.lifeboat.simulator.broker.Entry;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.engine.Host;
import io.lifeboat.simulator.engine.World;
import io.lifeboat.simulator.service.SimulatedCoordinator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** One telling of a scenario to one coordinator. Nothing is carried out: the world ends for it when an execution is opened. */
final class Replay {

    private static final Duration WHILE_UP = Duration.ofSeconds(30);
    private static final Duration WHILE_NOT_UP = Duration.ofSeconds(5);
    /** Chance has no part in a telling. */
    private static final long SEED = 1;

    private final World world = new World(SEED);
    private final Broker broker = new Broker(world);
    private final Database database = new Database(world, "coordinators");
    private final PlanRevision revision;
    private final Scenario scenario;
    private final Map<String, ScriptedVantage> vantages = new LinkedHashMap<>();
    private final Host desk = new Host(world, "desk", () -> {});
    private final Host host;
    private final List<Turn> turns = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private SimulatedCoordinator coordinator;
    private boolean opened;

    Replay(PlanRevision revision, Scenario scenario) {
        this.revision = revision;
        this.scenario = scenario;
        Plan plan = Objects.requireNonNull(revision.plan());
        plan.vantages().forEach(vantage -> vantages.put(vantage.id(), new ScriptedVantage(world, plan, vantage)));
        this.host = new Host(world, "coordinator-1", this::boot);
    }

    /**
     * What came of it.
     *
     * @param turns what the gate said, each time it said something new
     * @param opened whether an execution was opened
     * @param openAtTheEnd whether an incident was still open
     * @param closed how incidents were closed, in order
     */
    record Result(List<Turn> turns, boolean opened, boolean openAtTheEnd, List<String> closed) {}

    /** Tells it all. */
    Result run() {
        broker.onAppend(this::heard);
        desk.start();
        host.start();
        vantages.values().forEach(vantage -> speak(vantage));
        scenario.seen().forEach(change -> world.after(change.at(), () -> change(change)));
        scenario.people().forEach(word -> world.after(word.at(), () -> desk.spawn(word.verb(), () -> say(word))));
        world.runUntil(scenario.lasts(), () -> opened);
        Result result =
                new Result(List.copyOf(turns), opened, SimulatedIncidents.anyOpen(database), List.copyOf(closed));
        host.kill();
        desk.kill();
        if (!world.violations().isEmpty()) {
            throw new IllegalStateException("the coordinator broke a promise: " + world.violations());
        }
        return result;
    }

    private void boot() {
        coordinator = new SimulatedCoordinator(
                world,
                host,
                broker,
                database,
                Map.of(revision.application(), revision),
                (entry, why) -> world.violation("reading", entry.message().type() + ": " + why));
    }

    private void heard(Entry entry) {
        Record body = Envelope.unpack(
                        entry.message().key(),
                        entry.message().headers(),
                        entry.message().body())
                .body();
        switch (body) {
            case GateEvaluated said -> turns.add(Turn.of(world.elapsed(), said));
            case ExecutionOpened execution -> opened = true;
            case IncidentClosed end -> closed.add(end.outcome());
            default -> {}
        }
    }

    /** Says all it sees, and again when it is time. */
    private void speak(ScriptedVantage vantage) {
        if (!vantage.silent()) {
            send(vantage.name(), vantage.snapshot());
        }
        world.after(vantage.allUp() ? WHILE_UP : WHILE_NOT_UP, () -> speak(vantage));
    }

    private void change(Scenario.Change change) {
        List<String> by = change.by().isEmpty() ? List.copyOf(vantages.keySet()) : change.by();
        for (String name : by) {
            ScriptedVantage vantage = vantages.get(name);
            if (vantage == null) {
                throw new IllegalArgumentException(
                        "the plan has no vantage '%s'; it has %s".formatted(name, vantages.keySet()));
            }
            boolean wasUp = vantage.allUp();
            vantage.see(change).forEach(event -> send(name, event));
            if (!vantage.silent()) {
                send(name, vantage.snapshot());
            }
            if (wasUp && !vantage.allUp()) {
                // The rhythm of a detector that sees trouble, without waiting for the next calm word.
                world.after(WHILE_NOT_UP, () -> speak(vantage));
            }
        }
    }

    private void send(String vantage, Record message) {
        broker.deliver(Envelope.pack(
                UUID.randomUUID().toString(),
                "/lifeboat/detector/" + vantage,
                revision.application(),
                world.now(),
                message));
    }

    private void say(Scenario.Word word) {
        Act act = new Act(word.who(), "as the scenario says");
        SimulatedIncidents incidents = coordinator.incidents();
        if (word.verb().equals("declare")) {
            incidents.declare(revision.application(), named(word), act).await().indefinitely();
            return;
        }
        String incident = SimulatedIncidents.all(database).getLast().id();
        switch (word.verb()) {
            case "approve" -> incidents.approve(incident, act).await().indefinitely();
            case "decline" -> incidents.decline(incident, act).await().indefinitely();
            case "command" -> incidents.command(incident, act).await().indefinitely();
            case "reclassify" ->
                incidents.reclassify(incident, named(word), act).await().indefinitely();
            default ->
                throw new IllegalArgumentException(
                        "people say approve, decline, declare, command or reclassify, not " + word.verb());
        }
    }

    private static DisasterClass named(Scenario.Word word) {
        if (word.disasterClass() == null) {
            throw new IllegalArgumentException(word.verb() + " needs a class");
        }
        return word.disasterClass();
    }
}
