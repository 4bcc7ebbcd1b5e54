package io.lifeboat.detector.outage;

import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.probe.Look;
import io.lifeboat.detector.sight.Eyesight;
import io.lifeboat.detector.signal.Judgement;
import io.lifeboat.detector.time.Moment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the watches of one scope say together. A failure counts only once the controls were seen to answer after it.
 *
 * @param judgements the scope's watches
 * @param view whether the detector may believe its eyes
 */
public record Evidence(List<Judgement> judgements, Eyesight.View view) {

    public Evidence {
        judgements = List.copyOf(judgements);
    }

    /** Whether the latest look of any watch failed, at first or for long. */
    boolean failing() {
        return judgements.stream().anyMatch(this::fails);
    }

    /**
     * Whether all judged watches of at least one tier are down. One tier is enough to confirm that something is down
     * there; which tiers are, and so what kind of disaster it is, stands in the signals.
     */
    boolean tierDown() {
        Map<Tier, List<SignalState>> judged = judgements.stream()
                .filter(judgement -> judgement.told(view) != SignalState.UNKNOWN)
                .collect(Collectors.groupingBy(
                        Judgement::tier, Collectors.mapping(judgement -> judgement.told(view), Collectors.toList())));
        return judged.values().stream()
                .anyMatch(states -> states.stream().allMatch(state -> state == SignalState.DOWN));
    }

    /** Whether every judged watch is up, none fails, and at least one is judged. */
    boolean allUp() {
        List<SignalState> judged = judgements.stream()
                .map(judgement -> judgement.told(view))
                .filter(state -> state != SignalState.UNKNOWN)
                .toList();
        boolean noneFails = judgements.stream()
                .allMatch(judgement -> judgement.window().failingSince().isEmpty());
        return !judged.isEmpty() && noneFails && judged.stream().allMatch(state -> state == SignalState.UP);
    }

    /** When the latest good look of a watch that fails now had ended: the fault began no earlier. */
    Optional<Moment> latestGood() {
        return judgements.stream()
                .filter(this::fails)
                .flatMap(judgement -> judgement.window().latestGood().map(Look::ended).stream())
                .max(Comparator.naturalOrder());
    }

    private boolean fails(Judgement judgement) {
        return judgement.window().full()
                && judgement.window().failingSince().filter(view::clearAfter).isPresent();
    }
}
