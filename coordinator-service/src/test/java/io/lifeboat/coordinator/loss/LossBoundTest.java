package io.lifeboat.coordinator.loss;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.LossInterval;
import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.contract.signal.HeartbeatRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LossBoundTest {

    private static final Instant T = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void shouldReachFromLastAcceptedToFirstRefused() {
        LossBound bound = LossBound.between(accepted(120, 120, 121.5), row("office", 108, 108));

        // at least 120 - 108 - 1.25 - 2, at most 121.5 - 108
        assertThat(bound.interval()).isEqualTo(interval(8.75, 13.5));
        assertThat(bound.basis()).contains("office", "120", "108");
    }

    @Test
    void shouldBeOneHeartbeatWideWhenNothingWasLost() {
        LossBound bound = LossBound.between(accepted(120, 120, 121.5), row("office", 120, 120));

        assertThat(bound.interval()).isEqualTo(interval(0, 1.5));
    }

    @Test
    void shouldAcceptARowThatTheVantageNeverSawConfirmed() {
        // Given a write that was sent before the refusal, timed out, and turned out to be committed
        LossBound bound = LossBound.between(accepted(120, 120, 123), row("office", 121, 121));

        assertThat(bound.interval()).isEqualTo(interval(0, 2));
    }

    @Test
    void shouldSayUnknownWhileTheOldWriterStillAccepts() {
        Heartbeat accepting =
                new Heartbeat("eu-west-1", 120, T.plusSeconds(120), T.plusSeconds(120), Duration.ofSeconds(1), null);

        LossBound bound = LossBound.between(accepting, row("office", 100, 100));

        assertThat(bound.interval()).isNull();
        assertThat(bound.basis()).contains("office", "refuse");
    }

    @Test
    void shouldSayUnknownWhenTheRowWasWrittenAgainAtTheNewWriter() {
        LossBound bound = LossBound.between(accepted(120, 120, 121.5), row("office", 125, 140));

        assertThat(bound.interval()).isNull();
        assertThat(bound.basis()).contains("written after the first refusal");
    }

    @Test
    void shouldTellTheSecondLossByTheRowsOfTheSecondLife() {
        // Given the rows of both lives and what was written since: there until 121.5, back until 721.5
        List<HeartbeatRow> rows = List.of(
                row("office", 108, 108), row("office", 715, 715), row("office", 724, 730), row("dublin", 90, 90));

        LossBound bound = LossBound.across(Map.of("office", accepted(720, 720, 721.5)), rows);

        assertThat(bound.interval()).isEqualTo(interval(1.75, 6.5));
    }

    @Test
    void shouldJoinWhatSeveralVantagesTellWithoutComparingTheirClocks() {
        // Given one vantage whose clock is an hour ahead
        Heartbeat office = accepted(120, 120, 121.5);
        Heartbeat frankfurt = accepted(77, 3720.4, 3720.9);

        LossBound bound = LossBound.across(
                Map.of("office", office, "frankfurt", frankfurt),
                List.of(row("office", 108, 108), row("frankfurt", 65, 3708.3)));

        assertThat(bound.interval()).isEqualTo(interval(8.85, 13.5));
        assertThat(bound.basis()).contains("office", "frankfurt");
    }

    @Test
    void shouldUseTheOtherVantageWhenOneKnowsNothing() {
        LossBound bound = LossBound.across(
                Map.of("office", accepted(120, 120, 121.5), "frankfurt", accepted(77, 100, 101)),
                List.of(row("office", 108, 108)));

        assertThat(bound.interval()).isEqualTo(interval(8.75, 13.5));
        assertThat(bound.basis()).contains("frankfurt: has no row");
    }

    @Test
    void shouldTakeTheRowFromBeforeTheRefusalAlthoughANewerOneStandsBesideIt() {
        LossBound bound = LossBound.across(
                Map.of("office", accepted(120, 120, 121.5)), List.of(row("office", 110, 110), row("office", 131, 140)));

        assertThat(bound.interval()).isEqualTo(interval(6.75, 11.5));
    }

    @Test
    void shouldNotTrustTheUpperEndOfAVantageThatLostItsPathBeforeTheWriterWasLost() {
        // Given office, whose writes were refused 30 s before the writer was lost, and frankfurt, who saw it to its end
        LossBound bound = LossBound.across(
                Map.of("office", accepted(90, 90, 91), "frankfurt", accepted(120, 120, 121)),
                List.of(row("office", 90, 90), row("frankfurt", 110, 110)));

        assertThat(bound.interval()).isEqualTo(interval(0, 11));
    }

    @Test
    void shouldStateTheHullWhenIntervalsDoNotMeet() {
        LossBound bound = LossBound.across(
                Map.of("office", accepted(120, 120, 121), "frankfurt", accepted(120, 120, 121)),
                List.of(row("office", 120, 120), row("frankfurt", 60, 60)));

        assertThat(bound.interval()).isEqualTo(interval(0, 61));
    }

    @Test
    void shouldNeverTurnUnknownIntoZero() {
        assertThat(LossBound.across(Map.of(), List.of(row("office", 1, 1))).interval())
                .isNull();
        assertThat(LossBound.across(Map.of("office", accepted(1, 1, 2)), List.of())
                        .interval())
                .isNull();
    }

    private static Heartbeat accepted(long sequence, double sent, double failed) {
        return new Heartbeat("eu-west-1", sequence, at(sent), at(sent), Duration.ofSeconds(1), at(failed));
    }

    private static HeartbeatRow row(String vantage, long sequence, double sent) {
        return new HeartbeatRow(vantage, sequence, at(sent));
    }

    private static LossInterval interval(double atLeast, double atMost) {
        return new LossInterval(seconds(atLeast), seconds(atMost));
    }

    private static Instant at(double seconds) {
        return T.plus(seconds(seconds));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
