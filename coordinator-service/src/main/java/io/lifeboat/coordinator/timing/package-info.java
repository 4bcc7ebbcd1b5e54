/**
 * How long a procedure is expected to take.
 *
 * <p>In: step statistics of the compacted topic {@code timings}. Out: {@link
 * io.lifeboat.coordinator.timing.ExpectedTime} of a procedure, or why nobody can say.
 */
@NullMarked
package io.lifeboat.coordinator.timing;

import org.jspecify.annotations.NullMarked;
