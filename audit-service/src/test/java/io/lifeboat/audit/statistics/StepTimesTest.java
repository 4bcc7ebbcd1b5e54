package io.lifeboat.audit.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.audit.timing.Told;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.step.StepRef;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.contract.timing.StepStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepTimesTest {

    private static final StepTimes.Step PROMOTE = new StepTimes.Step("shop", "promote", Mode.LIVE);

    @Test
    void shouldTellMedianP95AndTheLatest() {
        List<Told> runs = IntStream.rangeClosed(1, 20)
                .mapToObj(seconds -> run("promote", Mode.LIVE, seconds))
                .toList();

        StepStatistics statistics = StepTimes.of(PROMOTE, runs).orElseThrow();

        assertThat(statistics.runs()).isEqualTo(20);
        assertThat(statistics.median()).isEqualTo(Duration.ofSeconds(10));
        assertThat(statistics.p95()).isEqualTo(Duration.ofSeconds(19));
        assertThat(statistics.latest()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void shouldNotMixStepsOrModes() {
        List<Told> runs = Stream.of(run("promote", Mode.DRILL, 1), run("scale", Mode.LIVE, 2))
                .toList();

        assertThat(StepTimes.of(PROMOTE, runs)).isEmpty();
    }

    @Test
    void shouldOweStatisticsOfRunsThatWereNotCountedYet() {
        StepStatistics counted =
                StepTimes.of(PROMOTE, List.of(run("promote", Mode.LIVE, 1))).orElseThrow();
        Told told = new Told(Instant.EPOCH, counted);

        assertThat(StepTimes.owed(List.of(run("promote", Mode.LIVE, 1), told))).isEmpty();
        assertThat(StepTimes.owed(List.of(run("promote", Mode.LIVE, 1), told, run("promote", Mode.LIVE, 2))))
                .containsExactly(PROMOTE);
        assertThat(StepTimes.owed(List.of(run("promote", Mode.LIVE, 1), told, run("promote", Mode.DRILL, 2))))
                .containsExactly(new StepTimes.Step("shop", "promote", Mode.DRILL));
    }

    private static Told run(String step, Mode mode, int seconds) {
        StepRef ref = new StepRef("c", "shop", "i", "e", 1, step, 1, "aurora.failover", mode, "executor");
        return new Told(
                Instant.EPOCH.plusSeconds(seconds),
                new StepSucceeded(
                        ref, StepSucceeded.Effect.APPLIED, Duration.ofSeconds(seconds), "done", null, List.of()));
    }
}
