package io.lifeboat.coordinator.classify;

import static io.lifeboat.contract.plan.Tier.COMPUTE;
import static io.lifeboat.contract.plan.Tier.DATABASE;
import static io.lifeboat.contract.plan.Tier.ENTRANCE;

import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.coordinator.classify.Vote.Finding;
import io.lifeboat.coordinator.signal.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A vantage's vote beside what it rests on.
 *
 * @param view what the vantage says
 * @param vote what it makes of the region
 * @param tiers the region's layers as it sees them
 */
record Judged(View view, Vote vote, Tiers tiers) {

    /** What customers need, in the order they meet it last. */
    static final List<Tier> FAMILIES = List.of(COMPUTE, DATABASE, ENTRANCE);

    /** Whether it can see the region at all, and stands outside it. */
    boolean able() {
        return vote.finding() != Finding.UNKNOWN && vote.finding() != Finding.INSIDE;
    }

    boolean sees(Tier tier, SignalState state) {
        return tiers.state(tier) == state;
    }

    boolean seesSomeUp() {
        return FAMILIES.stream().anyMatch(tier -> sees(tier, SignalState.UP));
    }

    /** What it sees wrong, in words; empty when it sees nothing wrong. */
    Optional<String> wrong(String region) {
        List<String> said = new ArrayList<>();
        for (SignalState state : List.of(SignalState.DOWN, SignalState.DEGRADED)) {
            List<Tier> tiersInIt =
                    FAMILIES.stream().filter(tier -> sees(tier, state)).toList();
            if (!tiersInIt.isEmpty()) {
                said.add("%s of %s %s %s"
                        .formatted(
                                list(tiersInIt.stream().map(Judged::word).toList()),
                                region,
                                tiersInIt.size() == 1 ? "is" : "are",
                                word(state)));
            }
        }
        List<String> apis = tiers.failing(Tier.CONTROL_PLANE);
        if (said.isEmpty() && !apis.isEmpty()) {
            return Optional.of("%s of %s %s down".formatted(list(apis), region, apis.size() == 1 ? "is" : "are"));
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", said));
    }

    /** What another region is as it sees it: up, down, or unknown where it sees neither or both. */
    SignalState peer(Plan plan, String other, String active) {
        if (!view.trusted()) {
            return SignalState.UNKNOWN;
        }
        Tiers there = new Tiers(plan, view, other, active);
        List<SignalState> states = List.of(there.state(COMPUTE), there.state(DATABASE));
        boolean up = states.contains(SignalState.UP);
        boolean down = states.contains(SignalState.DOWN);
        if (up == down) {
            return SignalState.UNKNOWN;
        }
        return up ? SignalState.UP : SignalState.DOWN;
    }

    Optional<Duration> peerAge(Plan plan, String other, String active) {
        return new Tiers(plan, view, other, active).oldest(List.of(COMPUTE, DATABASE));
    }

    static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    /** For example {@code compute, database and entrance}. */
    static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
