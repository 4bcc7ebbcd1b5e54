package io.lifeboat.coordinator.execution;

import java.time.Duration;

/** The engine's patience in tests: what the configuration starts from, with fewer retries. */
public record Patience() implements ExecutionPolicy {

    @Override
    public Duration commandExpiry() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Duration acceptanceGrace() {
        return Duration.ofSeconds(5);
    }

    @Override
    public int retryLimit() {
        return 2;
    }

    @Override
    public Duration retryFirst() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration retryLongest() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration silence() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Duration knownWithin() {
        return Duration.ofMinutes(3);
    }

    @Override
    public Duration sweepEvery() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration countEvery() {
        return Duration.ofSeconds(5);
    }
}
