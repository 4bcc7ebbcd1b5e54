package io.lifeboat.coordinator.timing;

import io.lifeboat.contract.plan.Step;
import io.lifeboat.contract.timing.StepStatistics;
import io.lifeboat.coordinator.timing.ExpectedTime.Runs;
import io.lifeboat.coordinator.timing.ExpectedTime.Shortfall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A procedure's steps with what is known of their runs; the linter has seen to it that they need no circles. */
final class StepGraph {

    private final List<Step> steps;
    private final Runs runs;

    /**
     * A way through the graph.
     *
     * @param length how long it takes
     * @param steps the steps on it, in order
     */
    record Way(Duration length, List<String> steps) {
        static final Way NONE = new Way(Duration.ZERO, List.of());

        Way then(String step, Duration takes) {
            List<String> more = new ArrayList<>(steps);
            more.add(step);
            return new Way(length.plus(takes), List.copyOf(more));
        }
    }

    StepGraph(List<Step> steps, Runs runs) {
        this.steps = steps;
        this.runs = runs;
    }

    /** The longest way when each step takes its median. */
    Way median() {
        return longest(StepStatistics::median);
    }

    /** The longest way when each step takes its 95th percentile. */
    Way slow() {
        return longest(StepStatistics::p95);
    }

    /**
     * The step whose runs say the least. A step that was never run may be the longest of all, wherever it stands; of the
     * others only those on a longest way matter.
     */
    Shortfall least() {
        return steps.stream()
                .filter(step -> runs.of(step) == null)
                .findFirst()
                .map(step -> new Shortfall(runs.mode(), step.id(), 0))
                .orElseGet(() -> Stream.concat(median().steps().stream(), slow().steps().stream())
                        .map(this::step)
                        .map(step -> new Shortfall(
                                runs.mode(),
                                step.id(),
                                Objects.requireNonNull(runs.of(step)).runs()))
                        .min(Comparator.comparing(Shortfall::runs))
                        .orElseThrow());
    }

    private Way longest(Function<StepStatistics, Duration> takes) {
        Map<String, Way> known = new HashMap<>();
        return steps.stream()
                .map(step -> upTo(step, takes, known))
                .max(Comparator.comparing(Way::length))
                .orElse(Way.NONE);
    }

    private Way upTo(Step step, Function<StepStatistics, Duration> takes, Map<String, Way> known) {
        Way already = known.get(step.id());
        if (already != null) {
            return already;
        }
        Way before = step.needs().stream()
                .map(need -> upTo(step(need), takes, known))
                .max(Comparator.comparing(Way::length))
                .orElse(Way.NONE);
        @Nullable StepStatistics statistics = runs.of(step);
        Way way = before.then(step.id(), statistics == null ? Duration.ZERO : takes.apply(statistics));
        known.put(step.id(), way);
        return way;
    }

    private Step step(String id) {
        return steps.stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the procedure has no step " + id));
    }
}
