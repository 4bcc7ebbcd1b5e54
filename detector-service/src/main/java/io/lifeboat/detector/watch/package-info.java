/**
 * Watching: every watch of every plan, looked at on its cadence, on a handful of event loops.
 *
 * <p>In: plan revisions, and time. Out: looks into {@code window} and {@code sight}, and what follows from them into
 * {@code signal}, {@code outage} and {@code dispatch}. All state belongs to one event loop, the watch room's; probes run
 * on the others and bring their looks there. A watch never overlaps itself.
 */
@NullMarked
package io.lifeboat.detector.watch;

import org.jspecify.annotations.NullMarked;
