package io.lifeboat.contract.signal;

import java.time.Instant;

/**
 * A row of {@code lifeboat_heartbeat} as read back from a writer.
 *
 * @param vantage who wrote it
 * @param sequence its number
 * @param sentAt when the vantage sent it, by the vantage's clock
 */
public record HeartbeatRow(String vantage, long sequence, Instant sentAt) {}
