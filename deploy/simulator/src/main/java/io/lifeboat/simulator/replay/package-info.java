/**
 * What the gate would have decided: scripted or recorded evidence, told to the coordinator's own code under a turned clock.
 *
 * <p>In: a folder with a plan (the gate's configuration) and either a scenario written by hand or the messages of a real
 * incident. Out: each turn of the gate with its reasons, and whether it decided as expected.
 */
@NullMarked
package io.lifeboat.simulator.replay;

import org.jspecify.annotations.NullMarked;
