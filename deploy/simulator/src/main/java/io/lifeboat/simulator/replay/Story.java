package io.lifeboat.simulator.replay;

import io.lifeboat.simulator.broker.Broker;
import io.lifeboat.simulator.engine.World;
import io.lifeboat.simulator.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What detectors told, and when, as the coordinator is to be told it again. */
interface Story {

    /** When it begins; empty when that does not matter. */
    Optional<Instant> begins();

    /** How long it is watched. */
    Duration lasts();

    /** What people say meanwhile. */
    List<Scenario.Word> people();

    /** What was so before. */
    default Scenario.History before() {
        return Scenario.History.NONE;
    }

    /** What pipelines tell of meanwhile. */
    default List<Scenario.Deployed> deploys() {
        return List.of();
    }

    /** What AWS says meanwhile. */
    default List<Scenario.Announced> health() {
        return List.of();
    }

    /** Has its messages come to the broker, each in its time. */
    void tell(World world, Broker broker);
}
