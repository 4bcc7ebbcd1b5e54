package io.lifeboat.simulator.replay;

import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.simulator.broker.Broker;
import io.lifeboat.simulator.engine.World;
import io.lifeboat.simulator.scenario.Scenario;
import io.lifeboat.simulator.scenario.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A scenario, told by the world's clock. */
record ScriptedStory(PlanRevision revision, Scenario scenario) implements Story {

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
        tell(new Telling(revision, scenario, Instant.ofEpochMilli(broker.millis())), world, broker);
    }

    private static void tell(Telling telling, World world, Broker broker) {
        telling.due(world.elapsed()).forEach(said -> broker.deliver(said.message()));
        world.after(telling.next().minus(world.elapsed()), () -> tell(telling, world, broker));
    }
}
