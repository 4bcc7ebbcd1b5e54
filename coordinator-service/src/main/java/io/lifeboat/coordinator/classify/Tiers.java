package io.lifeboat.coordinator.classify;

import io.lifeboat.contract.plan.Placement;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.coordinator.signal.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The layers of a region as one vantage sees them now. A look too old to be evidence counts as unknown; a bad one grows
 * old sooner than a good one, for a detector that sees everything well reports only every 30 s.
 */
final class Tiers {

    private final View view;
    private final Map<Tier, List<Look>> looks = new EnumMap<>(Tier.class);

    /** A look that speaks for the region, and what it counts for now. */
    private record Look(Signal signal, SignalState state) {}

    Tiers(Plan plan, View view, String region, String active) {
        this.view = view;
        for (Signal signal : view.signals()) {
            if (speaksFor(region, active, plan, signal)) {
                looks.computeIfAbsent(signal.tier(), tier -> new ArrayList<>())
                        .add(new Look(signal, judged(signal, view, plan)));
            }
        }
    }

    /** All looks of a tier agree, or it is degraded; unknown looks say nothing, and unknown is a tier without looks. */
    SignalState state(Tier tier) {
        SignalState agreed = SignalState.UNKNOWN;
        for (Look look : of(tier)) {
            if (look.state() != SignalState.UNKNOWN && look.state() != agreed) {
                if (agreed != SignalState.UNKNOWN) {
                    return SignalState.DEGRADED;
                }
                agreed = look.state();
            }
        }
        return agreed;
    }

    /** The watches of a tier that are down, by their ids. */
    List<String> failing(Tier tier) {
        return of(tier).stream()
                .filter(look -> look.state() == SignalState.DOWN)
                .map(look -> look.signal().watch())
                .distinct()
                .sorted()
                .toList();
    }

    /** Age now of the oldest judged look of these tiers. */
    Optional<Duration> oldest(List<Tier> tiers) {
        return tiers.stream()
                .flatMap(tier -> of(tier).stream())
                .filter(look -> look.state() != SignalState.UNKNOWN)
                .flatMap(look -> view.aged(look.signal().age()).stream())
                .max(Comparator.naturalOrder());
    }

    /**
     * For how long all looks of these tiers that are not up were seen so: the shortest of them. It ends with the latest word:
     * a vantage that is silent since has seen nothing last any longer.
     */
    Optional<Duration> heldFor(List<Tier> tiers) {
        return tiers.stream()
                .flatMap(tier -> of(tier).stream())
                .filter(look -> look.state() == SignalState.DOWN || look.state() == SignalState.DEGRADED)
                .map(look -> look.signal().heldFor())
                .min(Comparator.naturalOrder());
    }

    /** Whether one of these tiers was seen to fail, and the look is too old to count by now. */
    boolean failedLast(List<Tier> tiers) {
        return tiers.stream()
                .flatMap(tier -> of(tier).stream())
                .filter(look -> look.state() == SignalState.UNKNOWN)
                .anyMatch(look -> look.signal().state() == SignalState.DOWN
                        || look.signal().state() == SignalState.DEGRADED);
    }

    private List<Look> of(Tier tier) {
        return looks.getOrDefault(tier, List.of());
    }

    private static boolean speaksFor(String region, String active, Plan plan, Signal signal) {
        if (signal.region() != null) {
            return signal.region().equals(region);
        }
        // The entrance leads to where traffic is, and an `in: active` watch looks where the writer is.
        boolean followsActive = signal.tier() == Tier.ENTRANCE
                || plan.watch(signal.watch())
                        .map(watch -> watch.in() == Placement.ACTIVE)
                        .orElse(false);
        return followsActive && region.equals(active);
    }

    private static SignalState judged(Signal signal, View view, Plan plan) {
        Optional<Duration> age = view.aged(signal.age());
        if (age.isEmpty()) {
            return SignalState.UNKNOWN;
        }
        Duration limit = View.limit(signal.state(), plan.gate().evidenceWithin());
        return age.get().compareTo(limit) > 0 ? SignalState.UNKNOWN : signal.state();
    }
}
