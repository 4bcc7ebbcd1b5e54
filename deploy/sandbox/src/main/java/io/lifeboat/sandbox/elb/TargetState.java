package io.lifeboat.sandbox.elb;

/** A target's health as {@code TargetHealth.State} says it. */
public enum TargetState {
    INITIAL,
    HEALTHY,
    UNHEALTHY,
    DRAINING;

    String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
