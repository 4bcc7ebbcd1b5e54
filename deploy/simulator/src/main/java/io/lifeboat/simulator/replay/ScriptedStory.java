package io.lifeboat.simulator.replay;

import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.simulator.broker.Broker;
import io.lifeboat.simulator.engine.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A scenario: scripted vantages see what it says, and speak as detectors do. */
record ScriptedStory(PlanRevision revision, Scenario scenario) implements Story {

    private static final Duration WHILE_UP = Duration.ofSeconds(30);
    private static final Duration WHILE_NOT_UP = Duration.ofSeconds(5);

    @Override
    public Optional<Instant> begins() {
        return Optional.empty();
    }

    @Override
    public Duration lasts() {
        return scenario.lasts();
    }

    @Override
    public List<Scenario.Word> people() {
        return scenario.people();
    }

    @Override
    public Scenario.History before() {
        return scenario.before();
    }

    @Override
    public List<Scenario.Deployed> deploys() {
        return scenario.deploys();
    }

    @Override
    public List<Scenario.Announced> health() {
        return scenario.health();
    }

    @Override
    public void tell(World world, Broker broker) {
        Telling telling = new Telling(world, broker);
        telling.vantages.values().forEach(telling::speak);
        scenario.seen().forEach(change -> world.after(change.at(), () -> telling.change(change)));
    }

    /** One telling of it. */
    private final class Telling {

        private final World world;
        private final Broker broker;
        private final Map<String, ScriptedVantage> vantages = new LinkedHashMap<>();
        private final Map<String, Duration> nextWord = new HashMap<>();

        Telling(World world, Broker broker) {
            this.world = world;
            this.broker = broker;
            Plan plan = Objects.requireNonNull(revision.plan());
            plan.vantages()
                    .forEach(vantage -> vantages.put(vantage.id(), new ScriptedVantage(world, broker, plan, vantage)));
        }

        /** Says all it sees, and again when it is time, as seldom as a detector: only the latest appointment is kept. */
        void speak(ScriptedVantage vantage) {
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

        void change(Scenario.Change change) {
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
    }
}
