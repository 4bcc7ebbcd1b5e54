/**
 * The simulator: the services' own code in a world of one thread, one turned clock and one seed.
 *
 * <p>In: a seed and {@link io.lifeboat.simulator.Options}. Out: an {@link io.lifeboat.simulator.Outcome} that holds what broke
 * a promise, if anything did, and the whole trace. The same seed gives the same trace, always. Everything that touches the
 * outside - broker, database, cloud, clocks, threads - is an in-memory stand-in that can fail in every way it really can.
 */
@NullMarked
package io.lifeboat.simulator;

import org.jspecify.annotations.NullMarked;
