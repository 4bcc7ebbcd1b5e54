/**
 * Moments on this process's own monotonic clock.
 *
 * <p>In: nothing. Out: {@link io.lifeboat.detector.time.Moment}s, from which every age and latency is computed. The wall
 * clock is read only where a message states it, and without its steps ({@link io.lifeboat.detector.time.SlewedClock}).
 */
@NullMarked
package io.lifeboat.detector.time;

import org.jspecify.annotations.NullMarked;
