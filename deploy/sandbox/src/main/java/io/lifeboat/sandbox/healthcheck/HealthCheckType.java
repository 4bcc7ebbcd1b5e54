package io.lifeboat.sandbox.healthcheck;

/** What a health check does. The other types of Route 53 are not modelled. */
public enum HealthCheckType {
    HTTP,
    HTTPS,
    HTTP_STR_MATCH,
    HTTPS_STR_MATCH,
    TCP;

    boolean overTls() {
        return this == HTTPS || this == HTTPS_STR_MATCH;
    }

    boolean matchesString() {
        return this == HTTP_STR_MATCH || this == HTTPS_STR_MATCH;
    }
}
