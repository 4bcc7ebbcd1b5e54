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
 *   <li>I2: nothing is sent or arrives under an epoch older than one that was sent or arrived before
 *   <li>I4: the intent of what is sent is committed, by whoever sends it and holds the run's lease
 *   <li>I1: a failover that may have happened is never sent again by the machine: not by its attempt, nor by a later one that
 *       goes on where it stood or ended well
 *   <li>no two calls of one step are under way at once
 * </ul>
 */
public final class EffectPromises implements Effects {

    private static final String FAILOVER = "FailoverGlobalCluster";
    private static final Set<String> PROMOTIONS = Set.of(FAILOVER, "SwitchoverGlobalCluster");

    private final World world;
    private final Database executors;
    private final Map<String, Integer> changes = new HashMap<>();
    private final Map<String, Long> arrived = new HashMap<>();
    private final Map<String, Long> newestSent = new HashMap<>();
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
        long newest = newestSent.merge(command.application(), command.epoch(), Math::max);
        if (newest > command.epoch()) {
            broken(command, change, "I2: epoch %d was sent before".formatted(newest));
        }
        if (PROMOTIONS.contains(change) && (!unrepeatable.add(command.commandId()) || inheritedOne(command))) {
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
        if (PROMOTIONS.contains(change)) {
            once(command, change, command.incidentId() + " " + change);
        }
    }

    @Override
    public void undone(RunStep command, String change) {
        changes.merge(command.commandId() + " " + change, -1, Integer::sum);
        changes.merge(command.incidentId() + " " + change, -1, Integer::sum);
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

    /** Whether an older attempt sent it, and each since was gone on with by the next one. */
    private boolean inheritedOne(RunStep command) {
        for (int attempt = command.attempt() - 1; attempt > 0; attempt--) {
            String older = step(command) + "/" + attempt;
            if (!SimulatedRuns.inherited(executors, older)) {
                return false;
            }
            if (unrepeatable.contains(older)) {
                return true;
            }
        }
        return false;
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
