package io.lifeboat.coordinator.gate;

import io.lifeboat.contract.plan.Action;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Strategy;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.coordinator.signal.View;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether there is a side to go to. A side that does not follow the writer is none: a promotion would go back to what it
 * held when it last did. Else it is enough that one trusted vantage sees every look at it up, freshly, and that none
 * sees one down: unlike an outage, being there is not a rumour. Where the plan never looks at the other side, nobody knows,
 * and a person is asked.
 *
 * <p>Compute that the failover raises itself need not be up: a fence leaves none in the region it stopped, and the way back
 * begins from there. Its database must be.
 */
final class OtherSideCheck implements GateCheck {

    @Override
    public String name() {
        return "other-side";
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        String to = input.to();
        if (to == null) {
            return Finding.hold(this, "the plan names no region to go to", null);
        }
        Optional<String> notFollowing = input.evidence().notFollowing(to);
        if (notFollowing.isPresent()) {
            return Finding.hold(this, notFollowing.get(), null);
        }
        List<Look> looks = input.evidence().views().stream()
                .filter(View::trusted)
                .flatMap(view -> looks(view, to, input.plan()))
                .toList();
        boolean watched = input.evidence().views().stream()
                .flatMap(view -> view.signals().stream())
                .anyMatch(signal -> serves(signal, to, input.plan()));
        String raised = input.evidence().views().stream()
                .flatMap(view -> view.signals().stream())
                .filter(signal ->
                        to.equals(signal.region()) && signal.tier() == Tier.COMPUTE && raised(signal, input.plan()))
                .map(Signal::watch)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        Duration oldest =
                looks.stream().map(Look::age).max(Comparator.naturalOrder()).orElse(null);
        if (!watched) {
            String looking = raised.isEmpty()
                    ? "no watch looks at " + to
                    : "%s: only %s looks at it, which is down until the failover starts it".formatted(to, raised);
            return Finding.ask(this, 1, looking + ", so nobody knows whether it is ready", null);
        }
        Optional<Look> down =
                looks.stream().filter(look -> look.state() == SignalState.DOWN).findFirst();
        if (down.isPresent()) {
            return Finding.hold(
                    this,
                    "%s: %s is down as %s sees it"
                            .formatted(to, down.get().watch(), down.get().vantage()),
                    oldest);
        }
        Optional<Look> slow = looks.stream()
                .filter(look -> look.state() == SignalState.DEGRADED)
                .findFirst();
        if (slow.isPresent()) {
            return Finding.ask(
                    this,
                    1,
                    "%s: %s is degraded as %s sees it"
                            .formatted(to, slow.get().watch(), slow.get().vantage()),
                    oldest);
        }
        return looks.stream().anyMatch(look -> look.state() == SignalState.UP)
                ? Finding.pass(
                        this,
                        raised.isEmpty()
                                ? to + " answers every look"
                                : "%s answers every look but %s, which is down until the failover starts it"
                                        .formatted(to, raised),
                        oldest)
                : Finding.unknown(this, "nobody sees " + to + " freshly", oldest);
    }

    /** Only what serves customers counts: a lag that is high because the source is lost is no reason to stay. */
    private static boolean serves(Signal signal, String region, Plan plan) {
        return region.equals(signal.region())
                && (signal.tier() == Tier.DATABASE || signal.tier() == Tier.COMPUTE && !raised(signal, plan));
    }

    /**
     * Whether it is down and the failover brings it up. A step and a watch name the same service in different ways, so any step
     * that raises capacity is taken to raise whatever a compute watch of that region looks at.
     */
    private static boolean raised(Signal signal, Plan plan) {
        boolean light = plan.strategy() == Strategy.PILOT_LIGHT || plan.strategy() == Strategy.BACKUP_RESTORE;
        return light
                && signal.state() == SignalState.DOWN
                && plan.procedure("failover").orElse(List.of()).stream()
                        .flatMap(step -> Action.named(step.action()).stream())
                        .anyMatch(action -> action.role() == Action.Role.CAPACITY);
    }

    private static Stream<Look> looks(View view, String region, Plan plan) {
        Duration within = plan.gate().evidenceWithin();
        return view.signals().stream()
                .filter(signal -> serves(signal, region, plan))
                .flatMap(signal -> view
                        .aged(signal.age())
                        .filter(age -> age.compareTo(view.limit(within)) <= 0)
                        .map(age -> look(view, signal, age))
                        .stream());
    }

    private static Look look(View view, Signal signal, Duration age) {
        return new Look(view.vantage(), signal.watch(), signal.state(), age);
    }

    private record Look(String vantage, String watch, SignalState state, Duration age) {}
}
