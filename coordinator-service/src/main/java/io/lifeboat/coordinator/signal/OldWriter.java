package io.lifeboat.coordinator.signal;

import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.contract.signal.SignalState;
import java.util.Optional;

/**
 * Tells a write accepted by the old writer from one accepted by the new one. Both carry the vantage's next sequence, and the
 * vantage may learn late that the writer moved, so its word for the region is not enough once an execution is open.
 */
final class OldWriter {

    private OldWriter() {}

    /**
     * The last write accepted at the old writer, as far as is known now.
     *
     * @param kept what was known before
     * @param view what the vantage says now
     * @param from the region of the old writer
     * @param executing whether an execution has been opened, so that a new writer may accept writes
     */
    static Optional<Heartbeat> lastAccepted(Optional<Heartbeat> kept, View view, String from, boolean executing) {
        Optional<Heartbeat> seen = view.heartbeats().findFirst();
        if (seen.isEmpty() || kept.isEmpty() && !executing) {
            return seen.filter(heartbeat -> mayBeOf(heartbeat, from)).or(() -> kept);
        }
        return acceptedByOld(kept, seen.get(), view, from, executing) ? seen : kept;
    }

    private static boolean acceptedByOld(
            Optional<Heartbeat> kept, Heartbeat seen, View view, String from, boolean executing) {
        if (!mayBeOf(seen, from)) {
            return false;
        }
        if (kept.isEmpty()) {
            // First heard of after the execution began: only a refusal tells that this was before the promotion.
            return seen.failedAt() != null;
        }
        if (seen.sequence() <= kept.get().sequence()) {
            return seen.sequence() == kept.get().sequence() && kept.get().failedAt() == null;
        }
        if (!executing || kept.get().failedAt() == null) {
            return true;
        }
        // Refused before, accepted now, while an execution runs: the new writer, unless the vantage sees the old one
        // up.
        return from.equals(seen.region()) && !databaseDown(view, from);
    }

    private static boolean mayBeOf(Heartbeat heartbeat, String region) {
        return heartbeat.region() == null || heartbeat.region().equals(region);
    }

    private static boolean databaseDown(View view, String region) {
        return view.signals().stream()
                .anyMatch(signal -> signal.tier() == Tier.DATABASE
                        && region.equals(signal.region())
                        && signal.heartbeat() == null
                        && signal.state() == SignalState.DOWN);
    }
}
