package io.lifeboat.coordinator.signal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.contract.signal.Lag;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.lifeboat.contract.signal.SignalState;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is new from what is only said again. Detectors repeat themselves every few seconds while anything is not up; hundreds
 * of applications in trouble would have the gate asked hundreds of times a second for nothing. What ages is looked at by the clock.
 */
final class Repetition {

    private static final int KEPT = 20_000;

    private final Cache<Speaker, Said> latest =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private record Speaker(String application, String vantage) {}

    private record Said(String bootId, Sight sight, Map<Look, Judged> states) {}

    private record Judged(
            SignalState state,
            int magnitude,
            @Nullable String writer,
            @Nullable String synchronization,
            @Nullable Boolean accepts) {

        static Judged of(Signal signal) {
            Lag lag = signal.lag();
            Heartbeat beat = signal.heartbeat();
            Boolean accepts = beat == null ? null : beat.failedAt() == null;
            return lag == null
                    ? new Judged(signal.state(), 0, beat == null ? null : beat.region(), null, accepts)
                    : new Judged(signal.state(), magnitude(lag.behind()), lag.writer(), lag.synchronization(), accepts);
        }

        /** A lag that has doubled is news: it is what would be lost. */
        private static int magnitude(@Nullable Duration behind) {
            return behind == null ? -1 : Long.SIZE - Long.numberOfLeadingZeros(behind.toSeconds());
        }
    }

    private record Look(String watch, @Nullable String region) {}

    /** Whether that vantage has judged all of it so before; remembers what it says now. */
    boolean isRepeated(SignalSnapshot snapshot) {
        Map<Look, Judged> states = new HashMap<>();
        snapshot.signals().forEach(signal -> states.put(new Look(signal.watch(), signal.region()), Judged.of(signal)));
        Said now = new Said(snapshot.bootId(), snapshot.sight(), states);
        return now.equals(latest.asMap().put(new Speaker(snapshot.application(), snapshot.vantage()), now));
    }
}
