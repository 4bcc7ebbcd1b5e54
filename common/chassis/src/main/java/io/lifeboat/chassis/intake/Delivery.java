package io.lifeboat.chassis.intake;

import io.lifeboat.contract.envelope.Received;
import java.time.Duration;
import java.time.Instant;

/**
 * A message as it arrived.
 *
 * @param message what was sent
 * @param appendedAt when the broker appended it, by the broker's clock
 * @param sinceAppended how long ago that was when it was handed over; add it to every age the message states
 */
public record Delivery(Received message, Instant appendedAt, Duration sinceAppended) {}
