package io.lifeboat.coordinator.timing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.plan.Step;
import io.lifeboat.contract.timing.StepStatistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectedTimeTest {

    /** The fence, then promotion beside scaling, then traffic. */
    private static final List<Step> FAILOVER = List.of(
            step("fence", "fence"),
            step("promote", "aurora.failover", "fence"),
            step("scale", "ecs.scale", "fence"),
            step("shift", "traffic.switch", "promote", "scale"));

    private final List<StepStatistics> known = new ArrayList<>();

    @Test
    void shouldAddUpTheLongestWayThroughTheSteps() {
        ran("fence", "fence", Mode.LIVE, 9, 10, 20);
        ran("promote", "aurora.failover", Mode.LIVE, 6, 60, 300);
        ran("scale", "ecs.scale", Mode.LIVE, 7, 90, 120);
        ran("shift", "traffic.switch", Mode.LIVE, 8, 5, 5);

        ExpectedTime expected = expected();

        assertThat(expected.path()).containsExactly("fence", "scale", "shift");
        assertThat(expected.median()).isEqualTo(Duration.ofSeconds(105));
        // at the slow end it is the promotion that is waited for
        assertThat(expected.slow()).isEqualTo(Duration.ofSeconds(325));
        assertThat(expected.runs()).isEqualTo(6);
        assertThat(expected.mode()).isEqualTo(Mode.LIVE);
    }

    @Test
    void shouldSayNotEnoughRunsBelowFiveOnTheLongestWay() {
        ran("fence", "fence", Mode.LIVE, 5, 10, 20);
        ran("promote", "aurora.failover", Mode.LIVE, 3, 60, 60);
        ran("scale", "ecs.scale", Mode.LIVE, 5, 50, 50);
        ran("shift", "traffic.switch", Mode.LIVE, 5, 5, 5);

        ExpectedTime expected = expected();

        assertThat(expected.median()).isNull();
        assertThat(expected.slow()).isNull();
        assertThat(expected.mode()).isNull();
        assertThat(expected.basis()).isEqualTo("not enough runs (3 of 5; step promote, live)");
    }

    @Test
    void shouldNotMindFewRunsOfAStepNobodyWaitsFor() {
        ran("fence", "fence", Mode.LIVE, 5, 10, 20);
        ran("promote", "aurora.failover", Mode.LIVE, 5, 60, 60);
        ran("scale", "ecs.scale", Mode.LIVE, 1, 30, 30);
        ran("shift", "traffic.switch", Mode.LIVE, 5, 5, 5);

        assertThat(expected().median()).isEqualTo(Duration.ofSeconds(75));
    }

    @Test
    void shouldNotGuessAStepThatWasNeverRunWhereverItStands() {
        ran("fence", "fence", Mode.LIVE, 5, 10, 20);
        ran("promote", "aurora.failover", Mode.LIVE, 5, 60, 60);
        ran("shift", "traffic.switch", Mode.LIVE, 5, 5, 5);

        assertThat(expected().basis()).isEqualTo("not enough runs (0 of 5; step scale, live)");
    }

    @Test
    void shouldRestOnRehearsalsWhereDisastersWereFewAndNeverMixThem() {
        for (Step step : FAILOVER) {
            ran(step.id(), step.action(), Mode.LIVE, 3, 1, 1);
            ran(step.id(), step.action(), Mode.REHEARSAL, 5, 20, 20);
        }

        ExpectedTime expected = expected();

        assertThat(expected.mode()).isEqualTo(Mode.REHEARSAL);
        assertThat(expected.median()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void shouldNotTakeAnotherActionsRunsForThisOnes() {
        ran("fence", "fence", Mode.REHEARSAL, 9, 10, 20);
        ran("promote", "aurora.switchover", Mode.REHEARSAL, 9, 60, 60);
        ran("scale", "ecs.scale", Mode.REHEARSAL, 9, 50, 50);
        ran("shift", "traffic.switch", Mode.REHEARSAL, 9, 5, 5);

        assertThat(expected().median()).isNull();
    }

    @Test
    void shouldSayThatThereIsNothingToRun() {
        assertThat(ExpectedTime.of("restore", List.of(), known).basis()).isEqualTo("the plan has no procedure restore");
    }

    private ExpectedTime expected() {
        return ExpectedTime.of("failover", FAILOVER, known);
    }

    private void ran(String step, String action, Mode mode, int runs, int median, int p95) {
        known.add(new StepStatistics(
                "shop",
                step,
                action,
                mode,
                runs,
                Duration.ofSeconds(median),
                Duration.ofSeconds(p95),
                Duration.ofSeconds(median)));
    }

    private static Step step(String id, String action, String... needs) {
        return new Step(id, action, null, null, List.of(needs), Duration.ofMinutes(5), null, null);
    }
}
