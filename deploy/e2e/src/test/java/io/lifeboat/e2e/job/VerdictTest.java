package io.lifeboat.e2e.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Duration CADENCE = Duration.ofSeconds(1);

    @Test
    void shouldBeGoodWhenMeasuredAndLivedAgree() {
        assertThat(judge(measured(41.0, 60.0, 2.0, 5.0), lived(40.0, 61.5, 3.1)).good())
                .isTrue();
    }

    @Test
    void shouldNotBeGoodWhenTheIncidentDidNotRecover() {
        Verdict verdict = Verdict.of(false, true, measured(41.0, 60.0, 2.0, 5.0), lived(40.0, 61.5, 3.1), CADENCE);

        assertThat(verdict.good()).isFalse();
    }

    @Test
    void shouldNotBeGoodWhenOneCustomerIsStillNotServed() {
        Lived lived = new Lived(40.0, 61.5, null, List.of("cached"), 3, 3.1);

        assertThat(judge(measured(41.0, 60.0, 2.0, 5.0), lived).good()).isFalse();
    }

    @Test
    void shouldNotBeGoodWhenTheRecoveryTimesAreMoreThanTwoCadencesApart() {
        assertThat(judge(measured(43.0, 60.0, 2.0, 5.0), lived(40.0, 61.5, 3.1)).good())
                .isFalse();
    }

    @Test
    void shouldNotBeGoodWhenTheLossLiesOutsideTheInterval() {
        assertThat(judge(measured(41.0, 60.0, 2.0, 5.0), lived(40.0, 61.5, 5.2)).good())
                .isFalse();
        assertThat(judge(measured(41.0, 60.0, 2.0, 5.0), lived(40.0, 61.5, 1.9)).good())
                .isFalse();
    }

    @Test
    void shouldNotTakeUnknownForGood() {
        assertThat(judge(measured(null, 60.0, 2.0, 5.0), lived(40.0, 61.5, 3.1)).good())
                .isFalse();
        assertThat(judge(measured(41.0, 60.0, null, null), lived(40.0, 61.5, 3.1))
                        .good())
                .isFalse();
        assertThat(judge(measured(41.0, 60.0, 2.0, 5.0), lived(40.0, 61.5, null))
                        .good())
                .isFalse();
    }

    @Test
    void shouldNotBeGoodWhenTheLedgerDoesNotVerify() {
        Verdict verdict = Verdict.of(true, false, measured(41.0, 60.0, 2.0, 5.0), lived(40.0, 61.5, 3.1), CADENCE);

        assertThat(verdict.good()).isFalse();
    }

    private static Verdict judge(Measured measured, Lived lived) {
        return Verdict.of(true, true, measured, lived, CADENCE);
    }

    private static Measured measured(
            @Nullable Double first, @Nullable Double last, @Nullable Double atLeast, @Nullable Double atMost) {
        return new Measured(120.0, 10.0, first, last, last, atLeast, atMost);
    }

    private static Lived lived(double first, double last, @Nullable Double loss) {
        return new Lived(first, last, last, List.of(), 3, loss);
    }
}
