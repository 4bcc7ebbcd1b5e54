/**
 * Moments on this process's own monotonic clock.
 *
 * <p>In: nothing. Out: {@link io.lifeboat.detector.time.Moment}s, from which every age and latency is computed. The wall
 * clock is read only where a message states it.
 */
@NullMarked
package io.lifeboat.detector.time;

import org.jspecify.annotations.NullMarked;
