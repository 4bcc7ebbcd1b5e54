package io.lifeboat.detector.sight;

import io.lifeboat.detector.time.Moment;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * Whether a fifth of the targets of <em>every</em> region fell silent at once, which no region outage explains. Needs
 * two regions: where only one is watched, the controls alone tell. Once suspected it holds until some region is well
 * again, however long that takes; targets that were silent long before do not begin it.
 */
final class Coincidence {

    private static final double A_FIFTH = 0.2;
    private static final Duration AT_ONCE = Duration.ofSeconds(15);
    private static final int TWO_REGIONS = 2;

    private boolean suspected;

    /** Why the detector must doubt what it sees, if it must. */
    Optional<String> suspicion(Moment now, Collection<RegionFailures> regions) {
        boolean everywhere = regions.size() >= TWO_REGIONS
                && regions.stream()
                        .allMatch(region -> aFifth(region.unansweredSince().size(), region));
        boolean atOnce = everywhere
                && regions.stream()
                        .allMatch(region -> aFifth(
                                region.unansweredSince().stream()
                                        .filter(since -> now.since(since).compareTo(AT_ONCE) <= 0)
                                        .count(),
                                region));
        suspected = atOnce || (suspected && everywhere);
        return suspected
                ? Optional.of(
                        "a fifth or more of the targets of all " + regions.size() + " regions fell silent at once")
                : Optional.empty();
    }

    private static boolean aFifth(long silent, RegionFailures region) {
        return region.watched() > 0 && silent >= region.watched() * A_FIFTH;
    }
}
