package io.lifeboat.coordinator.wave;

import org.jspecify.annotations.Nullable;

/**
 * Where an application stands among those that lost the same region.
 *
 * @param wave its wave, from 1
 * @param waves how many there are
 * @param applications how many applications lost the region
 * @param waitsFor what it waits for, in words; null when it is its turn
 * @param stopped why no more are begun, in words; null while more are
 */
public record Place(
        int wave,
        int waves,
        int applications,
        @Nullable String waitsFor,
        @Nullable String stopped) {

    /** No other application is concerned. */
    public static final Place ALONE = new Place(1, 1, 1, null, null);
}
