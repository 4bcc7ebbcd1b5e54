package io.lifeboat.sandbox.elb;

import java.util.Locale;

/** A target's health as {@code TargetHealth.State} says it. */
public enum TargetState {
    INITIAL,
    HEALTHY,
    UNHEALTHY,
    DRAINING;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
