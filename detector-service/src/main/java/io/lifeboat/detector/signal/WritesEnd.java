package io.lifeboat.detector.signal;

import io.lifeboat.detector.probe.Look;
import io.lifeboat.detector.probe.WriteFacts;
import io.lifeboat.detector.sight.Eyesight;
import io.lifeboat.detector.time.Moment;
import java.time.Instant;
import java.util.Optional;

/**
 * When writes stopped being accepted: the end of the first failed attempt after the latest accepted write. The upper bound
 * of the loss is counted from it, so an attempt that failed while the detector was cut off must not be it: it has to have
 * begun with clear sight, and is forgotten when sight is lost.
 *
 * @param at by this vantage's wall clock
 * @param moment the same on the monotonic clock
 */
public record WritesEnd(Instant at, Moment moment) {

    /** How it stands after one more look. */
    public static Optional<WritesEnd> after(Optional<WritesEnd> before, Look look, Eyesight.View view) {
        WriteFacts write = look.facts().write();
        if (write == null) {
            return before;
        }
        if (write.failedAt() == null || write.failedMoment() == null) {
            return Optional.empty();
        }
        boolean begunClear = look.failed()
                && view.clearSince()
                        .filter(since -> !look.began().isBefore(since))
                        .isPresent();
        return before.isEmpty() && begunClear
                ? Optional.of(new WritesEnd(write.failedAt(), write.failedMoment()))
                : before;
    }

    /** How it stands after sight was judged again. */
    public static Optional<WritesEnd> after(Optional<WritesEnd> before, Eyesight.View view) {
        return view.clear() ? before : Optional.empty();
    }
}
