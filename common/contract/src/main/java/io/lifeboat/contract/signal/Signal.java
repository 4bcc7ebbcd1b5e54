package io.lifeboat.contract.signal;

import io.lifeboat.contract.plan.Tier;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One watch's judged state from one vantage. All ages are ages when the message was sent.
 *
 * @param watch the watch's id
 * @param tier the layer it speaks for
 * @param region the region looked at, or null for a global watch
 * @param state the judgement
 * @param reason why, in words
 * @param age since the latest look ended; null when it never looked
 * @param heldFor how long it has been in this state
 * @param lastUpAge since the latest good look ended; null when there was none since the detector started
 * @param latency of the latest good look, or null
 * @param heartbeat the write heartbeat, for {@code sql-write} watches, or null
 * @param lag the replication lag, for {@code aurora-lag} watches, or null
 * @param capacity what the service is to run, for {@code ecs-capacity} watches, or null
 * @param growth by how much the table grew, for {@code row-count} watches, or null
 */
public record Signal(
        String watch,
        Tier tier,
        @Nullable String region,
        SignalState state,
        String reason,
        @Nullable Duration age,
        Duration heldFor,
        @Nullable Duration lastUpAge,
        @Nullable Duration latency,
        @Nullable Heartbeat heartbeat,
        @Nullable Lag lag,
        @Nullable Capacity capacity,
        @Nullable Growth growth) {}
