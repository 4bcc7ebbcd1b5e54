package io.lifeboat.coordinator.memory;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the database remembers of an application, as far as it may be trusted.
 *
 * @param memory the number of the database's recollection; 1 while it never went back
 * @param age how long ago that began; zero while it never went back
 * @param regions where the writer may be by what the database remembers: where the last execution left it, and where a move was
 *     begun to; empty while it never went back
 * @param mended why it is trusted again since then; null while it is not
 */
public record ApplicationMemory(
        long memory,
        Duration age,
        List<String> regions,
        @Nullable String mended) {

    /** It never went back. */
    public static final ApplicationMemory WHOLE = new ApplicationMemory(1, Duration.ZERO, List.of(), null);

    public ApplicationMemory {
        regions = List.copyOf(regions);
    }

    /** Whether it may have forgotten something. */
    public boolean broken() {
        return memory > WHOLE.memory;
    }
}
