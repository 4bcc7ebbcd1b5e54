/**
 * What the gate would have decided: scripted evidence, told to the coordinator's own code under a turned clock.
 *
 * <p>In: a folder with a plan (the gate's configuration) and a scenario. Out: each turn of the gate with its reasons, and whether it decided as expected.
 */
@NullMarked
package io.lifeboat.simulator.replay;

import org.jspecify.annotations.NullMarked;
