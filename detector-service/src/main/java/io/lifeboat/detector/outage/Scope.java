package io.lifeboat.detector.outage;

import io.lifeboat.contract.plan.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What an outage event is about. Each watch that looks at the data of a region is a scope of its own: damage lasts, and in one
 * scope with anything else it would hide what is damaged, or lost, later.
 *
 * @param region the region looked at, or null for what belongs to none
 * @param dataWatch the watch that looks at the data, or null for all that look at what serves
 */
public record Scope(@Nullable String region, @Nullable String dataWatch) {

    /** The one a watch belongs to. */
    public static Scope of(@Nullable String region, Tier tier, String watch) {
        return new Scope(region, region != null && tier == Tier.DATA ? watch : null);
    }
}
