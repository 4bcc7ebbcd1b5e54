package io.lifeboat.contract.outage;

import io.lifeboat.contract.signal.Signal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one vantage saw.
 *
 * @param application the application
 * @param planRevision the revision the watches are of
 * @param vantage where the detector stands
 * @param vantageRegion the region it stands in, or null when it stands in none
 * @param detector the instance
 * @param bootId changes at every start of the detector
 * @param sequence counts up within a boot, in one line with the snapshots
 * @param region the region that fails or is up again, or null when it is the application's entrance or a global watch
 * @param faultAge since the latest good look before the transition, when the message was sent; null when there was none
 * @param signals the signals that make the case
 */
public record Sighting(
        String application,
        int planRevision,
        String vantage,
        @Nullable String vantageRegion,
        String detector,
        String bootId,
        long sequence,
        @Nullable String region,
        @Nullable Duration faultAge,
        List<Signal> signals) {

    public Sighting {
        signals = List.copyOf(signals);
    }
}
