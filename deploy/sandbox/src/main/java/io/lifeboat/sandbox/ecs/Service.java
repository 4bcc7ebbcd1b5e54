package io.lifeboat.sandbox.ecs;

import io.lifeboat.sandbox.elb.Target;
import io.lifeboat.sandbox.elb.TargetGroup;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An ECS service: as many tasks as are desired, replaced one deployment after the other. {@link #reconcile} takes it one
 * step further and is called again and again.
 *
 * <p>A new desired count starts no deployment (API reference, {@code UpdateService}); a forced deployment starts a full set
 * of new tasks, waits until they are in service, and only then drains the old ones (minimum healthy 100 %, maximum 200 %).
 */
public final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final ServiceName name;
    private final TaskImage image;
    private final TargetGroup targetGroup;
    private final Timing timing;
    private final IntFunction<Target> slots;
    private final int slotCount;
    private final InstantSource clock;
    private final List<Task> tasks = new ArrayList<>();
    private final List<Deployment> deployments = new ArrayList<>();
    private int desiredCount;

    /**
     * A service without tasks.
     *
     * @param slots where the task in slot 0, 1, 2 ... listens
     * @param slotCount how many tasks there can be at once, old and new
     */
    public Service(
            ServiceName name,
            TaskImage image,
            TargetGroup targetGroup,
            Timing timing,
            IntFunction<Target> slots,
            int slotCount,
            InstantSource clock) {
        this.name = name;
        this.image = image;
        this.targetGroup = targetGroup;
        this.timing = timing;
        this.slots = slots;
        this.slotCount = slotCount;
        this.clock = clock;
        deployments.add(newDeployment());
    }

    /** What it is known by. */
    public ServiceName name() {
        return name;
    }

    TargetGroup targetGroup() {
        return targetGroup;
    }

    int containerPort() {
        return slots.apply(0).port();
    }

    /** How many tasks there should be. */
    public synchronized int desiredCount() {
        return desiredCount;
    }

    /** Asks for another number of tasks; true when that changed anything. */
    public synchronized boolean desire(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("desiredCount must not be negative: " + count);
        }
        var changed = count != desiredCount;
        desiredCount = count;
        return changed;
    }

    /** Replaces all tasks by new ones. */
    public synchronized void forceDeployment() {
        deployments.addFirst(newDeployment());
    }

    private Deployment newDeployment() {
        var now = clock.instant();
        var digits = ThreadLocalRandom.current().nextLong(1_000_000_000_000_000_000L, Long.MAX_VALUE);
        return new Deployment("ecs-svc/" + digits, now, now, Deployment.Rollout.IN_PROGRESS);
    }

    /** One step towards what is desired. */
    public synchronized void reconcile() {
        var now = clock.instant();
        advance(now);
        startMissing(now);
        stopSurplus(now);
        retireOldDeployments(now);
        complete(now);
    }

    private void advance(Instant now) {
        for (var task : List.copyOf(tasks)) {
            switch (task.state()) {
                case Task.State.Pending(Instant runningAt) when !runningAt.isAfter(now) -> run(task, now);
                case Task.State.Draining(Instant stoppedAt, var process)
                when !stoppedAt.isAfter(now) -> {
                    targetGroup.deregister(task.target());
                    tasks.remove(task);
                    end(task, process);
                }
                case Task.State.Pending pending -> {}
                case Task.State.Running running -> {}
                case Task.State.Draining draining -> {}
            }
        }
    }

    private void run(Task task, Instant now) {
        try {
            var process = image.start(task.target().address());
            tasks.set(tasks.indexOf(task), task.in(new Task.State.Running(now, process)));
            targetGroup.register(task.target());
        } catch (IOException failure) {
            LOG.warn(
                    "Task {} of {} could not start at {}; another takes its place",
                    task.id(),
                    name,
                    task.target(),
                    failure);
            tasks.remove(task);
        }
    }

    private static void end(Task task, @Nullable AutoCloseable process) {
        if (process == null) {
            return;
        }
        try {
            process.close();
        } catch (Exception failure) {
            LOG.warn("Task {} did not end cleanly", task.id(), failure);
        }
    }

    private void startMissing(Instant now) {
        var primary = deployments.getFirst();
        int missing = desiredCount - active(primary).size();
        var free = freeSlots();
        IntStream.range(0, Math.min(missing, free.size()))
                .mapToObj(i -> new Task(
                        randomId(),
                        primary.id(),
                        slots.apply(free.get(i)),
                        new Task.State.Pending(now.plus(timing.start())),
                        now))
                .forEach(tasks::add);
    }

    private List<Integer> freeSlots() {
        var taken = new TreeSet<String>();
        tasks.forEach(task -> taken.add(task.target().address()));
        return IntStream.range(0, slotCount)
                .filter(slot -> !taken.contains(slots.apply(slot).address()))
                .boxed()
                .toList();
    }

    private static String randomId() {
        var random = ThreadLocalRandom.current();
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }

    private void stopSurplus(Instant now) {
        var own = active(deployments.getFirst());
        own.stream()
                .sorted(Comparator.comparing(Task::createdAt).reversed())
                .limit(Math.max(0, own.size() - desiredCount))
                .forEach(task -> drain(task, now));
    }

    private void retireOldDeployments(Instant now) {
        var primary = deployments.getFirst();
        if (inService(primary) >= desiredCount) {
            deployments.stream().skip(1).flatMap(old -> active(old).stream()).forEach(task -> drain(task, now));
            deployments.removeIf(old -> !old.equals(primary)
                    && tasks.stream().noneMatch(task -> task.deploymentId().equals(old.id())));
        }
    }

    private void drain(Task task, Instant now) {
        targetGroup.drain(task.target());
        AutoCloseable process = task.state() instanceof Task.State.Running running ? running.process() : null;
        tasks.set(tasks.indexOf(task), task.in(new Task.State.Draining(now.plus(timing.drain()), process)));
    }

    private void complete(Instant now) {
        var primary = deployments.getFirst();
        if (primary.rollout() == Deployment.Rollout.IN_PROGRESS
                && deployments.size() == 1
                && inService(primary) >= desiredCount) {
            deployments.set(0, primary.completed(now));
        }
    }

    private List<Task> active(Deployment deployment) {
        return tasks.stream()
                .filter(task -> task.deploymentId().equals(deployment.id()) && task.active())
                .toList();
    }

    private long inService(Deployment deployment) {
        return active(deployment).stream()
                .filter(task -> task.running() && targetGroup.healthy(task.target()))
                .count();
    }

    /** Whether the tasks in service are those desired and nothing is under way. */
    public synchronized boolean steady() {
        return deployments.size() == 1
                && deployments.getFirst().rollout() == Deployment.Rollout.COMPLETED
                && tasks.stream().allMatch(Task::running)
                && inService(deployments.getFirst()) == desiredCount;
    }

    synchronized List<Task> tasks() {
        return List.copyOf(tasks);
    }

    synchronized Optional<Task> task(String id) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
    }

    /** The newest first. */
    synchronized List<Deployment> deployments() {
        return List.copyOf(deployments);
    }

    @Override
    public synchronized void close() {
        for (var task : tasks) {
            switch (task.state()) {
                case Task.State.Running running -> end(task, running.process());
                case Task.State.Draining draining -> end(task, draining.process());
                case Task.State.Pending pending -> {}
            }
        }
        tasks.clear();
    }
}
