package io.lifeboat.coordinator.health;

import java.time.Duration;

/**
 * An open public issue that AWS Health tells of.
 *
 * @param region the region it is about
 * @param service AWS's code of the service, for example {@code RDS}
 * @param type AWS's code of what happens, for example {@code AWS_RDS_OPERATIONAL_ISSUE}
 * @param age since it was told here
 */
public record HealthNotice(String region, String service, String type, Duration age) {}
