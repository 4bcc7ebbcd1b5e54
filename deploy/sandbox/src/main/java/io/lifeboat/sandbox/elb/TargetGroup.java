package io.lifeboat.sandbox.elb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Targets a load balancer may send to, in turn, as far as they are healthy. */
public final class TargetGroup {

    private final String arn;
    private final Map<Target, TargetHealth> targets = new LinkedHashMap<>();
    private int turn;

    /** An empty group. */
    public TargetGroup(String arn) {
        this.arn = arn;
    }

    /** The group's ARN. */
    public String arn() {
        return arn;
    }

    /** Adds a target; nothing is sent to it until it was seen healthy. */
    public synchronized void register(Target target) {
        targets.putIfAbsent(target, TargetHealth.REGISTERED);
    }

    /** Sends nothing new to a target. */
    public synchronized void drain(Target target) {
        targets.computeIfPresent(target, (known, health) -> health.draining());
    }

    /** Forgets a target. */
    public synchronized void deregister(Target target) {
        targets.remove(target);
    }

    /** Whether a target is in service. */
    public synchronized boolean healthy(Target target) {
        var health = targets.get(target);
        return health != null && health.state() == TargetState.HEALTHY;
    }

    /** How many targets are in service. */
    public synchronized int healthyCount() {
        return Math.toIntExact(targets.values().stream()
                .filter(health -> health.state() == TargetState.HEALTHY)
                .count());
    }

    synchronized Map<Target, TargetState> states() {
        var states = new LinkedHashMap<Target, TargetState>();
        targets.forEach((target, health) -> states.put(target, health.state()));
        return states;
    }

    /** The next target in turn, or empty when none is healthy. */
    synchronized Optional<Target> next() {
        var healthy = targets.entrySet().stream()
                .filter(each -> each.getValue().state() == TargetState.HEALTHY)
                .map(Map.Entry::getKey)
                .toList();
        return healthy.isEmpty() ? Optional.empty() : Optional.of(healthy.get(Math.floorMod(turn++, healthy.size())));
    }

    /** Looks at every target once; looking itself may take its time and holds nobody up. */
    public void look(Predicate<Target> passes) {
        for (var target : known()) {
            var success = passes.test(target);
            synchronized (this) {
                targets.computeIfPresent(target, (known, health) -> health.after(success));
            }
        }
    }

    private synchronized List<Target> known() {
        return List.copyOf(targets.keySet());
    }
}
