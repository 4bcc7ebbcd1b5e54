/**
 * Many applications at once: whose turn it is.
 *
 * <p>In: the incidents that the loss of one region opened, with what their plans say of priority and dependencies and how far
 * each has come. Out: an application's {@link io.lifeboat.coordinator.wave.Place}, which the gate looks at.
 */
@NullMarked
package io.lifeboat.coordinator.wave;

import org.jspecify.annotations.NullMarked;
