package io.lifeboat.simulator.check;

import io.lifeboat.contract.command.RunStep;
import io.lifeboat.executor.run.SimulatedRuns;
import io.lifeboat.simulator.cloud.Effects;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.engine.Host;
import io.lifeboat.simulator.engine.World;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is promised of every change in the cloud.
 *
 * <ul>
 *   <li>I1: a change of a step's attempt changes something once; the failover of an incident happens once, whatever the attempt
 *   <li>I2: nothing is sent or arrives under an epoch older than one accepted or one that arrived before
 *   <li>I4: the intent of what is sent is committed, by whoever sends it and holds the run's lease
 *   <li>I1: a failover that may have happened is never sent again by the machine
 *   <li>no two calls of one step are under way at once
 * </ul>
 */
public final class EffectPromises implements Effects {

    private static final String FAILOVER = "FailoverGlobalCluster";

    private final World world;
    private final Database executors;
    private final Map<String, Integer> changes = new HashMap<>();
    private final Map<String, Long> arrived = new HashMap<>();
    private final Map<String, String> underWay = new HashMap<>();
    private final Set<String> unrepeatable = new HashSet<>();
    private int sent;

    public EffectPromises(World world, Database executors) {
        this.world = world;
        this.executors = executors;
    }

    /** How many changes were sent. */
    public int sent() {
        return sent;
    }

    /** How often the writer was moved for an incident. */
    public int failovers(String incidentId) {
        return changes.getOrDefault(incidentId + " " + FAILOVER, 0);
    }

    @Override
    public void sent(Host sender, RunStep command, String change) {
        sent++;
        world.trace().say(sender.name(), "sends " + change + " of " + command.commandId());
        SimulatedRuns.barred(executors, command, change).ifPresent(why -> broken(command, change, why));
        String holder = SimulatedRuns.holder(executors, command.commandId()).orElse("nobody");
        if (!holder.startsWith(sender.name() + "/")) {
            broken(command, change, "I4: sent by " + sender.name() + " while the lease is held by " + holder);
        }
        if (change.equals(FAILOVER) && !unrepeatable.add(command.commandId())) {
            broken(command, change, "I1: is sent again by the machine, which cannot know that it did not happen");
        }
        String other = underWay.put(step(command), command.commandId());
        if (other != null) {
            broken(command, change, "I1: a call of " + other + " is under way still");
        }
    }

    @Override
    public void changed(RunStep command, String change) {
        world.trace().say("cloud", change + " of " + command.commandId() + " comes about");
        arrives(command, change);
        once(command, change, command.commandId() + " " + change);
        if (change.equals(FAILOVER)) {
            once(command, change, command.incidentId() + " " + FAILOVER);
        }
    }

    @Override
    public void unchanged(RunStep command, String change) {
        arrives(command, change);
    }

    @Override
    public void lost(RunStep command, String change, boolean told) {
        world.trace().say("cloud", change + " of " + command.commandId() + " does not come about");
        underWay.remove(step(command));
        if (told) {
            unrepeatable.remove(command.commandId());
        }
    }

    private void arrives(RunStep command, String change) {
        underWay.remove(step(command));
        long newest = arrived.merge(command.application(), command.epoch(), Math::max);
        if (newest > command.epoch()) {
            broken(command, change, "I2: epoch " + newest + " arrived before epoch " + command.epoch());
        }
    }

    private void once(RunStep command, String change, String what) {
        if (changes.merge(what, 1, Integer::sum) > 1) {
            broken(command, change, "I1: happens a second time");
        }
    }

    private void broken(RunStep command, String change, String why) {
        world.violation(why.substring(0, 2), change + " of " + command.commandId() + ": " + why.substring(4));
    }

    private static String step(RunStep command) {
        return command.executionId() + "/" + command.stepId();
    }
}
