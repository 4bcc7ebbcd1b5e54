package io.lifeboat.coordinator.capacity;

import java.time.Duration;

/**
 * The most a service was to run in the last day in which its region was sampled.
 *
 * @param cluster name of the ECS cluster
 * @param service name of the ECS service
 * @param minimum the highest minimum capacity sampled in that day
 * @param desired the highest desired count sampled in that day
 * @param sampleAge since the latest sample
 */
public record Baseline(String cluster, String service, int minimum, int desired, Duration sampleAge) {}
