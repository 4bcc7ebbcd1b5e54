package io.lifeboat.detector.window;

import static io.lifeboat.contract.signal.SignalState.DEGRADED;
import static io.lifeboat.contract.signal.SignalState.DOWN;
import static io.lifeboat.contract.signal.SignalState.UNKNOWN;
import static io.lifeboat.contract.signal.SignalState.UP;
import static io.lifeboat.detector.Looks.look;
import static io.lifeboat.detector.Looks.second;
import static io.lifeboat.detector.Looks.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.plan.Window;
import io.lifeboat.contract.signal.SignalState;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookWindowTest {

    private static final Window THREE = Window.DEFAULT;

    @ParameterizedTest
    @CsvSource({
        "UP,                                UNKNOWN",
        "UP UP,                             UNKNOWN",
        "DOWN DOWN,                         UNKNOWN",
        "UP UP UP,                          UP",
        "DOWN DOWN DOWN,                    DOWN",
        "UP UP UP DOWN,                     UP",
        "UP UP UP DOWN DOWN,                UP",
        "UP UP UP DOWN DOWN DOWN,           DOWN",
        "UP UP UP DOWN UP DOWN,             UP",
        "DOWN DOWN DOWN UP,                 DOWN",
        "DOWN DOWN DOWN UP DOWN UP,         DOWN",
        "DOWN DOWN DOWN UP UP,              UP",
        "DOWN DOWN DOWN DEGRADED DEGRADED,  DEGRADED",
        "UP DEGRADED DEGRADED DEGRADED,     DEGRADED",
        "UP UP UP UNKNOWN UNKNOWN,          UP",
        "UP UP UP UNKNOWN UNKNOWN UNKNOWN,  UNKNOWN",
        "DOWN DOWN DOWN UNKNOWN,            DOWN",
        "UP UP UP UNKNOWN UNKNOWN UNKNOWN UP UP, UNKNOWN",
        "UP UP UNKNOWN UP,                  UP",
        "UNKNOWN UNKNOWN UNKNOWN UP UP UP,  UP"
    })
    void shouldJudge(String looks, SignalState expected) {
        assertThat(window(THREE, states(looks)).state()).isEqualTo(expected);
    }

    @Test
    void shouldOpenAndCloseAtThresholdsOfTheirOwn() {
        Window twoOfFive = new Window(5, 2, 3, Duration.ofMillis(300));

        assertThat(window(twoOfFive, states("UP UP UP UP DOWN UP DOWN")).state())
                .isEqualTo(DOWN);
        assertThat(window(twoOfFive, states("UP UP UP UP DOWN DOWN UP UP")).state())
                .isEqualTo(DOWN);
        assertThat(window(twoOfFive, states("UP UP UP UP DOWN DOWN UP UP UP UP UP"))
                        .state())
                .isEqualTo(UP);
    }

    @Test
    void shouldBeDegradedWhenAFifthFailsThoughNeverEnoughTogether() {
        LookWindow flapping = window(THREE, states("UP UP UP DOWN UP UP UP UP DOWN UP UP DOWN"));

        assertThat(flapping.state()).isEqualTo(DEGRADED);
        assertThat(flapping.failingSince()).contains(second(12));
    }

    @Test
    void shouldNotHoldAnOutageAgainstARecoveredTarget() {
        LookWindow recovered = window(THREE, states("UP UP UP DOWN DOWN DOWN DOWN DOWN DOWN DOWN UP UP UP UP"));

        assertThat(recovered.state()).isEqualTo(UP);
    }

    @Test
    void shouldSayUpSinceTheFirstGoodLookAndDownSinceTheFirstFailedOne() {
        LookWindow down = window(THREE, states("UP UP UP DOWN DOWN DOWN"));
        LookWindow up = down.after(look(UP, 9)).after(look(UP, 10)).after(look(UP, 11));

        assertThat(down.since()).contains(second(4));
        assertThat(down.failingSince()).contains(second(4));
        assertThat(down.latestGood().orElseThrow().ended()).isEqualTo(second(3));
        assertThat(up.since()).contains(second(9));
        assertThat(up.failingSince()).isEmpty();
    }

    @Test
    void shouldSaySinceWhenNothingAnsweredAndTakeAFailureThatSpokeForAnAnswer() {
        LookWindow silent = window(THREE, states("UP UP DOWN DOWN"));
        LookWindow closed = silent.after(look(DOWN, 5).spoken());

        assertThat(silent.unansweredSince()).contains(second(3));
        assertThat(closed.unansweredSince()).isEmpty();
        assertThat(closed.failingSince()).contains(second(3));
        assertThat(closed.after(look(DOWN, 6)).unansweredSince()).contains(second(6));
    }

    @Test
    void shouldWantAnotherLookSoonWhileTheLatestSpeaksAgainstTheJudgement() {
        assertThat(window(THREE, states("UP UP UP")).undecided()).isFalse();
        assertThat(window(THREE, states("UP UP UP DOWN")).undecided()).isTrue();
        assertThat(window(THREE, states("UP UP UP DOWN DOWN DOWN")).undecided()).isFalse();
        assertThat(window(THREE, states("UP UP UP DOWN DOWN DOWN UP")).undecided())
                .isTrue();
    }

    @Test
    void shouldForgetWhatItSawWhenItCouldNotLookForAWholeWindow() {
        LookWindow blind = window(THREE, states("DOWN DOWN DOWN UNKNOWN UNKNOWN UNKNOWN"));

        assertThat(blind.state()).isEqualTo(UNKNOWN);
        assertThat(blind.failingSince()).isEmpty();
        assertThat(blind.since()).contains(second(6));
    }

    private static SignalState[] states(String words) {
        return Stream.of(words.strip().split("\\s+")).map(SignalState::valueOf).toArray(SignalState[]::new);
    }

    @Test
    void shouldBeTheSameHoweverManyLooksCameBefore() {
        SignalState[] many = new SignalState[100];
        Arrays.fill(many, UP);

        assertThat(window(THREE, many).state()).isEqualTo(UP);
        assertThat(window(THREE, many).since()).contains(second(1));
    }
}
