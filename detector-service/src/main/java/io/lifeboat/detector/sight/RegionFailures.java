package io.lifeboat.detector.sight;

import io.lifeboat.detector.time.Moment;
import java.util.List;

/**
 * How many targets of one region are silent, over all applications. One that says that it cannot serve, be it broken or
 * closed by a fence, speaks of itself and for the detector's eyes.
 *
 * @param region the region
 * @param watched how many of its targets are watched
 * @param unansweredSince for each one that does not answer now, when that began
 */
public record RegionFailures(String region, int watched, List<Moment> unansweredSince) {

    public RegionFailures {
        unansweredSince = List.copyOf(unansweredSince);
    }
}
