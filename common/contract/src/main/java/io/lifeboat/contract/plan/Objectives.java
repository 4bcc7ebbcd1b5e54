package io.lifeboat.contract.plan;

import java.time.Duration;

/**
 * What was promised.
 *
 * @param rto the longest time without service
 * @param rpo the most recent work that may be lost, as time
 */
public record Objectives(Duration rto, Duration rpo) {}
