package io.lifeboat.coordinator.card;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as a tired person reads them. */
final class Words {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Duration EXACT_BELOW = Duration.ofSeconds(10);

    private Words() {}

    /** For example {@code 0.5 s}, {@code 42 s}, {@code 4 min 12 s}, {@code 3 h 5 min} or {@code 2 d 4 h}. */
    static String of(Duration duration) {
        if (duration.abs().compareTo(EXACT_BELOW) < 0) {
            return BigDecimal.valueOf(duration.toMillis() / 100, 1)
                            .stripTrailingZeros()
                            .toPlainString() + " s";
        }
        if (duration.toMinutes() == 0) {
            return duration.toSeconds() + " s";
        }
        if (duration.toHours() == 0) {
            return two(duration.toMinutes(), "min", duration.toSecondsPart(), "s");
        }
        return duration.toDays() == 0
                ? two(duration.toHours(), "h", duration.toMinutesPart(), "min")
                : two(duration.toDays(), "d", duration.toHoursPart(), "h");
    }

    /** To the second, in UTC. */
    static String of(Instant instant) {
        return TIME.format(instant);
    }

    /** A constant as it is written on the wire, for example {@code await-approval}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return small == 0 ? large + " " + largeUnit : "%d %s %d %s".formatted(large, largeUnit, small, smallUnit);
    }
}
