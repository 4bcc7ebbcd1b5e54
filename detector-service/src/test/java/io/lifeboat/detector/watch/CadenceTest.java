package io.lifeboat.detector.watch;

import static io.lifeboat.contract.signal.SignalState.DOWN;
import static io.lifeboat.contract.signal.SignalState.UNKNOWN;
import static io.lifeboat.contract.signal.SignalState.UP;
import static io.lifeboat.detector.Looks.second;
import static io.lifeboat.detector.Looks.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.plan.Window;
import io.lifeboat.detector.window.LookWindow;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CadenceTest {

    private static final double MIDDLE = 0.5;
    private final Cadence cadence =
            new Cadence(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(3));
    private final LookWindow up = window(Window.DEFAULT, UP, UP, UP);
    private final LookWindow firstFailure = window(Window.DEFAULT, UP, UP, UP, DOWN);
    private final LookWindow down = window(Window.DEFAULT, UP, UP, UP, DOWN, DOWN, DOWN);
    private final LookWindow firstGoodAgain = window(Window.DEFAULT, DOWN, DOWN, DOWN, UP);

    @Test
    void shouldSetOutOnItsCadenceATenthMoreOrLess() {
        assertThat(cadence.next(second(10), second(10.1), up, MIDDLE)).isEqualTo(second(15));
        assertThat(cadence.next(second(10), second(10.1), up, 0)).isEqualTo(second(14.5));
        assertThat(cadence.next(second(10), second(10.1), up, 1)).isEqualTo(second(15.5));
    }

    @Test
    void shouldLookAgainSoonAfterALookThatSpeaksAgainstTheJudgement() {
        assertThat(cadence.next(second(10), second(10.1), firstFailure, MIDDLE)).isEqualTo(second(10.4));
        assertThat(cadence.next(second(10), second(10.1), firstGoodAgain, MIDDLE))
                .isEqualTo(second(10.4));
        assertThat(cadence.next(second(10), second(10.1), down, MIDDLE)).isEqualTo(second(15));
    }

    @Test
    void shouldFillItsWindowWithinSecondsWhateverItsCadence() {
        LookWindow filling = window(Window.DEFAULT, UP);

        assertThat(cadence.next(second(10), second(10.1), filling, MIDDLE)).isEqualTo(second(11));
    }

    @Test
    void shouldTakeItsTimeWhenItsLatestLookSawNothing() {
        LookWindow blind = window(Window.DEFAULT, UP, UNKNOWN);

        assertThat(cadence.next(second(10), second(10.1), blind, MIDDLE)).isEqualTo(second(13));
    }

    @Test
    void shouldNeverOverlapItselfNorMakeUpForWhatItMissed() {
        assertThat(cadence.next(second(10), second(22), up, MIDDLE)).isEqualTo(second(22));
        assertThat(cadence.next(second(22), second(22.1), up, MIDDLE)).isEqualTo(second(27));
    }

    @Test
    void shouldNotWaitLongerForAQuickLookThanForAnOrdinaryOne() {
        Cadence quick = new Cadence(
                Duration.ofMillis(200), Duration.ofMillis(300), Duration.ofMillis(200), Duration.ofMillis(200));

        assertThat(quick.next(second(10), second(10.05), firstFailure, MIDDLE)).isEqualTo(second(10.2));
    }
}
