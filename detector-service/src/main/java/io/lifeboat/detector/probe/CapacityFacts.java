package io.lifeboat.detector.probe;

import io.lifeboat.detector.time.Moment;

/**
 * What a service is to run.
 *
 * @param cluster name of the ECS cluster
 * @param service name of the ECS service
 * @param minimum the least it may be shrunk to
 * @param desired its desired count
 * @param readAt when it was read
 */
public record CapacityFacts(String cluster, String service, int minimum, int desired, Moment readAt) {}
