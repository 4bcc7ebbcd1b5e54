/**
 * The promises, watched while a world runs and once more at its end.
 *
 * <p>In: commits, appends, effects. Out: what was broken.
 */
@NullMarked
package io.lifeboat.simulator.check;

import org.jspecify.annotations.NullMarked;
