package io.lifeboat.contract.plan;

import java.util.List;
import java.util.Map;

/**
 * Whether buckets delete by themselves what the plan does not let them (S3, GetBucketLifecycleConfiguration). Down when an
 * enabled rule expires objects or their earlier versions and no declared one covers it: a rule needs one call and deletes
 * everything.
 *
 * @param buckets names by region
 * @param declared the rules that may delete; none unless said otherwise
 * @param target a target of the plan whose {@code read} role may look
 */
public record LifecycleProbe(Map<String, List<String>> buckets, List<DeclaredExpiry> declared, String target)
        implements StoreProbe {

    public LifecycleProbe {
        buckets = buckets == null ? Map.of() : Map.copyOf(buckets);
        declared = declared == null ? List.of() : List.copyOf(declared);
        target = target == null ? "app" : target;
    }

    @Override
    public Map<String, List<String>> byRegion() {
        return buckets;
    }
}
