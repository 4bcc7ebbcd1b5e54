package io.lifeboat.simulator.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.Topic;
import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.coordinator.arming.GlobalStop;
import io.lifeboat.coordinator.arming.LastExecution;
import io.lifeboat.coordinator.arming.SimulatedArming.Before;
import io.lifeboat.coordinator.incident.SimulatedIncidents;
import io.lifeboat.simulator.broker.Broker;
import io.lifeboat.simulator.broker.Disorder;
import io.lifeboat.simulator.broker.Entry;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.engine.Host;
import io.lifeboat.simulator.engine.World;
import io.lifeboat.simulator.scenario.Decided;
import io.lifeboat.simulator.scenario.Hearing;
import io.lifeboat.simulator.scenario.Scenario;
import io.lifeboat.simulator.scenario.Words;
import io.lifeboat.simulator.service.SimulatedCoordinator;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One telling of a story to one coordinator. Nothing is carried out: the world ends for it when an execution is opened. */
final class Replay {

    /** Chance has no part in an ordinary telling. */
    private static final long SEED = 1;

    private final World world;
    private final Broker broker;
    private final Database database;
    private final PlanRevision revision;
    private final Story story;
    private final Host desk;
    private final Host host;
    private final Hearing hearing = new Hearing();
    private final List<String> surprises = new ArrayList<>();
    private SimulatedCoordinator coordinator;

    Replay(PlanRevision revision, Scenario scenario) {
        this(revision, scenario, SEED, Disorder.NONE);
    }

    /** A telling in which messages double, delay, vanish and overtake each other by chance. */
    Replay(PlanRevision revision, Scenario scenario, long seed, Disorder disorder) {
        this(revision, new ScriptedStory(revision, scenario), seed, disorder);
    }

    Replay(PlanRevision revision, Story story) {
        this(revision, story, SEED, Disorder.NONE);
    }

    private Replay(PlanRevision revision, Story story, long seed, Disorder disorder) {
        this.world = new World(seed);
        this.broker = new Broker(world);
        this.database = new Database(world, "coordinators");
        this.desk = new Host(world, "desk", () -> {});
        broker.disorder(Topic.SIGNALS, disorder);
        broker.disorder(Topic.OUTAGE_EVENTS, disorder);
        this.revision = revision;
        this.story = story;
        // Maintenance windows are open by the database's clock.
        story.begins().ifPresent(begin -> world.begin(begin.minus(Duration.between(world.now(), database.now()))));
        this.host = new Host(world, "coordinator-1", this::boot);
    }

    /** Has every append seen. */
    Replay onAppend(Consumer<Entry> observer) {
        broker.onAppend(observer);
        return this;
    }

    /** Tells it all. */
    Decided run() {
        broker.onAppend(this::heard);
        desk.start();
        host.start();
        story.tell(world, broker);
        story.people()
                .forEach(word -> world.after(word.at(), () -> desk.spawn(Words.of(word.verb()), () -> say(word))));
        story.deploys().forEach(deploy -> world.after(deploy.at(), () -> desk.spawn("deploy", () -> deployed(deploy))));
        story.health().forEach(word -> world.after(word.at(), () -> desk.spawn("health", () -> announced(word))));
        world.runUntil(story.lasts(), hearing::opened);
        Decided result = hearing.decided(SimulatedIncidents.anyOpen(database), surprises);
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
                before(story.before(), database.now()),
                (entry, why) -> world.violation("reading", entry.message().type() + ": " + why));
    }

    private static Before before(Scenario.History history, Instant now) {
        Duration movedAgo = history.movedAgo();
        return new Before(
                !history.neverRehearsed(),
                history.stopped() ? new GlobalStop(new Act("commander", "as the scenario says"), now) : null,
                movedAgo == null ? null : new LastExecution("before", movedAgo, history.acknowledged()),
                history.others(),
                history.mayMove());
    }

    private void heard(Entry entry) {
        hearing.hear(
                world.elapsed(),
                Envelope.unpack(
                                entry.message().key(),
                                entry.message().headers(),
                                entry.message().body())
                        .body());
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
