/**
 * Looking: one class for each kind of probe, behind the port {@link io.lifeboat.detector.probe.Prober}.
 *
 * <p>In: what to look at, from the plan. Out: a {@link io.lifeboat.detector.probe.Look}, always, within the time allowed.
 * A prober never throws and never blocks; what it could not look at is unknown, not down. It runs on the Vert.x context
 * it is called on.
 */
@NullMarked
package io.lifeboat.detector.probe;

import org.jspecify.annotations.NullMarked;
