package io.lifeboat.contract.incident;

import java.time.Duration;

/**
 * How much recent work is lost, as an interval the truth lies in.
 *
 * @param atLeast its lower end
 * @param atMost its upper end; never below the real loss
 */
public record LossInterval(Duration atLeast, Duration atMost) {}
