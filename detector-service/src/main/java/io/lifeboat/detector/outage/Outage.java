package io.lifeboat.detector.outage;

import io.lifeboat.detector.time.Moment;
import java.util.Optional;

/**
 * What one vantage holds of one scope.
 *
 * <pre>
 *   CLEAR --- a look failed ---> SUSPECTED --- a whole tier is down ---> CONFIRMED
 *     ^                              |                                       |
 *     +---- all up, none failing ----+---------------------------------------+
 * </pre>
 */
public sealed interface Outage {

    /** Nothing is the matter, as far as this boot of the detector saw. */
    Outage CLEAR = new Clear();

    /** What it becomes with this evidence. */
    Outage after(Evidence evidence);

    /** Nothing is the matter. */
    record Clear() implements Outage {

        @Override
        public Outage after(Evidence evidence) {
            if (evidence.tierDown()) {
                return new Confirmed(evidence.latestGood());
            }
            return evidence.failing() ? new Suspected(evidence.latestGood()) : this;
        }
    }

    /**
     * A look failed.
     *
     * @param latestGood when the latest good look before had ended; empty when there was none
     */
    record Suspected(Optional<Moment> latestGood) implements Outage {

        @Override
        public Outage after(Evidence evidence) {
            if (evidence.tierDown()) {
                return new Confirmed(evidence.latestGood());
            }
            return evidence.allUp() ? CLEAR : this;
        }
    }

    /**
     * All judged watches of a tier are down.
     *
     * @param latestGood when the latest good look before had ended; empty when there was none
     */
    record Confirmed(Optional<Moment> latestGood) implements Outage {

        @Override
        public Outage after(Evidence evidence) {
            return evidence.allUp() ? CLEAR : this;
        }
    }
}
