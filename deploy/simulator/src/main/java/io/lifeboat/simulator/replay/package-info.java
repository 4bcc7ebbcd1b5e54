/**
 * What the gate would have decided: evidence, scripted or recorded, told to the coordinator's own code under a turned clock.
 *
 * <p>In: a folder with a plan (the gate's configuration) and a scenario, or a recording of the topics {@code signals} and
 * {@code outage-events}. Out: each turn of the gate with its reasons, what would have been done, and whether it decided as
 * expected.
 */
@NullMarked
package io.lifeboat.simulator.replay;

import org.jspecify.annotations.NullMarked;
