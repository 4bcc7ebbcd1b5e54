package io.lifeboat.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.simulator.Options.Kind;
import io.lifeboat.simulator.Outcome.Facts;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The region is lost while it is rehearsed by switchover, during each of the rehearsal's steps; nothing else goes wrong. */
class LostWhileRehearsingTest {

    private static final List<String> STEPS =
            List.of("freeze", "fence", "promote", "scale", "roll", "smoke", "shift", "verify", "tell", "latch");
    private static final int WORLDS = 2;

    @ParameterizedTest
    @ValueSource(strings = {"freeze", "fence", "promote", "scale"})
    void shouldGiveWayToOneFailover(String step) {
        for (Outcome outcome : lostDuring(step)) {
            assertThat(failedOverOnce(outcome)).as(outcome.report()).isTrue();
        }
    }

    /** From then on the rehearsal itself may have brought customers over before the gate could proceed. */
    @ParameterizedTest
    @ValueSource(strings = {"roll", "smoke", "shift", "verify", "tell", "latch"})
    void shouldFailOverOnceUnlessTheRehearsalHasMovedCustomersAndSaySo(String step) {
        for (Outcome outcome : lostDuring(step)) {
            assertThat(failedOverOnce(outcome) || movedByTheRehearsal(outcome))
                    .as(outcome.report())
                    .isTrue();
        }
    }

    private static List<Outcome> lostDuring(String step) {
        return IntStream.range(0, WORLDS)
                .mapToObj(world -> Seeds.run(Kind.REHEARSED, STEPS.indexOf(step) + (long) world * STEPS.size()))
                .toList();
    }

    private static boolean failedOverOnce(Outcome outcome) {
        Facts facts = outcome.facts();
        return outcome.good()
                && facts.rehearsals() == 1
                && facts.gaveWay() == 1
                && facts.executions() == 2
                && facts.failovers() <= 1
                && facts.recovered() == 1
                && facts.asked() == 0;
    }

    private static boolean movedByTheRehearsal(Outcome outcome) {
        Facts facts = outcome.facts();
        return outcome.good()
                && outcome.trace().stream()
                        .anyMatch(line -> line.contains("has ExecutionCompleted[incidentId=rehearsal-"))
                && facts.executions() == 1
                && facts.failovers() == 0
                && facts.asked() > 0;
    }
}
