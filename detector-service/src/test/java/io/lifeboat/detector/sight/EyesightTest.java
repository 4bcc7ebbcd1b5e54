package io.lifeboat.detector.sight;

import static io.lifeboat.detector.Looks.look;
import static io.lifeboat.detector.Looks.second;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.signal.Sight;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.time.Moment;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EyesightTest {

    private final Eyesight eyes = new Eyesight(Duration.ofMillis(250), 2);

    @Test
    void shouldWarmUntilEveryControlWasLookedAt() {
        assertThat(eyes.view(second(1), List.of()).sight()).isEqualTo(Sight.WARMING);

        eyes.controlLooked(0, look(SignalState.UP, 1));
        assertThat(eyes.view(second(1), List.of()).sight()).isEqualTo(Sight.WARMING);

        eyes.controlLooked(1, look(SignalState.UP, 1));
        assertThat(eyes.view(second(1), List.of()).sight()).isEqualTo(Sight.CLEAR);
    }

    @Test
    void shouldSuspectItselfWhenItsControlsFailAndNotWhenOneOfTwoDoes() {
        controlsAnswer(1);

        eyes.controlLooked(0, look(SignalState.DOWN, 2));
        assertThat(eyes.view(second(2), List.of()).sight()).isEqualTo(Sight.CLEAR);

        eyes.controlLooked(1, look(SignalState.DOWN, 3));
        Eyesight.View view = eyes.view(second(3), List.of());
        assertThat(view.sight()).isEqualTo(Sight.SUSPECT);
        assertThat(view.reason()).contains("2 of 2 control targets do not answer");
    }

    @Test
    void shouldTakeAFailureForTheTargetsOnlyWhenTheControlsAnsweredAfterIt() {
        controlsAnswer(5);
        Eyesight.View view = eyes.view(second(5), List.of());

        assertThat(view.clearAfter(second(4))).isTrue();
        assertThat(view.clearAfter(second(5))).isFalse();
    }

    @Test
    void shouldTakeBackWhatFailedBeforeItWasConnected() {
        eyes.controlLooked(0, look(SignalState.DOWN, 3));
        eyes.controlLooked(1, look(SignalState.DOWN, 3));
        Eyesight.View cutOff = eyes.view(second(3), List.of());
        controlsAnswer(4);
        Eyesight.View back = eyes.view(second(5), List.of());

        assertThat(cutOff.judged(look(SignalState.DOWN, 3)).state()).isEqualTo(SignalState.UNKNOWN);
        assertThat(cutOff.judged(look(SignalState.UP, 3)).state()).isEqualTo(SignalState.UP);
        assertThat(back.judged(look(SignalState.DOWN, 5)).state())
                .as("begun while it was cut off, ended when it was back")
                .isEqualTo(SignalState.UNKNOWN);
        assertThat(back.judged(look(SignalState.DOWN, 6)).state()).isEqualTo(SignalState.DOWN);
    }

    @Test
    void shouldCountFailuresOfEveryRegionAtOnceSoThatItGoesOnDoubtingItself() {
        controlsAnswer(5);
        eyes.view(second(6), List.of());
        var both = List.of(region("eu-west-1", 10, 10, 9), region("eu-central-1", 10, 10, 9));
        Eyesight.View doubting = eyes.view(second(10), both);

        assertThat(doubting.sight()).isEqualTo(Sight.SUSPECT);
        assertThat(doubting.judged(look(SignalState.DOWN, 10)).state()).isEqualTo(SignalState.DOWN);
    }

    @Test
    void shouldTakeOneRegionsTargetsAllFailingForEvidence() {
        controlsAnswer(9);

        Eyesight.View view =
                eyes.view(second(10), List.of(region("eu-west-1", 10, 10, 9), region("eu-central-1", 10, 0, 9)));

        assertThat(view.sight()).isEqualTo(Sight.CLEAR);
    }

    @Test
    void shouldTakeAllTargetsFailingForEvidenceWhenTheyAllLieInOneRegion() {
        controlsAnswer(9);

        assertThat(eyes.view(second(10), List.of(region("eu-west-1", 7, 7, 9))).sight())
                .isEqualTo(Sight.CLEAR);
    }

    @Test
    void shouldSuspectItselfWhenAFifthOfEveryRegionFailsAtOnceAndUntilOneIsWellAgain() {
        controlsAnswer(9);
        var both = List.of(region("eu-west-1", 10, 2, 9), region("eu-central-1", 5, 1, 9.5));

        assertThat(eyes.view(second(10), both).sight()).isEqualTo(Sight.SUSPECT);
        controlsAnswer(99);
        assertThat(eyes.view(second(100), both).sight())
                .as("however long it lasts")
                .isEqualTo(Sight.SUSPECT);
        assertThat(eyes.view(second(101), List.of(region("eu-west-1", 10, 2, 9), region("eu-central-1", 5, 0, 9)))
                        .sight())
                .isEqualTo(Sight.CLEAR);
    }

    @Test
    void shouldNotSuspectItselfForWhatFailedLongBeforeInTheOtherRegion() {
        controlsAnswer(59);

        assertThat(eyes.view(second(60), List.of(region("eu-west-1", 10, 10, 59), region("eu-central-1", 5, 2, 3)))
                        .sight())
                .isEqualTo(Sight.CLEAR);
    }

    @Test
    void shouldForgiveOneLateTickAndSuspectItselfForMany() {
        controlsAnswer(1);
        for (int tick = 0; tick < 40; tick++) {
            eyes.ticked(second(1 + tick / 10.0), tick == 20 ? Duration.ofMillis(400) : Duration.ofMillis(2));
        }
        assertThat(eyes.view(second(5), List.of()).sight()).isEqualTo(Sight.CLEAR);

        for (int tick = 0; tick < 15; tick++) {
            eyes.ticked(second(5 + tick / 3.0), Duration.ofMillis(300));
        }
        Eyesight.View late = eyes.view(second(10), List.of());
        assertThat(late.sight()).isEqualTo(Sight.SUSPECT);
        assertThat(late.reason().orElseThrow()).contains("runs late");

        assertThat(eyes.view(second(12.5), List.of()).sight()).isEqualTo(Sight.CLEAR);
    }

    @Test
    void shouldSuspectItselfForOneTickThatCameFarTooLate() {
        controlsAnswer(1);

        eyes.ticked(second(3), Duration.ofMillis(1_200));

        assertThat(eyes.view(second(3.1), List.of()).sight()).isEqualTo(Sight.SUSPECT);
    }

    @Test
    void shouldSaySinceWhenItHasBeenClearWithoutABreak() {
        controlsAnswer(1);
        assertThat(eyes.view(second(2), List.of()).clearSince()).contains(second(2));
        assertThat(eyes.view(second(3), List.of()).clearSince()).contains(second(2));

        eyes.ticked(second(4), Duration.ofSeconds(3));
        assertThat(eyes.view(second(4), List.of()).clearSince()).isEmpty();
        assertThat(eyes.view(second(9), List.of()).clearSince()).contains(second(9));
    }

    private void controlsAnswer(double second) {
        eyes.controlLooked(0, look(SignalState.UP, second));
        eyes.controlLooked(1, look(SignalState.UP, second));
    }

    private static RegionFailures region(String region, int watched, int failing, double since) {
        Moment moment = second(since);
        return new RegionFailures(region, watched, Collections.nCopies(failing, moment));
    }
}
