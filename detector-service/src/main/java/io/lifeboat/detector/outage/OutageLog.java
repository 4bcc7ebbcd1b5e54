package io.lifeboat.detector.outage;

import io.lifeboat.detector.time.Moment;
import java.util.Optional;

/**
 * One scope's outage and the step it just took.
 *
 * @param outage how it stands
 * @param faultFrom when the latest good look before the fault had ended; kept until it is cleared
 */
public record OutageLog(Outage outage, Optional<Moment> faultFrom) {

    /** A scope in which nothing was seen yet. */
    public static final OutageLog BLANK = new OutageLog(Outage.CLEAR, Optional.empty());

    /**
     * How it stands with this evidence. Without clear sight nothing moves.
     *
     * @return the same object when nothing changed
     */
    public OutageLog after(Evidence evidence) {
        if (!evidence.view().clear()) {
            return this;
        }
        Outage next = outage.after(evidence);
        if (next.getClass() == outage.getClass()) {
            return this;
        }
        return new OutageLog(
                next,
                switch (next) {
                    case Outage.Suspected suspected -> suspected.latestGood();
                    case Outage.Confirmed confirmed -> confirmed.latestGood();
                    // Told once more with the clearing: how long ago the fault that is over began.
                    case Outage.Clear clear -> faultFrom;
                });
    }
}
