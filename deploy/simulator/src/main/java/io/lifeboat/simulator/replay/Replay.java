package io.lifeboat.simulator.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.Topic;
import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.GateEvaluated;
import io.lifeboat.contract.incident.IncidentClosed;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.coordinator.incident.SimulatedIncidents;
import io.lifeboat.simulator.broker.Broker;
import io.lifeboat.simulator.broker.Disorder;
import io.lifeboat.simulator.broker.Entry;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.engine.Host;
import io.lifeboat.simulator.engine.World;
import io.lifeboat.simulator.service.SimulatedCoordinator;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** One telling of a scenario to one coordinator. Nothing is carried out: the world ends for it when an execution is opened. */
final class Replay {

    private static final Duration WHILE_UP = Duration.ofSeconds(30);
    private static final Duration WHILE_NOT_UP = Duration.ofSeconds(5);
    /** Chance has no part in an ordinary telling. */
    private static final long SEED = 1;

    private final World world;
    private final Broker broker;
    private final Database database;
    private final PlanRevision revision;
    private final Scenario scenario;
    private final Map<String, ScriptedVantage> vantages = new LinkedHashMap<>();
    private final Host desk;
    private final Host host;
    private final List<Turn> turns = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final List<String> surprises = new ArrayList<>();
    private final Map<String, Duration> nextWord = new HashMap<>();
    private SimulatedCoordinator coordinator;
    private boolean opened;

    Replay(PlanRevision revision, Scenario scenario) {
        this(revision, scenario, SEED, Disorder.NONE);
    }

    /** A telling in which messages double, delay, vanish and overtake each other by chance. */
    Replay(PlanRevision revision, Scenario scenario, long seed, Disorder disorder) {
        this.world = new World(seed);
        this.broker = new Broker(world);
        this.database = new Database(world, "coordinators");
        this.desk = new Host(world, "desk", () -> {});
        broker.disorder(Topic.SIGNALS, disorder);
        broker.disorder(Topic.OUTAGE_EVENTS, disorder);
        this.revision = revision;
        this.scenario = scenario;
        Plan plan = Objects.requireNonNull(revision.plan());
        plan.vantages()
                .forEach(vantage -> vantages.put(vantage.id(), new ScriptedVantage(world, broker, plan, vantage)));
        this.host = new Host(world, "coordinator-1", this::boot);
    }

    /**
     * What came of it.
     *
     * @param turns what the gate said, each time it said something new
     * @param opened whether an execution was opened
     * @param openAtTheEnd whether an incident was still open
     * @param closed how incidents were closed, in order
     * @param surprises what people said and was refused, or not, against what was expected
     */
    record Result(
            List<Turn> turns, boolean opened, boolean openAtTheEnd, List<String> closed, List<String> surprises) {}

    /** Tells it all. */
    Result run() {
        broker.onAppend(this::heard);
        desk.start();
        host.start();
        vantages.values().forEach(vantage -> speak(vantage));
        scenario.seen().forEach(change -> world.after(change.at(), () -> change(change)));
        scenario.people()
                .forEach(word -> world.after(word.at(), () -> desk.spawn(Words.of(word.verb()), () -> say(word))));
        scenario.deploys()
                .forEach(deploy -> world.after(deploy.at(), () -> desk.spawn("deploy", () -> deployed(deploy))));
        scenario.health().forEach(word -> world.after(word.at(), () -> desk.spawn("health", () -> announced(word))));
        world.runUntil(scenario.lasts(), () -> opened);
        Result result = new Result(
                List.copyOf(turns),
                opened,
                SimulatedIncidents.anyOpen(database),
                List.copyOf(closed),
                List.copyOf(surprises));
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
                scenario.before().asOf(database.now()),
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

    /** Says all it sees, and again when it is time, as seldom as a detector: only the latest appointment is kept. */
    private void speak(ScriptedVantage vantage) {
        if (!vantage.silent()) {
            send(vantage.name(), vantage.snapshot());
        }
        Duration next = world.elapsed().plus(vantage.allUp() ? WHILE_UP : WHILE_NOT_UP);
        nextWord.put(vantage.name(), next);
        world.after(next.minus(world.elapsed()), () -> {
            if (next.equals(nextWord.get(vantage.name()))) {
                speak(vantage);
            }
        });
    }

    private void change(Scenario.Change change) {
        List<String> by = change.by().isEmpty() ? List.copyOf(vantages.keySet()) : change.by();
        for (String name : by) {
            ScriptedVantage vantage = vantages.get(name);
            if (vantage == null) {
                throw new IllegalArgumentException(
                        "the plan has no vantage '%s'; it has %s".formatted(name, vantages.keySet()));
            }
            vantage.see(change).forEach(event -> send(name, event));
            speak(vantage);
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
        try {
            said(word).await().indefinitely();
            if (word.refused()) {
                surprises.add(
                        "%s says %s: expected to be refused, was not".formatted(word.who(), Words.of(word.verb())));
            }
        } catch (ProblemException refusal) {
            if (!word.refused()) {
                surprises.add(
                        "%s says %s: refused: %s".formatted(word.who(), Words.of(word.verb()), refusal.getMessage()));
            }
        }
    }

    private Uni<?> said(Scenario.Word word) {
        Act act = new Act(word.who(), "as the scenario says");
        SimulatedIncidents incidents = coordinator.incidents();
        if (word.verb() == Scenario.Verb.DECLARE) {
            return incidents.declare(revision.application(), named(word), act);
        }
        List<SimulatedIncidents.Standing> all = SimulatedIncidents.all(database);
        String incident = all.isEmpty() ? "none" : all.getLast().id();
        return switch (word.verb()) {
            case APPROVE -> incidents.approve(incident, act);
            case DECLINE -> incidents.decline(incident, act);
            case CLOSE -> incidents.close(incident, act);
            case COMMAND -> incidents.command(incident, act);
            case RECLASSIFY -> incidents.reclassify(incident, named(word), act);
            case DECLARE -> throw new IllegalStateException("handled above");
        };
    }

    private void deployed(Scenario.Deployed deploy) {
        coordinator
                .deployed(revision.application(), deploy.what(), deploy.version(), deploy.regions(), "ci")
                .await()
                .indefinitely();
    }

    /** As EventBridge would send it. */
    private void announced(Scenario.Announced word) {
        ObjectNode event = Json.mapper().createObjectNode();
        event.put("detail-type", "AWS Health Event").put("source", "aws.health");
        event.putObject("detail")
                .put("eventArn", "arn:aws:health:%s::event/%s".formatted(word.region(), word.service()))
                .put("eventRegion", word.region())
                .put("service", word.service())
                .put("eventTypeCode", "AWS_%s_OPERATIONAL_ISSUE".formatted(word.service()))
                .put("eventScopeCode", "PUBLIC")
                .put("eventTypeCategory", "issue")
                .put("statusCode", word.status());
        coordinator.announced(event).await().indefinitely();
    }

    private static DisasterClass named(Scenario.Word word) {
        if (word.disasterClass() == null) {
            throw new IllegalArgumentException(Words.of(word.verb()) + " needs a class");
        }
        return word.disasterClass();
    }
}
