package io.lifeboat.simulator;

import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.contract.plan.Step;
import io.lifeboat.simulator.broker.Broker;
import io.lifeboat.simulator.check.DecisionPromises;
import io.lifeboat.simulator.cloud.Cloud;
import io.lifeboat.simulator.engine.World;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What becomes of the home region.
 *
 * @param lostAt when it is lost, or at the latest
 */
record HomeRegion(
        World world,
        Options options,
        Duration lostAt,
        Broker broker,
        Cloud cloud,
        DecisionPromises decisions,
        Collection<PlanRevision> plans) {

    static final String HOME = "eu-west-1";

    /** Has it happen when its time has come. */
    void begin() {
        if (options.kind() == Options.Kind.REHEARSED) {
            loseDuringAStep();
            return;
        }
        switch (options.outage()) {
            case LOST -> world.after(lostAt, this::lose);
            case RETURNS -> {
                world.after(lostAt, this::lose);
                world.after(lostAt.plus(world.between(10_000, 200_000)), () -> cloud.giveBack(HOME));
            }
            case BLIP -> blip();
            case TWICE -> {
                blip();
                world.after(lostAt.plus(world.between(15_000, 60_000)), this::lose);
            }
        }
    }

    /** While the step whose turn it is with this seed is under way. */
    private void loseDuringAStep() {
        List<Step> steps = Objects.requireNonNull(plans.iterator().next().plan())
                .procedure("failover")
                .orElseThrow();
        Step step = steps.get((int) (options.seed() % steps.size()));
        boolean[] lost = new boolean[1];
        broker.onAppend(entry -> {
            if (!lost[0]
                    && entry.body() instanceof RunStep command
                    && command.stepId().equals(step.id())) {
                lost[0] = true;
                world.after(world.between(0, 300), this::lose);
            }
        });
    }

    private void lose() {
        decisions.lost();
        cloud.lose(HOME);
    }

    private void blip() {
        world.after(lostAt, () -> cloud.lose(HOME));
        world.after(lostAt.plus(world.between(1_000, 6_000)), () -> cloud.giveBack(HOME));
    }
}
