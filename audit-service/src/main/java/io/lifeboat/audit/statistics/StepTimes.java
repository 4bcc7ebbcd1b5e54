package io.lifeboat.audit.statistics;

import io.lifeboat.audit.timing.Told;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.step.StepRef;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.contract.timing.StepStatistics;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Statistics of a step's runs that ended well: plain arithmetic. */
final class StepTimes {

    /** A step of an application in a mode: statistics of drills and disasters are never mixed. */
    record Step(String application, String stepId, Mode mode) {

        static Step of(StepRef ref) {
            return new Step(ref.application(), ref.stepId(), ref.mode());
        }

        static Step of(StepStatistics statistics) {
            return new Step(statistics.application(), statistics.stepId(), statistics.mode());
        }

        /** The key of its record on the compacted topic. */
        String key() {
            return application + "/" + stepId + "/" + mode.name().toLowerCase(Locale.ROOT);
        }
    }

    private StepTimes() {}

    /** The statistics, or nothing when no run ended well. */
    static Optional<StepStatistics> of(Step step, List<Told> all) {
        List<StepSucceeded> runs = all.stream()
                .flatMap(told -> told.message() instanceof StepSucceeded succeeded
                                && Step.of(succeeded.ref()).equals(step)
                        ? Stream.of(succeeded)
                        : Stream.empty())
                .toList();
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        List<Duration> sorted =
                runs.stream().map(StepSucceeded::elapsed).sorted().toList();
        return Optional.of(new StepStatistics(
                step.application(),
                step.stepId(),
                runs.getLast().ref().action(),
                step.mode(),
                runs.size(),
                at(sorted, 0.5),
                at(sorted, 0.95),
                runs.getLast().elapsed()));
    }

    /** The steps of which more runs ended well than their newest statistics know. */
    static Set<Step> owed(List<Told> all) {
        Map<Step, Integer> ended = new LinkedHashMap<>();
        Map<Step, Integer> counted = new HashMap<>();
        for (Told told : all) {
            switch (told.message()) {
                case StepSucceeded succeeded -> ended.merge(Step.of(succeeded.ref()), 1, Integer::sum);
                case StepStatistics statistics -> counted.merge(Step.of(statistics), statistics.runs(), Math::max);
                default -> throw new IllegalArgumentException("says nothing of a step's times: " + told.message());
            }
        }
        ended.entrySet().removeIf(step -> step.getValue() <= counted.getOrDefault(step.getKey(), 0));
        return Set.copyOf(ended.keySet());
    }

    /** The smallest duration that a part of all do not exceed (nearest rank). */
    private static Duration at(List<Duration> sorted, double part) {
        return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    }
}
