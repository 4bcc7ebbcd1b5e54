package io.lifeboat.chassis.intake;

import io.lifeboat.contract.envelope.Received;
import java.time.Duration;
import java.time.Instant;

/**
 * A message as it arrived.
 *
 * @param message what was sent
 * @param appendedAt when the broker appended it, by the broker's clock
 * @param age since it was made, when it was handed over: how long it waited to be sent, and how long ago it was appended; add
 *     it to every age the message states
 */
public record Delivery(Received message, Instant appendedAt, Duration age) {}
