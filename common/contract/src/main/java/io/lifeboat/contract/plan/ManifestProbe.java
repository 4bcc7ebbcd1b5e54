package io.lifeboat.contract.plan;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether objects are still what a manifest says they are: a text in the bucket itself that has a SHA-256 and a key a line, as
 * {@code sha256sum} writes it. Down when one of them reads otherwise or is gone. For a few objects that nobody has reason to
 * change; each look reads all of them.
 *
 * @param buckets name by region
 * @param key of the manifest
 * @param sha256 of the manifest itself, in hex, so that nobody can change an object and its line; null when it may change
 * @param target a target of the plan whose {@code read} role may look
 */
public record ManifestProbe(
        Map<String, String> buckets, String key, @Nullable String sha256, String target) implements StoreProbe {

    public ManifestProbe {
        buckets = buckets == null ? Map.of() : Map.copyOf(buckets);
        target = target == null ? "app" : target;
    }

    @Override
    public Map<String, String> byRegion() {
        return buckets;
    }
}
