package io.lifeboat.contract.signal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of one application's signals as one vantage sees them.
 *
 * @param application the application
 * @param planRevision the revision the watches are of
 * @param vantage where the detector stands
 * @param vantageRegion the region it stands in, or null when it stands in none
 * @param detector the instance
 * @param bootId changes at every start of the detector
 * @param sequence counts up within a boot
 * @param sentAt by the vantage's clock; only for naming a wrong clock
 * @param sight whether the detector trusts what it sees
 * @param sightReason why it does not, or null
 * @param signals one for each watch and region
 */
public record SignalSnapshot(
        String application,
        int planRevision,
        String vantage,
        @Nullable String vantageRegion,
        String detector,
        String bootId,
        long sequence,
        Instant sentAt,
        Sight sight,
        @Nullable String sightReason,
        List<Signal> signals) {

    public SignalSnapshot {
        signals = List.copyOf(signals);
    }
}
