package io.lifeboat.simulator.scenario;

import io.lifeboat.contract.envelope.Message;
import java.time.Instant;

/**
 * What a vantage says.
 *
 * @param message as a detector packs it
 * @param clock what the vantage's own clock shows, right or wrong
 */
public record Said(Message message, Instant clock) {}
