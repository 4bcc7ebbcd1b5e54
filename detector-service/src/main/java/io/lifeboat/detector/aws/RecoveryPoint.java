package io.lifeboat.detector.aws;

import java.time.Instant;

/**
 * A snapshot of a cluster that can be restored.
 *
 * @param id its identifier
 * @param created when it was begun, by RDS' clock
 */
public record RecoveryPoint(String id, Instant created) {}
