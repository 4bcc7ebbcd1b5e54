package io.lifeboat.e2e.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.e2e.stack.Layout;
import io.lifeboat.e2e.stack.Remains;
import io.lifeboat.e2e.survival.LongOnly;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job on the packaged services: it works, it is noticed when it does not, and nothing of it is left to bar the next. */
class MainJobIT {

    /** In every build the disaster of {@code StandingStackIT} is that. */
    static IntStream holds() {
        return ThreadLocalRandom.current().ints(Integer.getInteger("lifeboat.repetitions", 1), 0, 21);
    }

    @ParameterizedTest
    @MethodSource("holds")
    @LongOnly
    void shouldServeFromTheOtherRegionAndMeasureWhatTheCustomersLost(int hold) {
        Run run = run("--hold", Integer.toString(hold));

        assertThat(run.status()).as("held back %d s:%n%s", hold, run.told()).isZero();
    }

    /** The step that moves the traffic is left out below, in every build. */
    @ParameterizedTest
    @ValueSource(strings = {"promote", "scale"})
    @LongOnly
    void shouldEndNonZeroWhenAStepIsLeftOut(String step) {
        Run run = run("--without", step, "--patience", "40");

        assertThat(run.status()).as(run.told()).isEqualTo(1);
        assertThat(run.told()).contains("decided: failover");
    }

    /** Two in one: a person says yes at the terminal, and then nothing moves the traffic. */
    @Test
    void shouldWaitForAYesAtTheTerminalAndEndNonZeroWhenTrafficIsNotMoved() {
        InputStream terminal = System.in;
        System.setIn(new ByteArrayInputStream("what?\nyes\n".getBytes(Charset.defaultCharset())));
        try {
            Run run = run("--approve", "--without", "shift", "--patience", "40");

            assertThat(run.status()).as(run.told()).isEqualTo(1);
            assertThat(run.told())
                    .containsSubsequence(
                            "await-approval", "Type yes", "approves: said yes at the terminal", "decided: failover");
        } finally {
            System.setIn(terminal);
        }
    }

    /** How a run ended and what it told. */
    private record Run(int status, String told) {}

    private static Run run(String... arguments) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        int status = DemoMain.run(out, arguments);
        assertThat(Remains.of(Layout.ofLauncher("demo")))
                .as("processes left behind")
                .isEmpty();
        return new Run(status, told.toString(StandardCharsets.UTF_8));
    }
}
