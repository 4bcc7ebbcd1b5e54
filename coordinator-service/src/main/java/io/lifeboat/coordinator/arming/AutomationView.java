package io.lifeboat.coordinator.arming;

import io.lifeboat.contract.Act;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether automation runs.
 *
 * @param stopped whether all of it is stopped
 * @param by who stopped it, and why; null while it runs
 * @param since when, by the database's clock; null while it runs
 */
public record AutomationView(
        boolean stopped, @Nullable Act by, @Nullable Instant since) {

    static AutomationView of(Optional<GlobalStop> stop) {
        return new AutomationView(
                stop.isPresent(),
                stop.map(GlobalStop::act).orElse(null),
                stop.map(GlobalStop::since).orElse(null));
    }
}
