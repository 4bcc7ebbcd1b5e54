package io.lifeboat.sandbox.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The longest time one customer went without a confirmation.
 *
 * @param lastBefore the last confirmation before it
 * @param servedAgain the confirmation from which on nine of ten orders were confirmed, or null while there is none: a
 *     shop that turns away every other order does not serve
 */
record Gap(Instant lastBefore, @Nullable Instant servedAgain) {

    private static final double SERVED = 0.9;

    /**
     * Finds it.
     *
     * @param attempts in the order they ended
     * @param now the end of a gap that is still open
     * @param least shorter gaps are no outage
     */
    static Optional<Gap> longest(List<Attempt> attempts, Instant now, Duration least) {
        int before = -1;
        int longestFrom = -1;
        var length = least;
        for (int i = 0; i <= attempts.size(); i++) {
            if (i < attempts.size() && !attempts.get(i).confirmed()) {
                continue;
            }
            var until = i < attempts.size() ? attempts.get(i).at() : now;
            if (before >= 0) {
                var lasted = Duration.between(attempts.get(before).at(), until);
                if (lasted.compareTo(length) >= 0) {
                    longestFrom = before;
                    length = lasted;
                }
            }
            before = i;
        }
        return longestFrom < 0
                ? Optional.empty()
                : Optional.of(new Gap(
                        attempts.get(longestFrom).at(),
                        servedAgain(attempts.subList(longestFrom + 1, attempts.size()))));
    }

    /** The earliest confirmation that, with all that followed it, makes nine of ten. */
    private static @Nullable Instant servedAgain(List<Attempt> after) {
        Instant earliest = null;
        int confirmed = 0;
        for (int i = after.size() - 1; i >= 0; i--) {
            if (after.get(i).confirmed()) {
                confirmed++;
                if (confirmed >= SERVED * (after.size() - i)) {
                    earliest = after.get(i).at();
                }
            }
        }
        return earliest;
    }
}
