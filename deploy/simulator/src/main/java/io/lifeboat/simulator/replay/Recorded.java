package io.lifeboat.simulator.replay;

import io.lifeboat.contract.envelope.Message;
import java.time.Instant;

/**
 * A message that was recorded.
 *
 * @param message as it was sent
 * @param appendedAt when the broker appended it, by its clock, to the millisecond
 */
record Recorded(Message message, Instant appendedAt) {}
