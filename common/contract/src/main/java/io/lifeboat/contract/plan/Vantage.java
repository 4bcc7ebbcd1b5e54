package io.lifeboat.contract.plan;

import org.jspecify.annotations.Nullable;

/**
 * Where a detector stands.
 *
 * @param id its name, as detectors give it
 * @param region the region it stands in, and so its failure domain; null when it stands in no region
 */
public record Vantage(String id, @Nullable String region) {}
