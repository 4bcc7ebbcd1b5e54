package io.lifeboat.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.CheckResult.Verdict;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.simulator.Worlds;
import io.lifeboat.simulator.broker.Disorder;
import io.lifeboat.simulator.scenario.Decided;
import io.lifeboat.simulator.scenario.Scenario;
import io.lifeboat.simulator.scenario.Scenario.Change;
import io.lifeboat.simulator.scenario.Scenario.Expected;
import io.lifeboat.simulator.scenario.ScenarioFolder;
import io.lifeboat.simulator.scenario.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes and goes, and what is over before a machine should act. */
class FlappingTest {

    private static final Duration BEGIN = Duration.ofSeconds(10);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration BLIP = Duration.ofSeconds(43);
    private static final List<String> OUTSIDE = List.of("frankfurt", "office");
    /** A thousand in the long tests. */
    private static final int TELLINGS = Integer.getInteger("lifeboat.tellings", 25);

    private static final int SAMPLES = 21;
    private static final Disorder BAD = new Disorder(0.2, 0, 0.2, 3, Duration.ofSeconds(20), Duration.ofSeconds(3));

    private final PlanRevision plan;

    FlappingTest() throws IOException {
        this.plan = ScenarioFolder.inForce(Path.of("..", "scenarios", "region-lost"));
    }

    @ParameterizedTest(name = "every {0} s")
    @ValueSource(ints = {1, 15, 30})
    void shouldNotMoveWhatComesAndGoesHalfTheTimeAndSaySoWithin21Samples(int period) {
        Duration half = Duration.ofSeconds(period).dividedBy(2);
        List<Change> seen = new ArrayList<>();
        boolean down = true;
        for (Duration at = BEGIN; at.compareTo(AN_HOUR) < 0; at = at.plus(half)) {
            seen.add(home(at, down ? SignalState.DOWN : SignalState.UP));
            down = !down;
        }

        Decided result = told(AN_HOUR, seen, 1, Disorder.NONE);

        assertThat(result.opened()).isFalse();
        assertThat(flappingSaid(result)).isLessThanOrEqualTo(BEGIN.plus(half.multipliedBy(SAMPLES)));
    }

    @Test
    void shouldNeverMoveForABlipOf43SecondsWhateverBecomesOfSignals() {
        for (int seed = 1; seed <= TELLINGS; seed++) {
            List<Change> seen = List.of(home(BEGIN, SignalState.DOWN), home(BEGIN.plus(BLIP), SignalState.UP));

            assertThat(told(Duration.ofMinutes(3), seen, seed, BAD).opened())
                    .as("seed %d", seed)
                    .isFalse();
        }
    }

    @Test
    void shouldAlwaysMoveForALossThatLasts() {
        for (int seed = 1; seed <= TELLINGS; seed++) {
            List<Change> seen = List.of(
                    new Change(BEGIN, List.of("dublin"), Map.of(), null, true, null, null, null),
                    home(BEGIN, SignalState.DOWN));

            assertThat(told(Duration.ofMinutes(3), seen, seed, Disorder.NONE).opened())
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    private static Duration flappingSaid(Decided result) {
        return result.turns().stream()
                .filter(turn -> turn.checks().stream().anyMatch(FlappingTest::saysFlapping))
                .map(Turn::at)
                .findFirst()
                .orElseThrow(() -> new AssertionError("it never said so: " + result.turns()));
    }

    private static boolean saysFlapping(CheckResult check) {
        return check.check().equals("flapping")
                && check.verdict() == Verdict.ASK
                && check.reason().startsWith("FLAPPING");
    }

    private static Change home(Duration at, SignalState state) {
        return new Change(
                at,
                OUTSIDE,
                Map.of("api@eu-west-1", state, "database@eu-west-1", state, "orders", state, "entrance", state),
                null,
                null,
                null,
                null,
                null);
    }

    private Decided told(Duration lasts, List<Change> seen, long seed, Disorder disorder) {
        Scenario scenario =
                new Scenario("made up", lasts, null, null, seen, List.of(), List.of(), List.of(), Expected.NOTHING);
        return Worlds.tell(() -> new Replay(plan, scenario, seed, disorder).run());
    }
}
