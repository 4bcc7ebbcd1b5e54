package io.lifeboat.detector.dispatch;

import io.lifeboat.detector.time.Moment;
import java.time.Instant;

/** A message that is finished only when it is sent, because it tells ages. */
public interface Draft {

    /** Its id; the same however often it is tried. */
    String id();

    /** Its key. */
    String application();

    /**
     * The message as of that moment.
     *
     * @param sentAt the same by this machine's wall clock
     */
    Record at(Moment now, Instant sentAt);
}
