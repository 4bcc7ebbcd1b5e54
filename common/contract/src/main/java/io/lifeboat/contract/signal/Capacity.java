package io.lifeboat.contract.signal;

import java.time.Duration;

/**
 * What an ECS service is to run in the region looked at, as last read.
 *
 * @param cluster name of the ECS cluster
 * @param service name of the ECS service
 * @param minimum the least Application Auto Scaling may shrink it to; the desired count where that does not scale it
 * @param desired its desired count
 * @param sampleAge since it was read, when the message was sent
 */
public record Capacity(String cluster, String service, int minimum, int desired, Duration sampleAge) {}
