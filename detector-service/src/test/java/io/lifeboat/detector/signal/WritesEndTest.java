package io.lifeboat.detector.signal;

import static io.lifeboat.detector.Looks.clear;
import static io.lifeboat.detector.Looks.look;
import static io.lifeboat.detector.Looks.second;
import static io.lifeboat.detector.Looks.suspect;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.plan.Window;
import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.probe.Facts;
import io.lifeboat.detector.probe.Look;
import io.lifeboat.detector.probe.WriteFacts;
import io.lifeboat.detector.probe.WriteFacts.Accepted;
import io.lifeboat.detector.sight.Eyesight;
import io.lifeboat.detector.window.LookWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WritesEndTest {

    private static final Instant SENT = Instant.parse("2026-11-22T10:00:00Z");
    private static final Accepted ACCEPTED = new Accepted(null, 41, SENT, SENT.plusMillis(3), second(3));

    @Test
    void shouldBeTheEndOfTheFirstFailedAttemptHoweverManyFollow() {
        Optional<WritesEnd> end = WritesEnd.after(Optional.empty(), failed(4), clear(3));
        end = WritesEnd.after(end, failed(5), clear(4));

        assertThat(end).contains(new WritesEnd(at(4), second(4)));
    }

    @Test
    void shouldBeForgottenWhenAWriteIsAccepted() {
        Optional<WritesEnd> end = WritesEnd.after(Optional.empty(), failed(4), clear(3));

        assertThat(WritesEnd.after(end, accepted(), clear(4))).isEmpty();
    }

    @Test
    void shouldNotBeTakenFromAnAttemptThatFailedWhileTheDetectorWasCutOff() {
        // Given an attempt that failed just before the detector noticed that it was cut off
        Optional<WritesEnd> end = WritesEnd.after(Optional.empty(), failed(4), clear(3));

        // When sight is lost, comes back, and the writer is gone by then
        end = WritesEnd.after(end, suspect());
        assertThat(end).isEmpty();
        end = WritesEnd.after(end, failed(5), suspect());
        end = WritesEnd.after(end, failed(20), clearSince(10));

        // Then writes may have been accepted until the first attempt that was made with clear sight
        assertThat(end).contains(new WritesEnd(at(20), second(20)));
    }

    @Test
    void shouldNotBeTakenFromAnAttemptThatBeganBeforeSightWasClear() {
        assertThat(WritesEnd.after(Optional.empty(), failed(10), clearSince(10)))
                .isEmpty();
    }

    @Test
    void shouldBeToldOnlyOnceTheControlsAnsweredAfterIt() {
        Optional<WritesEnd> end = WritesEnd.after(Optional.empty(), failed(4), clear(3));
        Judgement judgement = new Judgement(
                "orders",
                Tier.DATABASE,
                "eu-west-1",
                Duration.ofSeconds(1),
                LookWindow.empty(Window.DEFAULT),
                failed(4).facts(),
                end,
                "eu-west-1");

        Heartbeat unproven = judgement.at(second(5), clear(3)).heartbeat();
        Heartbeat proven = judgement.at(second(5), clear(4)).heartbeat();

        assertThat(unproven)
                .isEqualTo(new Heartbeat("eu-west-1", 41, SENT, SENT.plusMillis(3), Duration.ofSeconds(1), null));
        assertThat(proven)
                .isEqualTo(new Heartbeat("eu-west-1", 41, SENT, SENT.plusMillis(3), Duration.ofSeconds(1), at(4)));
    }

    private static Eyesight.View clearSince(double second) {
        Eyesight eyes = new Eyesight(Duration.ofMillis(250), 2);
        eyes.controlLooked(0, look(SignalState.UP, second));
        eyes.controlLooked(1, look(SignalState.UP, second));
        return eyes.view(second(second), List.of());
    }

    private static Look failed(double second) {
        return new Look(
                SignalState.DOWN,
                "no answer in time",
                second(second - 0.5),
                second(second),
                Facts.of(new WriteFacts(ACCEPTED, at(second), second(second))));
    }

    private static Look accepted() {
        return new Look(
                SignalState.UP, "accepted", second(5), second(5), Facts.of(new WriteFacts(ACCEPTED, null, null)));
    }

    private static Instant at(double second) {
        return SENT.plusMillis(Math.round(second * 1000));
    }
}
