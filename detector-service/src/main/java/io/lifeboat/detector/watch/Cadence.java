package io.lifeboat.detector.watch;

import io.lifeboat.contract.plan.DataProbe;
import io.lifeboat.contract.plan.Watch;
import io.lifeboat.detector.time.Moment;
import io.lifeboat.detector.window.LookWindow;
import java.time.Duration;

/**
 * When a watch looks again. Pure.
 *
 * <p>Ordinarily its cadence after it last set out, a tenth more or less, so that many watches do not march in step; soon
 * after a look that speaks against the judgement, to tell a hiccup from a fault; and every second at least while its
 * window is filling; data that cannot be read is asked for every ten. Never before the look before has ended: a watch does
 * not overlap itself, and what it missed it does not make up for.
 *
 * @param every the cadence
 * @param recheck how soon to look again when undecided
 * @param whileFilling how soon to look again while the window is filling
 * @param whileBlind how soon to look again while it is filling and the latest look saw nothing
 */
public record Cadence(Duration every, Duration recheck, Duration whileFilling, Duration whileBlind) {

    private static final Duration WHILE_FILLING = Duration.ofSeconds(1);
    private static final Duration WHILE_BLIND_TO_DATA = Duration.ofSeconds(10);
    private static final double JITTER = 0.1;

    /** That watch's. */
    public static Cadence of(Watch watch) {
        Duration whileFilling = shorter(watch.every(), WHILE_FILLING);
        // A look at the data costs the database more than one at a door, and one that takes too long must not follow
        // itself.
        Duration whileBlind =
                watch.probe() instanceof DataProbe ? shorter(watch.every(), WHILE_BLIND_TO_DATA) : whileFilling;
        return new Cadence(watch.every(), watch.window().recheck(), whileFilling, whileBlind);
    }

    /**
     * The moment of the next look.
     *
     * @param setOut when the last one was to begin
     * @param ended when it had ended
     * @param window what all looks come to
     * @param dice from 0 to 1, by chance
     */
    public Moment next(Moment setOut, Moment ended, LookWindow window, double dice) {
        Moment usual = setOut.plus(scaled(usual(window), dice));
        Moment next = usual;
        if (window.undecided()) {
            Moment soon = ended.plus(recheck);
            next = soon.isBefore(usual) ? soon : usual;
        }
        return Moment.later(next, ended);
    }

    private Duration usual(LookWindow window) {
        if (window.full()) {
            return every;
        }
        return window.blind() ? whileBlind : whileFilling;
    }

    private static Duration scaled(Duration duration, double dice) {
        return Duration.ofNanos(Math.round(duration.toNanos() * (1 - JITTER + 2 * JITTER * dice)));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
