package io.lifeboat.contract.plan;

import java.time.Duration;
import java.util.Map;

/**
 * How many objects there are, beside the most there were lately (S3, ListObjectsV2, which does not list what a delete marker
 * hides). Down when more than a part of them is gone.
 *
 * @param buckets name by region
 * @param prefix what is counted; the whole bucket when empty
 * @param dropPercent the part of the objects that may go, in percent of the most there were
 * @param within how far back the most is looked for; a day unless said otherwise
 * @param atMost counting ends there; 10,000 unless said otherwise
 * @param target a target of the plan whose {@code read} role may look
 */
public record ObjectCountProbe(
        Map<String, String> buckets, String prefix, int dropPercent, Duration within, int atMost, String target)
        implements StoreProbe {

    private static final int AT_MOST = 10_000;

    public ObjectCountProbe {
        buckets = buckets == null ? Map.of() : Map.copyOf(buckets);
        prefix = prefix == null ? "" : prefix;
        within = within == null ? Duration.ofDays(1) : within;
        atMost = atMost == 0 ? AT_MOST : atMost;
        target = target == null ? "app" : target;
    }

    @Override
    public Map<String, String> byRegion() {
        return buckets;
    }
}
