package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.InvariantProbe;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.time.Moment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that is always true of the data while it is whole. */
record Invariant(InvariantProbe probe) implements DataMeasure {

    @Override
    public String statement() {
        return probe.query();
    }

    @Override
    public Reading judge(@Nullable Object value, Moment at, Instant wall) {
        if (value instanceof Boolean holds) {
            return holds
                    ? new Reading(SignalState.UP, "the invariant holds")
                    : new Reading(SignalState.DOWN, "the invariant does not hold: " + probe.query());
        }
        // What else it answered may be anybody's data, and a signal is read by many.
        return new Reading(
                SignalState.UNKNOWN,
                "the invariant's query answered %s and no boolean"
                        .formatted(
                                value == null
                                        ? "nothing"
                                        : "a " + value.getClass().getSimpleName()));
    }
}
