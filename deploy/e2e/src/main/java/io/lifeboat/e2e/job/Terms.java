package io.lifeboat.e2e.job;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is particular about one main job.
 *
 * @param approve whether a person must approve
 * @param without steps to skip, to see that leaving one out is noticed
 * @param hold how far replication is behind when the region is lost, or null for as little as it is
 * @param patience how long the shop may take to be served again
 */
public record Terms(
        boolean approve, List<String> without, @Nullable Duration hold, Duration patience) {

    public Terms {
        without = List.copyOf(without);
    }

    /** Nothing is particular. */
    public static Terms plain(Duration patience) {
        return new Terms(false, List.of(), null, patience);
    }
}
