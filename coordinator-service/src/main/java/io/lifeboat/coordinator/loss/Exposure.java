package io.lifeboat.coordinator.loss;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What would be lost at most if the other side were promoted now.
 *
 * <p>A lag sample says how far the secondary was behind when it was taken; until writes stopped it may have fallen back by
 * as long as the sample is old. Once the writer is known to accept nothing any more, nothing more can be lost, so the
 * sample ages no further than to that moment. Every sample gives an upper end in this way, and while writes stay stopped
 * the smallest of them holds: a lag that only seems to grow because the source is gone does not raise it.
 *
 * @param atMost the upper end
 * @param sampleAge how old the sample it rests on is
 */
public record Exposure(Duration atMost, Duration sampleAge) {

    /**
     * The upper end that one sample gives.
     *
     * @param behind the lag at the sample; null when nothing was published
     * @param sampleAge age of the sample now; null when nothing was published
     * @param stoppedFor for how long the old writer has certainly accepted nothing; null while it may still accept writes
     */
    public static Optional<Exposure> of(
            @Nullable Duration behind, @Nullable Duration sampleAge, @Nullable Duration stoppedFor) {
        if (behind == null || sampleAge == null) {
            return Optional.empty();
        }
        Duration growing = stoppedFor == null ? sampleAge : sampleAge.minus(stoppedFor);
        Duration atMost = growing.isNegative() ? behind : behind.plus(growing);
        return Optional.of(new Exposure(atMost, sampleAge));
    }

    /** The tighter of two upper ends that both hold. */
    public Exposure tighter(Exposure other) {
        return other.atMost.compareTo(atMost) < 0 ? other : this;
    }
}
