package io.lifeboat.simulator;

import io.lifeboat.simulator.Options.Kind;
import org.junit.jupiter.api.Test;

/** The whole flow while everything fails at once. */
class WholeTest {

    @Test
    void shouldKeepEveryPromiseInEveryWorld() {
        Runs.all(Kind.WHOLE, "lifeboat.seeds");
    }
}
