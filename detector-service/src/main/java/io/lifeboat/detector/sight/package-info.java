/**
 * Self-suspicion: whether the detector may trust its own eyes.
 *
 * <p>In: how late its own timer runs, looks at the control targets, and how many targets of each region fail. Out:
 * {@link io.lifeboat.detector.sight.Eyesight.View}: clear, warming or suspect, and why. Unless it is clear, every signal is unknown and no
 * outage event is published. One region whose targets all fail while the controls answer is evidence, not a reason to
 * suspect oneself. Pure.
 */
@NullMarked
package io.lifeboat.detector.sight;

import org.jspecify.annotations.NullMarked;
