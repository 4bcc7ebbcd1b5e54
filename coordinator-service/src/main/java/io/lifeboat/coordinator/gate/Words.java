package io.lifeboat.coordinator.gate;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as people say them. */
final class Words {

    private Words() {}

    /** For example {@code 0.5 s}, {@code 12 s} or {@code 4 min}. */
    static String of(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(2)) >= 0 && duration.toSecondsPart() == 0) {
            return duration.toMinutes() + " min";
        }
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
