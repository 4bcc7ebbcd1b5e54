package io.lifeboat.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.LossStated;
import io.lifeboat.contract.incident.ServingAgain;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.e2e.job.Story;
import io.lifeboat.e2e.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** T06: clocks are set in the middle of a disaster. It ends as it would have, and nothing that was measured is out of this world. */
@LongOnly
@EnabledIf(
        value = "io.lifeboat.e2e.survival.SteppedClocks#areAvailable",
        disabledReason = "libfaketime is not installed")
class ClocksIT {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTES = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofMinutes(5);

    /** Looks are some seconds apart: a vantage's outage begins before the region is lost and ends after it serves again. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    /**
     * Whose clocks are set.
     *
     * @param by by how much, by process
     * @param before whether they are set just before the region is lost, or else once the execution runs
     */
    record Steps(Map<String, Duration> by, boolean before) {}

    static Stream<Steps> steps() {
        Map<String, Duration> services = Map.of(
                "detector-office", MINUTES,
                "detector-frankfurt", MINUTES.negated(),
                "coordinator-1", HOUR.negated(),
                "executor-1", HOUR,
                "audit-1", MINUTES.negated());
        return Stream.of(
                new Steps(services, false),
                new Steps(Map.of("kafka", HOUR.negated()), true),
                new Steps(Map.of("kafka", HOUR), false));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void shouldFailOverAsIfNobodyHadTouchedTheClocks(Steps steps) {
        Trial.Result result = trial(steps).run();

        WellEnded.assertSo(result);
        assertThat(result.asked()).as("a person was asked").isFalse();
        assertInThisWorld(result);
        if (!steps.by().containsKey("kafka")) {
            assertThat(result.said().of(StepSucceeded.class))
                    .extracting(succeeded -> succeeded.ref().attempt())
                    .as("attempts: a second one means that a lease or a command seemed to be over")
                    .containsOnly(1);
        }
    }

    static Stream<Steps> stepsOfTheDatabase() {
        return Stream.of(
                new Steps(Map.of("postgres", MINUTES), false),
                new Steps(Map.of("postgres", Duration.ofMinutes(-1)), false));
    }

    /** Its budgets end early or late by as much, so a person may be asked; nothing is done twice. */
    @ParameterizedTest
    @MethodSource("stepsOfTheDatabase")
    void shouldChangeEachThingOnceWhenTheDatabasesClockIsSet(Steps steps) {
        Trial.Result result = trial(steps).run();

        WellEnded.assertSo(result);
        assertInThisWorld(result);
    }

    private Trial trial(Steps steps) {
        SteppedClocks clocks = new SteppedClocks(folder);
        assertThat(clocks.areShown(HOUR)).as("a JVM's clock can be set here").isTrue();
        return new Trial(options -> clocks.of(options, steps.by().keySet()), new Trouble() {
            @Override
            public void before(Stack stack) {
                if (steps.before()) {
                    steps.by().forEach(clocks::step);
                }
            }

            @Override
            public void meanwhile(Stack stack, Story story) {
                if (!steps.before()) {
                    story.await(() -> story.execution().isPresent(), SOON);
                    steps.by().forEach(clocks::step);
                }
            }

            @Override
            public void afterwards(Stack stack) {
                if (steps.by().containsKey("postgres")) {
                    assertThat(stack.child("executor-1").log()).contains("the database's clock was stepped");
                }
            }
        });
    }

    /** No duration is negative, and none is longer than the disaster was. */
    private static void assertInThisWorld(Trial.Result result) {
        Stream<Duration> outages = result.said().of(ServingAgain.class).stream().map(ServingAgain::outage);
        Stream<Duration> steps = result.said().of(StepSucceeded.class).stream().map(StepSucceeded::elapsed);
        Stream<Duration> losses = result.said().of(LossStated.class).stream()
                .map(LossStated::loss)
                .filter(Objects::nonNull)
                .flatMap(loss -> Stream.of(loss.atLeast(), loss.atMost()));
        assertThat(Stream.of(outages, steps, losses).flatMap(all -> all).filter(Objects::nonNull))
                .isNotEmpty()
                .allSatisfy(duration -> assertThat(duration)
                        .isBetween(Duration.ZERO, result.lasted().plus(SLACK)));
    }
}
