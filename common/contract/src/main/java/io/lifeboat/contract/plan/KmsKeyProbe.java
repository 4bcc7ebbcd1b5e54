package io.lifeboat.contract.plan;

import java.util.List;
import java.util.Map;

/**
 * The state of the keys that the data and its backups are encrypted with (KMS, DescribeKey). Down when one of them cannot
 * decrypt any more or is about to go: who takes the key takes the data, in every region and every backup under it.
 *
 * @param keys ids or ARNs of keys by region; an alias will not do, for it can be moved to another key
 * @param target a target of the plan whose {@code read} role may look
 */
public record KmsKeyProbe(Map<String, List<String>> keys, String target) implements StoreProbe {

    public KmsKeyProbe {
        keys = keys == null ? Map.of() : Map.copyOf(keys);
        target = target == null ? "app" : target;
    }

    @Override
    public Map<String, List<String>> byRegion() {
        return keys;
    }
}
