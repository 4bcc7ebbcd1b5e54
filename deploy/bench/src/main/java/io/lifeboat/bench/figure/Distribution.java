package io.lifeboat.bench.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Samples of one thing, sorted.
 *
 * @param sorted the samples, the smallest first
 */
public record Distribution(List<Double> sorted) {

    /** With fewer samples than this the 99th percentile is only the largest sample under another name. */
    public static final int ENOUGH_FOR_P99 = 100;

    public Distribution {
        List<Double> copy = new ArrayList<>(sorted);
        copy.sort(null);
        sorted = List.copyOf(copy);
    }

    /** The samples in any order. */
    public static Distribution of(Collection<Double> samples) {
        return new Distribution(List.copyOf(samples));
    }

    /** How many there are. */
    public int count() {
        return sorted.size();
    }

    /** The middle one, or the mean of the two in the middle; empty without samples. */
    public OptionalDouble median() {
        int middle = count() / 2;
        if (count() == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                count() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }

    /** The smallest sample that 99 % do not exceed; empty when there are too few to say. */
    public OptionalDouble p99() {
        return count() < ENOUGH_FOR_P99
                ? OptionalDouble.empty()
                : OptionalDouble.of(sorted.get((int) Math.ceil(count() * 0.99) - 1));
    }

    /** The smallest; empty without samples. */
    public OptionalDouble least() {
        return count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(sorted.getFirst());
    }

    /** The largest; empty without samples. */
    public OptionalDouble most() {
        return count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(sorted.getLast());
    }
}
