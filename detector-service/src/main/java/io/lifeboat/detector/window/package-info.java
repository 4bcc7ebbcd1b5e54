/**
 * How looks become a judged state: N of M, with thresholds of their own for opening and closing.
 *
 * <p>In: {@link io.lifeboat.detector.probe.Look}s of one watch, one after the other. Out: a
 * {@link io.lifeboat.detector.window.LookWindow} that says up, degraded, down or unknown, and since when. Pure.
 */
@NullMarked
package io.lifeboat.detector.window;

import org.jspecify.annotations.NullMarked;
