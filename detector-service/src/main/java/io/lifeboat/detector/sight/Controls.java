package io.lifeboat.detector.sight;

import io.lifeboat.detector.probe.Look;
import io.lifeboat.detector.time.Moment;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The control targets: places outside every region of the plans that ought to answer. When more than half of them do not,
 * the failing is this detector's.
 */
final class Controls {

    private final @Nullable Look[] latest;

    Controls(int number) {
        this.latest = new @Nullable Look[number];
    }

    void looked(int control, Look look) {
        latest[control] = look;
    }

    /** Whether every control was looked at once. */
    boolean known() {
        return Arrays.stream(latest).allMatch(Objects::nonNull);
    }

    /** Why the detector must doubt its own connection, if it must. */
    Optional<String> suspicion() {
        long failing = Arrays.stream(latest)
                .filter(Objects::nonNull)
                .filter(look -> !look.good())
                .count();
        return failing * 2 > latest.length
                ? Optional.of(failing + " of " + latest.length + " control targets do not answer")
                : Optional.empty();
    }

    /**
     * The latest moment from which on the controls were seen to answer: looks begun no earlier were answered by at least
     * half of them. Empty when fewer answer.
     */
    Optional<Moment> answeredFrom() {
        var answered = Arrays.stream(latest)
                .filter(Objects::nonNull)
                .filter(Look::good)
                .map(Look::began)
                .sorted((one, other) -> other.compareTo(one))
                .toList();
        int needed = (latest.length + 1) / 2;
        return answered.size() < needed ? Optional.empty() : Optional.of(answered.get(needed - 1));
    }
}
