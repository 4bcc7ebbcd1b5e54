package io.lifeboat.bench.figure;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param what what was measured
 * @param unit for example {@code ms}
 * @param measured the samples
 * @param beside the line it is compared with, of the same run; null when it stands alone
 */
public record Row(
        String what,
        String unit,
        Distribution measured,
        @Nullable Row beside) {

    /** A line that stands alone. */
    public static Row of(String what, String unit, Distribution measured) {
        return new Row(what, unit, measured, null);
    }

    /** The same, compared with another. */
    public Row beside(Row other) {
        return new Row(what, unit, measured, other);
    }

    /** How many times the other's median this one's is. */
    public OptionalDouble medianRatio() {
        return beside == null
                ? OptionalDouble.empty()
                : ratio(measured.median(), beside.measured().median());
    }

    /** The same for the 99th percentile; empty when either has too few samples. */
    public OptionalDouble p99Ratio() {
        return beside == null
                ? OptionalDouble.empty()
                : ratio(measured.p99(), beside.measured().p99());
    }

    private static OptionalDouble ratio(OptionalDouble one, OptionalDouble other) {
        return one.isEmpty() || other.isEmpty() || other.getAsDouble() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(one.getAsDouble() / other.getAsDouble());
    }
}
