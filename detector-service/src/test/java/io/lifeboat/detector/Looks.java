package io.lifeboat.detector;

import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.plan.Window;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.probe.Facts;
import io.lifeboat.detector.probe.Look;
import io.lifeboat.detector.sight.Eyesight;
import io.lifeboat.detector.signal.Judgement;
import io.lifeboat.detector.time.Moment;
import io.lifeboat.detector.window.LookWindow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks, one a second from a fixed start, for tests of what is made of them. */
public final class Looks {

    /** The moment second 0 stands for; near the counter's end, so that its overflow is met. */
    private static final long START = Long.MAX_VALUE - Duration.ofSeconds(5).toNanos();

    private Looks() {}

    /** The moment that many seconds after the start. */
    public static Moment second(double seconds) {
        return new Moment(START + Math.round(seconds * 1_000_000_000.0));
    }

    /** A look that took a tenth of a second and ended then. */
    public static Look look(SignalState state, double endedAt) {
        return Look.of(state, state + " at " + endedAt, second(endedAt - 0.1), second(endedAt));
    }

    /** A window that was shown these states, one a second, the first ending at second 1. */
    public static LookWindow window(Window rule, SignalState... states) {
        LookWindow window = LookWindow.empty(rule);
        for (int i = 0; i < states.length; i++) {
            window = window.after(look(states[i], i + 1));
        }
        return window;
    }

    /** A judgement of an ordinary watch with that window. */
    public static Judgement judgement(String watch, Tier tier, @Nullable String region, LookWindow window) {
        return new Judgement(
                watch, tier, region, Duration.ofSeconds(1), window, Facts.NONE, Optional.empty(), "eu-west-1");
    }

    /** A detector that trusts its eyes, two of whose controls answered looks begun at that second. */
    public static Eyesight.View clear(double answered) {
        Eyesight eyes = new Eyesight(Duration.ofMillis(250), 2);
        eyes.controlLooked(0, look(SignalState.UP, answered + 0.1));
        eyes.controlLooked(1, look(SignalState.UP, answered + 0.1));
        return eyes.view(second(0), List.of());
    }

    /** A detector whose controls do not answer. */
    public static Eyesight.View suspect() {
        Eyesight eyes = new Eyesight(Duration.ofMillis(250), 2);
        eyes.controlLooked(0, look(SignalState.DOWN, 1));
        eyes.controlLooked(1, look(SignalState.DOWN, 1));
        return eyes.view(second(1), List.of());
    }
}
