package io.lifeboat.simulator.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One application's resources, as a value. All times are nanoseconds of the world; what a time stands for comes about then.
 *
 * @param writer the region whose database takes writes once no move is under way
 * @param moveTo the region a failover under way leads to; null when none is
 * @param moveEnds when it is done
 * @param tasksAtHome how many tasks run in the home region while it is there
 * @param least how few tasks scaling may leave in the other region
 * @param desired how many tasks are wanted there
 * @param tasksReady when they run
 * @param deployments the deployments there, the oldest first
 * @param said which region each place says the application is served from; a place that says nothing is missing
 * @param copies when each copy of the old volume's snapshot is available, by its name
 */
public record Scene(
        String writer,
        @Nullable String moveTo,
        long moveEnds,
        int tasksAtHome,
        int least,
        int desired,
        long tasksReady,
        List<Deployment> deployments,
        Map<String, String> said,
        Map<String, Long> copies) {

    /** As the home region is built. */
    public static final int TASKS_AT_HOME = 3;

    /** A deployment, and when its tasks have replaced the others. */
    public record Deployment(String id, long ready) {}

    public Scene {
        deployments = List.copyOf(deployments);
        said = Map.copyOf(said);
        copies = Map.copyOf(copies);
    }

    static Scene at(String home) {
        return new Scene(
                home, null, 0, TASKS_AT_HOME, 1, 1, 0, List.of(new Deployment("first", 0)), Map.of(), Map.of());
    }

    /** Where writes go at a time. */
    public String writerAt(long now) {
        return moveTo != null && now >= moveEnds ? moveTo : writer;
    }

    /** Whether a failover is under way at a time. */
    public boolean movingAt(long now) {
        return moveTo != null && now < moveEnds;
    }

    /** How many tasks run in the other region at a time. */
    public int runningAt(long now) {
        return now >= tasksReady ? desired : Math.min(1, desired);
    }

    /** The deployments that still matter at a time. */
    public List<Deployment> deploymentsAt(long now) {
        Deployment newest = deployments.getLast();
        return now >= newest.ready() ? List.of(newest) : deployments;
    }

    /** Whether a place says that a region serves. */
    public boolean says(String place, String region) {
        return region.equals(said.get(place));
    }

    Scene moving(String to, long ends) {
        return new Scene(writer, to, ends, tasksAtHome, least, desired, tasksReady, deployments, said, copies);
    }

    Scene staying() {
        return new Scene(writer, null, 0, tasksAtHome, least, desired, tasksReady, deployments, said, copies);
    }

    /** Without tasks at home; the same scene when there are none. */
    public Scene stopped() {
        return tasksAtHome == 0
                ? this
                : new Scene(writer, moveTo, moveEnds, 0, least, desired, tasksReady, deployments, said, copies);
    }

    /** With another least; the same scene when it is so. */
    public Scene atLeast(int tasks) {
        return tasks == least
                ? this
                : new Scene(
                        writer, moveTo, moveEnds, tasksAtHome, tasks, desired, tasksReady, deployments, said, copies);
    }

    /** With another desired count; the same scene when it is so. */
    public Scene scaled(int tasks, long ready) {
        return tasks == desired
                ? this
                : new Scene(writer, moveTo, moveEnds, tasksAtHome, least, tasks, ready, deployments, said, copies);
    }

    /** With one more deployment. */
    public Scene deployed(String id, long ready) {
        List<Deployment> more = new ArrayList<>(deployments);
        more.add(new Deployment(id, ready));
        return new Scene(writer, moveTo, moveEnds, tasksAtHome, least, desired, tasksReady, more, said, copies);
    }

    /** With a place that says so; the same scene when it does. */
    public Scene saying(String place, String region) {
        if (says(place, region)) {
            return this;
        }
        Map<String, String> more = new TreeMap<>(said);
        more.put(place, region);
        return new Scene(writer, moveTo, moveEnds, tasksAtHome, least, desired, tasksReady, deployments, more, copies);
    }

    /** With a copy of the snapshot; the same scene when its name is taken. */
    public Scene copied(String name, long ready) {
        if (copies.containsKey(name)) {
            return this;
        }
        Map<String, Long> more = new TreeMap<>(copies);
        more.put(name, ready);
        return new Scene(writer, moveTo, moveEnds, tasksAtHome, least, desired, tasksReady, deployments, said, more);
    }
}
