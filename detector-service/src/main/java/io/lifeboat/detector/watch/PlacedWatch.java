package io.lifeboat.detector.watch;

import io.lifeboat.contract.plan.Watch;
import io.lifeboat.detector.probe.ProbeSpec;
import org.jspecify.annotations.Nullable;

/**
 * A watch in one place.
 *
 * @param watch as the plan says it
 * @param region where it looks, or null for a global one
 * @param spec what exactly it looks at there
 */
public record PlacedWatch(Watch watch, @Nullable String region, ProbeSpec spec) {

    /** What tells it from the plan's other watches. */
    public Key key() {
        return new Key(watch.id(), region);
    }

    /**
     * A watch's id and its region.
     *
     * @param watch the id
     * @param region the region, or null
     */
    public record Key(String watch, @Nullable String region) {}
}
