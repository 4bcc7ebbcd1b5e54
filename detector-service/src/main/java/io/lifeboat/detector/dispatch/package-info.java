/**
 * Sending: to the broker when it is there, and as soon as it is there again.
 *
 * <p>In: {@link io.lifeboat.detector.dispatch.Draft}s. Out: records on the topics {@code signals} and
 * {@code outage-events}. Nobody ever waits here: while the broker cannot be reached, the latest snapshot of each
 * application and all outage events are held in memory, and their ages are counted on when they are sent at last.
 */
@NullMarked
package io.lifeboat.detector.dispatch;

import org.jspecify.annotations.NullMarked;
