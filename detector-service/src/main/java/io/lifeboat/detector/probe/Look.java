package io.lifeboat.detector.probe;

import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.time.Moment;
import java.time.Duration;

/**
 * What one look saw.
 *
 * @param state up, degraded or down as this one look saw it; unknown when it could not look
 * @param reason why, in words
 * @param began when it began
 * @param ended when it had ended
 * @param facts what else was learnt, whatever the state
 * @param answered whether the target itself spoke: a status behind a certificate that was checked, an error in the
 *     database's own protocol. A look that failed and was answered shows that the way to the target is open
 */
public record Look(SignalState state, String reason, Moment began, Moment ended, Facts facts, boolean answered) {

    /** A look that was answered if it is good. */
    public Look(SignalState state, String reason, Moment began, Moment ended, Facts facts) {
        this(state, reason, began, ended, facts, state == SignalState.UP || state == SignalState.DEGRADED);
    }

    /** A look that learnt nothing beside its state. */
    public static Look of(SignalState state, String reason, Moment began, Moment ended) {
        return new Look(state, reason, began, ended, Facts.NONE);
    }

    /** Whether the target answered as it should, or nearly. */
    public boolean good() {
        return state == SignalState.UP || state == SignalState.DEGRADED;
    }

    /** Whether the target failed. */
    public boolean failed() {
        return state == SignalState.DOWN;
    }

    /** How long it took. */
    public Duration took() {
        return ended.since(began);
    }

    /** The same look, of a target that spoke itself, whatever it said. */
    public Look spoken() {
        return new Look(state, reason, began, ended, facts, true);
    }

    /** The same look, taken back: the detector was not fit to judge. */
    public Look unseen(String why) {
        return new Look(SignalState.UNKNOWN, why, began, ended, facts, answered);
    }
}
