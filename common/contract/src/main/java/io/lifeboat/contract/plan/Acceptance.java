package io.lifeboat.contract.plan;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What two people accepted in advance for a region outage, so that nobody need be asked before the promotion.
 *
 * @param loss the largest loss bound that may be taken
 * @param unreachableOldWriter whether the promotion may go on while the old writer could not be fenced because it does
 *     not answer
 * @param by the people who accepted, two or more
 * @param reason why
 */
public record Acceptance(@Nullable Duration loss, boolean unreachableOldWriter, List<String> by, String reason) {

    public Acceptance {
        by = by == null ? List.of() : List.copyOf(by);
    }
}
