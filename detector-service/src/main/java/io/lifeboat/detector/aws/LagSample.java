package io.lifeboat.detector.aws;

import java.time.Duration;

/**
 * One published sample.
 *
 * @param behind how far the secondary was behind
 * @param age how old the sample was when it was read, both by CloudWatch's own clock
 */
public record LagSample(Duration behind, Duration age) {}
