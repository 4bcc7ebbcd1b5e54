package io.lifeboat.detector.signal;

import static io.lifeboat.contract.signal.SignalState.DOWN;
import static io.lifeboat.contract.signal.SignalState.UP;
import static io.lifeboat.detector.Looks.clear;
import static io.lifeboat.detector.Looks.judgement;
import static io.lifeboat.detector.Looks.look;
import static io.lifeboat.detector.Looks.second;
import static io.lifeboat.detector.Looks.suspect;
import static io.lifeboat.detector.Looks.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.plan.Window;
import io.lifeboat.contract.signal.Growth;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.probe.Facts;
import io.lifeboat.detector.probe.GrowthFacts;
import io.lifeboat.detector.window.LookWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PublicationTest {

    private static final Publication.Rhythm RHYTHM =
            new Publication.Rhythm(Duration.ofSeconds(30), Duration.ofSeconds(5));
    private final LookWindow healthy = window(Window.DEFAULT, UP, UP, UP);
    private final LookWindow down = window(Window.DEFAULT, UP, UP, UP, DOWN, DOWN, DOWN);

    @Test
    void shouldTellAtOnceWhatWasNeverTold() {
        assertThat(Publication.NONE.due(second(3), of(healthy), clear(3), RHYTHM))
                .isTrue();
    }

    @Test
    void shouldTellSeldomWhileEverythingIsUp() {
        Publication told = Publication.NONE.told(second(3), of(healthy), clear(3));
        List<Judgement> oneLookLater = of(healthy.after(look(UP, 4)));

        assertThat(told.due(second(32.9), oneLookLater, clear(4), RHYTHM)).isFalse();
        assertThat(told.due(second(33), oneLookLater, clear(4), RHYTHM)).isTrue();
    }

    @Test
    void shouldTellAChangeAtOnceAndGoOnOftenWhileAnythingIsNotUp() {
        Publication told = Publication.NONE.told(second(3), of(healthy), clear(7));

        assertThat(told.due(second(7), of(down), clear(7), RHYTHM)).isTrue();

        Publication toldDown = told.told(second(7), of(down), clear(7));
        assertThat(toldDown.due(second(11.9), of(down), clear(7), RHYTHM)).isFalse();
        assertThat(toldDown.due(second(12), of(down), clear(7), RHYTHM)).isTrue();
    }

    @Test
    void shouldTellByHowMuchATableGrewAndHowLongAgoThatWasCounted() {
        GrowthFacts counted = new GrowthFacts("orders", 60, Duration.ofMinutes(1), second(2));
        Judgement judgement = new Judgement(
                "count",
                Tier.DATA,
                "eu-west-1",
                Duration.ofSeconds(1),
                healthy,
                Facts.of(counted),
                Optional.empty(),
                "eu-west-1");

        assertThat(judgement.at(second(5), clear(3)).growth())
                .isEqualTo(new Growth("orders", 60, Duration.ofMinutes(1), Duration.ofSeconds(3)));
    }

    @Test
    void shouldTellAtOnceThatSightIsLost() {
        Publication told = Publication.NONE.told(second(3), of(healthy), clear(3));

        assertThat(told.due(second(4), of(healthy), suspect(), RHYTHM)).isTrue();
    }

    @Test
    void shouldTellUnknownForEverySignalWhileSightIsNotClear() {
        SnapshotDraft draft = new SnapshotDraft(
                "id",
                "shop",
                4,
                new Standpoint("office", null, "office-1", "boot", new AtomicLong()),
                7,
                suspect(),
                List.of(judgement("api", Tier.COMPUTE, "eu-west-1", down), judgement("lag", Tier.DATA, null, healthy)));

        SignalSnapshot told = draft.at(second(9), Instant.EPOCH);

        assertThat(told.sight()).isEqualTo(Sight.SUSPECT);
        assertThat(told.sightReason()).isNotBlank();
        assertThat(told.signals()).extracting(Signal::state).containsOnly(SignalState.UNKNOWN);
        assertThat(told.signals().getFirst().reason()).contains("looks like down");
        assertThat(told.signals().getFirst().lastUpAge()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void shouldNotCallATargetDownBeforeTheControlsAnsweredAfterIt() {
        Judgement judgement = judgement("api", Tier.COMPUTE, "eu-west-1", down);

        assertThat(judgement.told(clear(3.9))).isEqualTo(SignalState.UNKNOWN);
        assertThat(judgement.told(clear(4))).isEqualTo(SignalState.DOWN);
    }

    private static List<Judgement> of(LookWindow window) {
        return List.of(judgement("api", Tier.COMPUTE, "eu-west-1", window));
    }
}
