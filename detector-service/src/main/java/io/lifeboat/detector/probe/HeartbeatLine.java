package io.lifeboat.detector.probe;

import io.lifeboat.detector.probe.WriteFacts.Accepted;
import io.lifeboat.detector.time.Moment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The line of one vantage's heartbeats: which number comes next, which was accepted last, and whether the latest
 * attempt failed. A write whose fate is unknown may have been accepted, so its number is never used again.
 */
final class HeartbeatLine {

    private long attempted;
    private @Nullable Instant began;
    private @Nullable Accepted accepted;
    private @Nullable Instant failedAt;
    private @Nullable Moment failedMoment;

    /** The number for the next attempt. */
    long next() {
        return ++attempted;
    }

    /**
     * When the unbroken line of writes began that an attempt sent now belongs to: the first attempt after a start or a
     * failure begins a new one.
     */
    Instant since(Instant sentAt) {
        Instant since = began == null ? sentAt : began;
        began = since;
        return since;
    }

    /** A write was confirmed; the row may have made the number larger than was asked for. */
    void accepted(Accepted write) {
        attempted = Math.max(attempted, write.sequence());
        accepted = write;
        failedAt = null;
        failedMoment = null;
    }

    /** An attempt failed, or its fate is unknown; it had ended then. */
    void failed(Instant at, Moment moment) {
        failedAt = at;
        failedMoment = moment;
        began = null;
    }

    /** How the line stands. */
    WriteFacts facts() {
        return new WriteFacts(accepted, failedAt, failedMoment);
    }
}
