package io.lifeboat.detector.outage;

import static io.lifeboat.contract.signal.SignalState.DOWN;
import static io.lifeboat.contract.signal.SignalState.UP;
import static io.lifeboat.detector.Looks.clear;
import static io.lifeboat.detector.Looks.judgement;
import static io.lifeboat.detector.Looks.look;
import static io.lifeboat.detector.Looks.second;
import static io.lifeboat.detector.Looks.suspect;
import static io.lifeboat.detector.Looks.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.outage.OutageConfirmed;
import io.lifeboat.contract.outage.Sighting;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.plan.Window;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.sight.Eyesight;
import io.lifeboat.detector.signal.Standpoint;
import io.lifeboat.detector.window.LookWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutageLogTest {

    private static final String REGION = "eu-west-1";
    private final LookWindow healthy = window(Window.DEFAULT, UP, UP, UP);
    private final LookWindow firstFailure = window(Window.DEFAULT, UP, UP, UP, DOWN);
    private final LookWindow down = window(Window.DEFAULT, UP, UP, UP, DOWN, DOWN, DOWN);

    @Test
    void shouldSuspectAtTheFirstFailedLookOnceTheControlsAnswered() {
        Evidence unproven = evidence(clear(3.5), firstFailure, healthy);
        assertThat(OutageLog.BLANK.after(unproven)).isSameAs(OutageLog.BLANK);

        OutageLog suspected = OutageLog.BLANK.after(evidence(clear(4), firstFailure, healthy));
        assertThat(suspected.outage()).isInstanceOf(Outage.Suspected.class);
        assertThat(suspected.faultFrom()).contains(second(3));
    }

    @Test
    void shouldConfirmWhenAllOfATierAreDownAndSayFromWhen() {
        OutageLog suspected = OutageLog.BLANK.after(evidence(clear(4), firstFailure, healthy));

        OutageLog confirmed = suspected.after(evidence(clear(7), down, healthy));

        assertThat(confirmed.outage()).isInstanceOf(Outage.Confirmed.class);
        assertThat(confirmed.faultFrom()).contains(second(3));
        assertThat(confirmed.after(evidence(clear(8), down, healthy))).isSameAs(confirmed);
    }

    @Test
    void shouldNotConfirmWhileAnotherWatchOfTheTierIsUp() {
        Evidence oneOfTwo = new Evidence(
                List.of(
                        judgement("api", Tier.COMPUTE, REGION, down),
                        judgement("admin", Tier.COMPUTE, REGION, healthy)),
                clear(7));

        assertThat(OutageLog.BLANK.after(oneOfTwo).outage()).isInstanceOf(Outage.Suspected.class);
    }

    @Test
    void shouldClearWhenAllAreUpAgainAndTellHowLongAgoTheFaultBegan() {
        OutageLog confirmed = OutageLog.BLANK.after(evidence(clear(7), down, healthy));
        LookWindow oneGood = down.after(look(UP, 9));

        assertThat(confirmed.after(evidence(clear(9), oneGood, healthy))).isSameAs(confirmed);

        OutageLog cleared = confirmed.after(evidence(clear(10), oneGood.after(look(UP, 10)), healthy));
        assertThat(cleared.outage()).isInstanceOf(Outage.Clear.class);
        assertThat(cleared.faultFrom()).contains(second(3));
    }

    @Test
    void shouldMoveNothingWithoutClearSight() {
        assertThat(OutageLog.BLANK.after(evidence(suspect(), down, down))).isSameAs(OutageLog.BLANK);
    }

    @Test
    void shouldOpenNothingWhileWindowsAreFilling() {
        LookWindow warming = window(Window.DEFAULT, DOWN, DOWN);

        assertThat(OutageLog.BLANK.after(evidence(clear(9), warming, warming))).isSameAs(OutageLog.BLANK);
    }

    @Test
    void shouldConfirmAfterARestartInTheMiddleOfAnOutageWithNoFaultAge() {
        LookWindow downFromTheStart = window(Window.DEFAULT, DOWN, DOWN, DOWN);

        OutageLog confirmed = OutageLog.BLANK.after(evidence(clear(4), downFromTheStart, healthy));

        assertThat(confirmed.outage()).isInstanceOf(Outage.Confirmed.class);
        assertThat(confirmed.faultFrom()).isEmpty();
    }

    @Test
    void shouldTellAgesAsTheyAreWhenItIsSent() {
        Evidence evidence = evidence(clear(7), down, healthy);
        OutageLog confirmed = OutageLog.BLANK.after(evidence);
        Standpoint standpoint = new Standpoint("office", null, "office-1", "boot", new AtomicLong());
        SightingDraft draft = new SightingDraft(
                "id", "shop", 4, standpoint, 17, REGION, confirmed.outage(), confirmed.faultFrom(), evidence);

        OutageConfirmed told = (OutageConfirmed) draft.at(second(13), Instant.EPOCH);

        Sighting sighting = told.sighting();
        assertThat(sighting.faultAge()).isEqualTo(Duration.ofSeconds(10));
        assertThat(sighting.region()).isEqualTo(REGION);
        assertThat(sighting.sequence()).isEqualTo(17);
        assertThat(sighting.signals()).hasSize(2);
        assertThat(sighting.signals().getFirst().state()).isEqualTo(SignalState.DOWN);
        assertThat(sighting.signals().getFirst().lastUpAge()).isEqualTo(Duration.ofSeconds(10));
        assertThat(sighting.signals().getFirst().heldFor()).isEqualTo(Duration.ofSeconds(9));
    }

    private static Evidence evidence(Eyesight.View view, LookWindow compute, LookWindow database) {
        return new Evidence(
                List.of(
                        judgement("api", Tier.COMPUTE, REGION, compute),
                        judgement("orders", Tier.DATABASE, REGION, database)),
                view);
    }
}
