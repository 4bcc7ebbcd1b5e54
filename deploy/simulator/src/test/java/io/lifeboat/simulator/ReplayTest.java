package io.lifeboat.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.simulator.Options.Kind;
import org.junit.jupiter.api.Test;

/** A failing seed is worth something only if it fails again in the same way. */
class ReplayTest {

    private static final int SEEDS = 10;

    @Test
    void shouldGiveTheSameTraceForTheSameSeed() {
        for (Kind kind : Kind.values()) {
            for (long seed = 1; seed <= SEEDS; seed++) {
                Outcome first = Seeds.run(kind, seed);
                Outcome again = Seeds.run(kind, seed);

                assertThat(again.trace()).as("trace of seed %d", seed).isEqualTo(first.trace());
                assertThat(again.events()).isEqualTo(first.events());
            }
        }
    }

    @Test
    void shouldGiveAnotherTraceForAnotherSeed() {
        assertThat(Seeds.run(Kind.WHOLE, 1).trace())
                .isNotEqualTo(Seeds.run(Kind.WHOLE, 2).trace());
    }
}
