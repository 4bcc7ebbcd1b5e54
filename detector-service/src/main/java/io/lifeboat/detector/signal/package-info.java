/**
 * Signals: the judged state of every watch of an application, as this vantage sees it.
 *
 * <p>In: {@link io.lifeboat.detector.signal.Judgement}s, which hold moments. Out:
 * {@link io.lifeboat.detector.signal.SnapshotDraft}s, which become a message only when they are sent, so that every age
 * is the age at sending. {@link io.lifeboat.detector.signal.Publication} says when that is due.
 */
@NullMarked
package io.lifeboat.detector.signal;

import org.jspecify.annotations.NullMarked;
