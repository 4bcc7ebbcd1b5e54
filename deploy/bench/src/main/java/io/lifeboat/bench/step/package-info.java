/**
 * B6, what a step costs.
 *
 * <p>In: plans of ten calls. Out: ms a step and steps a second, beside a plain script of the same calls.
 */
@NullMarked
package io.lifeboat.bench.step;

import org.jspecify.annotations.NullMarked;
