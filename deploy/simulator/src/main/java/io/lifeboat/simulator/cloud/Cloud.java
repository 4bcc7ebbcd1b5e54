package io.lifeboat.simulator.cloud;

import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import io.lifeboat.simulator.engine.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Two regions and what the applications have in them. */
public final class Cloud {

    /** Where it is decided from where an application is served. */
    public static final String WITNESS = "eu-north-1";

    private static final String SWITCHOVER = "SwitchoverGlobalCluster";

    private static final String HOME = "eu-west-1";
    private static final String OTHER = "eu-central-1";
    /** How long health checks and the name take to follow. */
    private static final Duration FOLLOWS = Duration.ofSeconds(4);

    private static final Duration NO_ANSWER = Duration.ofSeconds(2);
    private static final long OLDEST_ANSWER_MILLIS = 8_000;

    private final World world;
    private final Effects effects;
    private final Map<String, List<Since>> scenes = new HashMap<>();
    private final Set<String> lost = new HashSet<>();
    private final Map<String, RunStep> switching = new HashMap<>();
    private Trouble trouble = Trouble.NONE;

    private record Since(long nanos, Scene scene) {}

    /** What an answer is made of: the scene and the time it shows. */
    public record Seen(Scene scene, long at) {}

    public Cloud(World world, Effects effects) {
        this.world = world;
        this.effects = effects;
    }

    /** An application is built, with its writer at home. */
    public void build(String application, String home) {
        scenes.put(application, new ArrayList<>(List.of(new Since(0, Scene.at(home)))));
    }

    /** How calls fail from now on. */
    public void trouble(Trouble next) {
        trouble = next;
    }

    /** Loses a region; a switchover under way there comes about all the same, or does not. */
    public void lose(String region) {
        world.trace().say("cloud", "loses " + region);
        lost.add(region);
        for (String application : scenes.keySet()) {
            Scene scene = truth(application).scene();
            if (region.equals(HOME)
                    && switching.containsKey(application)
                    && scene.movingAt(world.nanos())
                    && world.happens(0.5)) {
                world.trace().say("cloud", "gives the switchover of " + application + " up");
                scenes.get(application).add(new Since(world.nanos(), scene.staying()));
                effects.undone(switching.get(application), SWITCHOVER);
            }
        }
    }

    public void giveBack(String region) {
        world.trace().say("cloud", "has " + region + " back");
        lost.remove(region);
    }

    public boolean isLost(String region) {
        return lost.contains(region);
    }

    /** How an application really stands. */
    public Seen truth(String application) {
        return new Seen(scenes.get(application).getLast().scene(), world.nanos());
    }

    /** Whether a region's cluster follows the writer, in Aurora's words. */
    public String synchronization(String application, String region) {
        boolean left = !truth(application).scene().writerAt(world.nanos()).equals(HOME);
        return region.equals(HOME) && left && isLost(HOME) ? "pending-resync" : "connected";
    }

    /** The region that the public name answers, by what its health checks see: see the decision on the witness. */
    public String servedFrom(String application) {
        Scene scene = asOf(application, FOLLOWS).scene();
        int home = 2 * silentOrNot(scene, WITNESS, OTHER)
                + saidBy(scene, WITNESS, HOME)
                + silentOrNot(scene, OTHER, OTHER)
                + saidBy(scene, HOME, HOME);
        return home >= 3 ? HOME : OTHER;
    }

    private int saidBy(Scene scene, String place, String region) {
        return !isLost(place) && scene.says(place, region) ? 1 : 0;
    }

    private int silentOrNot(Scene scene, String place, String region) {
        return 1 - saidBy(scene, place, region);
    }

    /** Looks, from an executor, at a region. */
    public Seen look(String application, String region) {
        world.strand().sleep(world.between(3, 40));
        if (isLost(region) || world.happens(trouble.unanswered())) {
            world.strand().sleep(NO_ANSWER);
            throw CallFailedException.rejected(ErrorClass.TRANSIENT, region + " does not answer", "wait", null);
        }
        if (world.happens(trouble.throttled())) {
            throw CallFailedException.rejected(ErrorClass.THROTTLED, "rate exceeded", "wait", null);
        }
        return world.happens(trouble.stale())
                ? asOf(application, world.between(1, OLDEST_ANSWER_MILLIS))
                : truth(application);
    }

    private Seen asOf(String application, Duration ago) {
        long then = Math.max(0, world.nanos() - ago.toNanos());
        Scene scene = scenes.get(application).getFirst().scene();
        for (Since since : scenes.get(application)) {
            if (since.nanos() <= then) {
                scene = since.scene();
            }
        }
        return new Seen(scene, then);
    }

    /**
     * Asks for a change, from an executor.
     *
     * @param effect makes the scene after it of the scene before and the time; the same scene when nothing changes
     */
    public void change(
            RunStep command, String change, String region, Permit permit, BiFunction<Scene, Long, Scene> effect) {
        Duration timeout = permit.callTimeout();
        effects.sent(world.strand().host(), command, change);
        if (isLost(region)) {
            effects.lost(command, change, true);
            world.strand().sleep(NO_ANSWER);
            throw CallFailedException.rejected(ErrorClass.TRANSIENT, region + " does not answer", "wait", null);
        }
        if (world.happens(trouble.throttled())) {
            effects.lost(command, change, true);
            world.strand().sleep(world.between(2, 20));
            throw CallFailedException.rejected(ErrorClass.THROTTLED, "rate exceeded", "wait", null);
        }
        if (world.happens(trouble.lost())) {
            effects.lost(command, change, false);
            world.strand().sleep(timeout);
            throw CallFailedException.ambiguous(change + " was not answered", "look", null);
        }
        boolean silent = world.happens(trouble.silent());
        // One that goes unanswered may arrive at the last moment.
        Duration way = world.between(2, silent ? Math.max(2, timeout.toMillis() - 50) : 60);
        world.after(way, () -> land(command, change, effect));
        if (silent) {
            world.strand().sleep(timeout);
            throw CallFailedException.ambiguous(change + " was not answered", "look", null);
        }
        world.strand().sleep(way.plus(world.between(1, 20)));
    }

    private void land(RunStep command, String change, BiFunction<Scene, Long, Scene> effect) {
        Scene before = truth(command.application()).scene();
        Scene after = effect.apply(before, world.nanos());
        if (after == before) {
            effects.unchanged(command, change);
        } else {
            scenes.get(command.application()).add(new Since(world.nanos(), after));
            if (change.equals(SWITCHOVER)) {
                switching.put(command.application(), command);
            }
            effects.changed(command, change);
        }
    }

    /** What FailoverGlobalCluster does; a repeat begins another move. */
    public BiFunction<Scene, Long, Scene> failover(String to) {
        Duration takes = world.between(4_000, 45_000);
        return (scene, now) -> scene.moving(to, now + takes.toNanos());
    }

    /** Whether the old writer accepts writes when its region is back: Aurora's own fencing is best effort. */
    public boolean oldWriterIsOpen(Scene scene) {
        return scene.moveEnds() % 5 == 0;
    }

    /** What SwitchoverGlobalCluster does: a region that is lost before it arrives swaps no roles. */
    public BiFunction<Scene, Long, Scene> switchover(String to) {
        Duration takes = world.between(2_000, 30_000);
        return (scene, now) -> isLost(HOME) ? scene : scene.moving(to, now + takes.toNanos());
    }

    /** A time that something takes, from now on. */
    public long ready(long now, long leastMillis, long mostMillis) {
        return now + world.between(leastMillis, mostMillis).toNanos();
    }
}
