package io.lifeboat.sandbox.healthcheck;

import org.jspecify.annotations.Nullable;

/**
 * A health check as it was created; as in Route 53, type and interval never change.
 *
 * @param type what is done
 * @param address the IPv4 address that is connected to, or null when the domain name is looked up each time
 * @param domain sent as Host and server name, or null
 * @param port 1 to 65535
 * @param path the path asked for, with its leading slash; ignored for TCP
 * @param searchString what the first 5,120 bytes of the body must contain, or null
 * @param intervalSeconds 10 or 30
 * @param failureThreshold how many looks in a row must agree before the state turns, 1 to 10
 * @param inverted whether failing counts as healthy
 * @param disabled whether it counts as healthy whatever is seen
 */
public record HealthCheckConfig(
        HealthCheckType type,
        @Nullable String address,
        @Nullable String domain,
        int port,
        String path,
        @Nullable String searchString,
        int intervalSeconds,
        int failureThreshold,
        boolean inverted,
        boolean disabled) {

    public HealthCheckConfig {
        if (address == null && domain == null) {
            throw new IllegalArgumentException("Basic health checks must have a IPAddress or FullyQualifiedDomainName");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("Invalid parameter : Port " + port + " is not in 1..65535");
        }
        if (intervalSeconds != 10 && intervalSeconds != 30) {
            throw new IllegalArgumentException("Invalid parameter : RequestInterval must be 10 or 30");
        }
        if (failureThreshold < 1 || failureThreshold > 10) {
            throw new IllegalArgumentException("Invalid parameter : FailureThreshold must be in 1..10");
        }
        if (type.matchesString() && (searchString == null || searchString.isEmpty())) {
            throw new IllegalArgumentException("Invalid parameter : SearchString is required for " + type);
        }
    }
}
