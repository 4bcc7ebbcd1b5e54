package io.lifeboat.detector.sight;

import io.lifeboat.detector.time.Moment;
import java.util.List;

/**
 * How the targets of one region stand, over all applications.
 *
 * @param region the region
 * @param watched how many of its targets are watched
 * @param failingSince for each one that fails now, when it began to
 */
public record RegionFailures(String region, int watched, List<Moment> failingSince) {

    public RegionFailures {
        failingSince = List.copyOf(failingSince);
    }
}
