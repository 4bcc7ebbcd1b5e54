package io.lifeboat.executor.action.aws;

import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Actions;
import io.lifeboat.simulator.cloud.Cloud;
import io.lifeboat.simulator.cloud.Cloud.Seen;
import java.util.List;
import java.util.function.Predicate;

/** The actions of a failover, and of what it leaves owed, over the simulated cloud; what they make of a description is the services' own code. */
public final class SimulatedActions {

    private SimulatedActions() {}

    public static Actions over(Cloud cloud) {
        Predicate<Seen> always = seen -> true;
        Predicate<Seen> serves = seen -> seen.scene().writerAt(seen.at()).equals("eu-central-1")
                && seen.scene().runningAt(seen.at()) > 0;
        List<Action<?>> all = List.of(
                new SimulatedTry("freeze", cloud, always),
                new SimulatedFence(cloud),
                new SimulatedFailover(cloud),
                new SimulatedSwitchover(cloud),
                new SimulatedScale(cloud),
                new SimulatedRedeploy(cloud),
                new SimulatedTry("http.smoke", cloud, serves),
                new SimulatedSwitch(cloud),
                new SimulatedLatch(cloud, false),
                new SimulatedLatch(cloud, true),
                new SimulatedArmedFence(cloud),
                new SimulatedSnapshot(cloud),
                new SimulatedRebuilt(cloud),
                new SimulatedTry("writer.probe", cloud, serves),
                new SimulatedTry("notify", cloud, always));
        return new Actions(all);
    }
}
