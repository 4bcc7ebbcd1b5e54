package io.lifeboat.contract.plan;

import java.util.Map;
import java.util.Set;

/**
 * A look at what the data is kept in and by: keys, recovery points and buckets. AWS is asked, in the region that the watch is
 * placed in; what is looked at there is named for each region of the plan.
 */
public sealed interface StoreProbe extends DataProbe
        permits KmsKeyProbe, BackupDeletionsProbe, LifecycleProbe, ObjectCountProbe, ManifestProbe {

    /** A target of the plan whose {@code read} role may look. */
    String target();

    /** What is looked at, by region. */
    Map<String, ?> byRegion();

    /** The regions it names something in. */
    default Set<String> named() {
        return byRegion().keySet();
    }
}
