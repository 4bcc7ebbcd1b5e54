package io.lifeboat.coordinator.classify;

import io.lifeboat.contract.plan.Placement;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.coordinator.signal.View;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The layers of a region as one vantage sees them now. A look too old to be evidence counts as unknown; a bad one grows
 * old sooner than a good one, for a detector that sees everything well reports only every 30 s.
 */
final class Tiers {

    private final Plan plan;
    private final View view;
    private final String region;
    private final String active;

    Tiers(Plan plan, View view, String region, String active) {
        this.plan = plan;
        this.view = view;
        this.region = region;
        this.active = active;
    }

    /** All looks of a tier agree, or it is degraded; unknown looks say nothing, and unknown is a tier without looks. */
    SignalState state(Tier tier) {
        List<SignalState> judged = signals(tier).stream()
                .map(this::judged)
                .filter(state -> state != SignalState.UNKNOWN)
                .distinct()
                .toList();
        return switch (judged.size()) {
            case 0 -> SignalState.UNKNOWN;
            case 1 -> judged.getFirst();
            default -> SignalState.DEGRADED;
        };
    }

    /** The watches of a tier that are down, by their ids. */
    List<String> failing(Tier tier) {
        return signals(tier).stream()
                .filter(signal -> judged(signal) == SignalState.DOWN)
                .map(Signal::watch)
                .distinct()
                .sorted()
                .toList();
    }

    /** Age now of the oldest judged look of these tiers. */
    Optional<Duration> oldest(List<Tier> tiers) {
        return tiers.stream()
                .flatMap(tier -> signals(tier).stream())
                .filter(signal -> judged(signal) != SignalState.UNKNOWN)
                .flatMap(signal -> view.aged(signal.age()).stream())
                .max(Comparator.naturalOrder());
    }

    /**
     * For how long all looks of these tiers that are not up were seen so: the shortest of them. It ends with the latest word:
     * a vantage that is silent since has seen nothing last any longer.
     */
    Optional<Duration> heldFor(List<Tier> tiers) {
        return tiers.stream()
                .flatMap(tier -> signals(tier).stream())
                .filter(signal -> judged(signal) == SignalState.DOWN || judged(signal) == SignalState.DEGRADED)
                .map(Signal::heldFor)
                .min(Comparator.naturalOrder());
    }

    /** The looks of a tier that speak for this region. */
    private List<Signal> signals(Tier tier) {
        return view.signals().stream()
                .filter(signal -> signal.tier() == tier && speaksForRegion(signal))
                .toList();
    }

    private boolean speaksForRegion(Signal signal) {
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

    private SignalState judged(Signal signal) {
        Optional<Duration> age = view.aged(signal.age());
        if (age.isEmpty()) {
            return SignalState.UNKNOWN;
        }
        Duration limit = View.limit(signal.state(), plan.gate().evidenceWithin());
        return age.get().compareTo(limit) > 0 ? SignalState.UNKNOWN : signal.state();
    }
}
